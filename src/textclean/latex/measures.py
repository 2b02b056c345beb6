"""Find the units, degrees, labels and spreads among the atoms of a span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.units import COUNTED, ITALIC, UNITS

if TYPE_CHECKING:
    from textclean.latex.atoms import Atom

_SIGNS = frozenset("ℓÅΩ")
_SPREADS = frozenset({"PN", "PN%", "(N)", "(PN)", "SN", "-N", "(SN)", "(-N)", "AN"})


def is_upright(atom: Atom) -> bool:
    """Tell whether an atom is set in a font of text; italic letters are variables."""
    return atom.font not in {"", "it"}


def find_measures(atoms: list[Atom]) -> list[Atom]:
    """Mark what names a unit behind a number, and join what one sign or label is made of."""
    found: list[Atom] = []
    for atom in atoms:
        joined = _join(found, atom) if found else None
        if joined is not None:
            found[-1] = joined
        elif found and found[-1].code == "N" and _is_spread(atom):
            inner = atom.inner[1:-1] if atom.inner[0].code == "(" and atom.code == "^" else atom.inner
            found += [one._replace(font="small") for one in inner]
        elif found and atom.code in {"V", "W", "L", "F"} and _measures(found) and _names_unit(atom):
            found.append(atom._replace(code="U"))
        else:
            found.append(atom)
    if any(atom.code == "L" for atom in found):
        return [_settle_sign(found, at) for at in range(len(found))]
    return found


def _join(found: list[Atom], atom: Atom) -> Atom | None:
    """Return the atom that the last one and this one make together, if they make one."""
    before = found[-1]
    text = before.text + atom.text
    if atom.code == "V":
        if _is_degree(before, atom):
            return before._replace(text=text)
        if before.code == "N" and text in {"1D", "2D", "3D", "4D"}:
            return before._replace(code="W", text=text)
    if before.code == "L" and atom.code in {"V", "W"} and text in UNITS:
        behind_number = len(found) > 1 and found[-2].code == "N"
        return before._replace(code="U", text=text) if is_upright(atom) or behind_number else None
    if before.code == "U" and atom.text == "Ω" and before.text in {"k", "M", "m", "G"}:
        return before._replace(text=text)
    if before.code == "V" and atom.code == "N" and _opens_label(before, atom):
        return before._replace(code="W", text=text)
    return None


def _is_degree(before: Atom, atom: Atom) -> bool:
    """Tell `°C` and `°F`, and the quarters of the compass behind degrees, minutes and seconds."""
    if before.code == "D" and before.text == "°" and atom.text in {"C", "F", "K"}:
        return True
    if before.code not in {"D", "'"} or before.text not in {"°", "′", "″"}:
        return False
    return atom.text in {"N", "S", "E", "W"} and is_upright(atom)


def _opens_label(before: Atom, atom: Atom) -> bool:
    """Tell whether an upright capital opens a label, as in `T 5`: no product has its number behind."""
    if len(before.text) != 1 or not before.text.isupper() or not is_upright(before):
        return False
    return before.font != "bf" and atom.gap != "space" and atom.text.isdecimal()


def _is_spread(atom: Atom) -> bool:
    r"""Tell whether a script is a spread or deviation set small beside its number: `85.2_{\pm 0.3}`."""
    if atom.code not in {"^", "_"}:
        return False
    codes = "".join(inner.code for inner in atom.inner)
    return codes in _SPREADS and ("P" in codes or (atom.code == "_" and "." in atom.text))


def _measures(found: list[Atom]) -> bool:
    """Tell whether a unit can stand behind what was found: a number, a unit, or the solidus behind one."""
    codes = "".join(atom.code for atom in found[-3:])
    if codes[-1] in "NU" or codes.endswith(("U^", "N)")):
        return True
    return codes[-1] in "/O" and (codes[-2:-1] in {"U", "W", "%", "L", "D"} or codes[:-1] == "U^")


def _names_unit(atom: Atom) -> bool:
    if atom.code == "L":
        return atom.text in _SIGNS
    if not is_upright(atom):
        return atom.text in ITALIC
    if atom.font == "bf":
        return False
    parts = atom.text.replace("·", "/").replace(" ", "/").split("/")
    return atom.text in COUNTED or all(part in UNITS for part in parts if part)


def _settle_sign(found: list[Atom], at: int) -> Atom:
    """Read `μ` and `Ω` without a number as Greek letters."""
    atom = found[at]
    if atom.code != "L" or atom.text == "Å" or (atom.text == "ℓ" and at and found[at - 1].code == "/"):
        return atom
    return atom._replace(code="G")
