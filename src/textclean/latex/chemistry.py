"""Chemical formulas in a signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.latex.elements import is_element, is_formula
from textclean.latex.plain_text import SUBSCRIPTS, SUPERSCRIPTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom

_SHAPE = re.compile(r"[-S]?[(]*[WVNsfcnUF\-(),.OR]+")
_INDEX = re.compile(r"[sc]")
_CHARGED = re.compile(r"\(?[W]c\)?")


def is_chemistry(atoms: Sequence[Atom], sig: str) -> bool:
    """Tell whether the atoms spell a chemical formula with an index or a charge, or a group with its bond."""
    if not _SHAPE.fullmatch(sig):
        return False
    if not _INDEX.search(sig) and sig != "-W":
        return False
    if sig == "Wc" and atoms[1].text == "++" and len(atoms[0].text) > 1:
        return True
    parts = []
    for atom in atoms:
        table = SUBSCRIPTS if atom.code == "_" else SUPERSCRIPTS if atom.code == "^" else {}
        parts.append("".join(table.get(character, character) for character in atom.text))
    italic = any(atom.code == "V" and atom.font in {"", "it"} for atom in atoms)
    return is_formula("".join(parts), italic=italic)


def is_isotope(atoms: Sequence[Atom]) -> bool:
    r"""Tell whether a raised number stands before the symbol of an element: `^{14}\mathrm{C}`."""
    mass, symbol = atoms
    return mass.text.isdecimal() and symbol.font not in {"", "it", "bf"} and is_element(symbol.text)
