"""Chemical formulas: the elements, and the molecules so familiar that italic letters still mean them.

Source: IUPAC periodic table of the elements.
"""

from __future__ import annotations

from textclean.lazy_pattern import lazy_pattern

_ELEMENTS = (
    "He Li Be Ne Na Mg Al Si Cl Ar Ca Sc Ti Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Zr Nb Mo Tc Ru Rh Pd Ag Cd In "
    "Sn Sb Te Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac "
    "Th Pa Np Pu Am Cm H B C N O F P S K V Y I W U"
)
_SYMBOL = f"(?:{'|'.join(_ELEMENTS.split())})"
_PART = rf"(?:{_SYMBOL}|\((?:{_SYMBOL}[₀-₉]*){{1,12}}\)|\[(?:{_SYMBOL}[₀-₉]*){{1,12}}\])[₀-₉]*"
_FORMULA = lazy_pattern(rf"[-–=]?(?:{_PART}){{1,40}}(?:[·.]\d{{0,2}}(?:{_PART}){{1,40}})?[⁺⁻⁰¹²³⁴-⁹]{{0,3}}")
_CONCENTRATION = lazy_pattern(r"(?:^|[^A-Za-z])(?:IC|EC|LC)₅₀")
_SYMBOLS = lazy_pattern(_SYMBOL)

GASES = frozenset({"H₂", "N₂", "O₂", "O₃", "F₂", "Cl₂", "Br₂", "I₂", "P₄", "S₈"})
_MOLECULES = (
    "H₂O CO₂ SO₂ SO₃ NO₂ N₂O NH₃ CH₄ H₂O₂ H₂S H₂SO₄ HNO₃ H₃PO₄ CaCO₃ Na₂CO₃ NaHCO₃ CO₃ SiO₂ TiO₂ Al₂O₃ Fe₂O₃ Fe₃O₄ "
    "MnO₂ Ca(OH)₂ Mg(OH)₂ CaCl₂ MgCl₂ Na₂SO₄ CuSO₄ C₂H₄ C₂H₆ C₂H₂ C₆H₁₂O₆ C₂H₅OH CH₃OH CH₃COOH C₆H₆ NH₄⁺ NO₃⁻ "
    "SO₄²⁻ PO₄³⁻ CO₃²⁻ HCO₃⁻ OH⁻ H₃O⁺ N₂O₄ N₂O₅ K₂O Na₂O MgSO₄ KNO₃ AgNO₃ BaSO₄ SF₆ CF₄ LiFePO₄ UF₆"
)
FAMILIAR = frozenset(_MOLECULES.split())


def is_formula(text: str, *, italic: bool) -> bool:
    """Tell whether `text`, with its subscripts as characters, is a chemical formula and not a variable.

    One element alone with an index is a variable (`F₁`), or an ion that mathematics may go on with (`Ca²⁺`).
    """
    bare = text.strip("()") if text.count("(") == 1 and text.startswith("(") else text
    if italic:
        return bare in FAMILIAR
    if not _FORMULA.fullmatch(bare) or _CONCENTRATION.search(bare):
        return False
    return bare in GASES or len(_SYMBOLS.findall(bare)) > 1


def is_element(text: str) -> bool:
    """Tell whether `text` is the symbol of an element."""
    return _SYMBOLS.fullmatch(text) is not None
