"""Chemical formulas in a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.elements import is_element, is_formula
from textclean.latex.plain_text import SUBSCRIPTS, SUPERSCRIPTS
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom

_SHAPE = lazy_pattern(r"[-S]?[(]*[WVNsfcnUF\-(),.OR]+")
_INDEX = lazy_pattern(r"[sc]")


def is_chemistry(atoms: Sequence[Atom], sig: str) -> bool:
    """Tell whether the atoms spell a chemical formula with an index or a charge, or a group with its bond."""
    if not _SHAPE.fullmatch(sig):
        return False
    if not _INDEX.search(sig) and sig != "-W":
        return False
    if sig == "Wc" and len(atoms[0].text) > 1 and (atoms[1].text == "++" or atoms[0].text[-1].isdecimal()):
        return True
    italic = any(atom.code == "V" and atom.font in {"", "it"} for atom in atoms)
    return is_formula(_write_formula(atoms), italic=italic)


def _write_formula(atoms: Sequence[Atom]) -> str:
    parts = []
    for atom in atoms:
        table = SUBSCRIPTS if atom.code == "_" else SUPERSCRIPTS if atom.code == "^" else {}
        parts.append("".join(table.get(character, character) for character in atom.text))
    return "".join(parts)


def join_formulas(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Make one word of each formula with an index, so that it can stand in a list or behind a number."""
    if not any(atom.code == "_" for atom in atoms):
        return atoms
    joined: list[Atom] = []
    at = 0
    while at < len(atoms):
        stop = at
        while stop < len(atoms) and _belongs(atoms[stop], first=stop == at):
            stop += 1
        text = _write_formula(atoms[at:stop])
        if any(atom.code == "_" for atom in atoms[at:stop]) and is_formula(text, italic=False):
            joined.append(atoms[at]._replace(code="W", text=text))
            at = stop
        else:
            joined += atoms[at : max(stop, at + 1)]
            at = max(stop, at + 1)
    return tuple(joined)


def _belongs(atom: Atom, *, first: bool) -> bool:
    if atom.code in {"V", "W", "F"}:
        return atom.font not in {"", "it", "bf"}
    return not first and atom.code in {"_", "^"}


def is_isotope(atoms: Sequence[Atom]) -> bool:
    r"""Tell whether a raised number stands before the symbol of an element: `^{14}\mathrm{C}`."""
    mass, symbol = atoms
    return mass.text.isdecimal() and symbol.font not in {"", "it", "bf"} and is_element(symbol.text)
