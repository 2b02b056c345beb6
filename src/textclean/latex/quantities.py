"""Numbers, percentages, dimensions, amounts and measurements in a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.measures import is_upright
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom, Reading
    from textclean.latex.setting import Setting

_QUANTITY = lazy_pattern(r"[NRPXS\-/:%D'(),.;!CUfnkO|#]+")
_MEASURED = lazy_pattern(r"[NUD]|^f")
_EXPONENT = lazy_pattern(r"NV-N")
_TIMES = lazy_pattern(r"NVN")
_MATHEMATICAL = lazy_pattern(
    r"N[fncxlwsb]|[)%]f"  # a power
    r"|[(][^)]*,"  # a point, an interval
    r"|XS|X-|X\([^UW]*$|\)X|(?:X.*){4}"  # a product
    r"|%X|XN%|NXND|NDXN(?!D)|U[S\-]N(?![U%])"  # a share, a multiple, a sum of a measure and a number
    r"|[DN']S\(?N.*[D']|D-N.*-"  # a sum of angles
)
_DIFFERENCE = lazy_pattern(r"N[%D]?-N[%D]")
_BOUNDED = lazy_pattern(r"[NU%D)]R")
_EQUATING = frozenset("=≡≠∝≅{}⟨⟩|⌊⌋⌈⌉")
_YEARS = lazy_pattern(r"[12]\d{3}")
_SURE = lazy_pattern(r"NX|XN|#N|kN|f|\(?N(?::N)+(?:-N(?::N)+)?\)?\.?")
_BRACKETED = lazy_pattern(r"\(N(?:-N)?\)")
_ARITHMETIC = lazy_pattern(r"X.*[S/-]|[N)]S|(?<!^N)/|/(?!N$)")
_KINDS = (
    ("C", "latex.currency"),
    ("U", "latex.unit"),
    ("%", "latex.percent"),
    ("D", "latex.unit"),
    ("'", "latex.unit"),
)


def quantity_reason(
    atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting, *, certain: bool
) -> str | None:
    """Return the reason to unwrap a quantity, or None for what is no quantity or may be part of mathematics.

    An equation, a power, a set, an interval, a point and a longer product are mathematics. A bare number, a
    dimension, a spread and a comparison are told from mathematics only by how they are set (`certain`).
    """
    if _is_written_exponent(atoms, sig) or (_TIMES.fullmatch(sig) and atoms[1].text == "x" and certain):
        return "latex.number"
    if sig == "VCN" and is_upright(atoms[0]):
        return "latex.currency"
    if len(sig) > 1 and (trend := _strip_trend(atoms, sig)):
        atoms, sig = trend
        certain &= any("." in atom.text for atom in atoms)
    if not _is_quantity(atoms, sig, spaced=reading.spaced) or _is_notation(atoms, sig, reading, setting):
        return None
    for mark, reason in _KINDS:
        if mark in sig:
            return reason
    return "latex.number" if _is_number(atoms, sig, certain=certain) else None


def _strip_trend(atoms: Sequence[Atom], sig: str) -> tuple[Sequence[Atom], str] | None:
    """Return what is left without the arrow up or down before or behind it."""
    if sig[0] == "A" and atoms[0].text in {"↑", "↓"}:
        return atoms[1:], sig[1:]
    if sig[-1] == "A" and atoms[-1].text in {"↑", "↓"}:
        return atoms[:-1], sig[:-1]
    return None


def _is_written_exponent(atoms: Sequence[Atom], sig: str) -> bool:
    if not _EXPONENT.fullmatch(sig) or atoms[1].text not in {"e", "E"}:
        return False
    return all(atom.gap in {"", "none"} for atom in atoms[1:])


def _is_quantity(atoms: Sequence[Atom], sig: str, *, spaced: bool) -> bool:
    """Tell whether atoms are numbers with what belongs to them, and no formula of numbers."""
    if not _QUANTITY.fullmatch(sig) or not _MEASURED.search(sig) or _MATHEMATICAL.search(sig):
        return False
    if any(atom.text in _EQUATING for atom in atoms if atom.code in "R()|"):
        return False
    if "O" in sig and ("U" not in sig or any(atom.code == "O" and atom.text != "·" for atom in atoms)):
        return False
    if _DIFFERENCE.fullmatch(sig) and not spaced and not _ascends(atoms):
        return False
    return not _BOUNDED.search(sig) or _is_range(atoms, sig, spaced=spaced)


def _ascends(atoms: Sequence[Atom]) -> bool:
    """Tell a range from a difference: its second number is the larger one."""
    first, second = (atom.text.replace(",", "").replace(" ", "") for atom in atoms if atom.code == "N")
    return (len(first.partition(".")[0]), first) <= (len(second.partition(".")[0]), second)


def _is_range(atoms: Sequence[Atom], sig: str, *, spaced: bool) -> bool:
    """Tell `11%~34%`, and a comparison of percentages that a model cut in two, from an inequality."""
    tildes = all(atom.text == "~" for atom in atoms if atom.code == "R")
    return ("%" in sig and (spaced or tildes)) or ("U" in sig and tildes)


def _is_notation(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> bool:
    """Tell a displayed bound, a recurring decimal, half a product, and the bold 0 and 1 of vectors."""
    if (setting.display and "R" in sig) or (sig == "NX" and setting.after.lstrip()[:1] in {"$", "\\"}):
        return True
    if setting.table:
        return False
    vector = reading.bold and not reading.spaced and setting.mathematical and atoms[0].text in {"0", "1"}
    return reading.repeating or vector


def _is_number(atoms: Sequence[Atom], sig: str, *, certain: bool) -> bool:
    """Tell numbers that mathematics does not write so, and where it is certain all others but arithmetic."""
    if _SURE.fullmatch(sig) or (_BRACKETED.fullmatch(sig) and atoms[0].text == "["):
        return True
    if sig in {"N-N", "(N)", "(N-N)"} and all(_YEARS.fullmatch(atom.text) for atom in atoms if atom.code == "N"):
        return True
    if set(sig) == {"N"} and (len(sig) > 1 or " " in atoms[0].text):
        return all(atom.gap == "space" for atom in atoms[1:])
    return certain and not _ARITHMETIC.search(sig)
