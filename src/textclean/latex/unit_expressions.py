"""Units without their number: `km²`, `m³/h`, `N/mm²`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.measures import is_upright
from textclean.latex.units import UNITS
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom
    from textclean.latex.setting import Setting

_UNITS = lazy_pattern(r"[(]?[VWU][fn]?(?:[/O]?[VWUL][fn]?)*[),.]*")
_AREA = lazy_pattern(r"N[VW]f(?:/.*)?")
_PARTS = lazy_pattern("[/·]")
_SINGLE = frozenset("mshdgL")
"""Single upright letters that are units when they have an exponent, or stand below a solidus."""

_PHYSICAL = frozenset("mgLsVhl")
_MICRO_AHEAD = lazy_pattern(r"(?:m|g|l|L|s|M|A|W|V|F|J|mol|Pa|Hz)(?![A-Za-z])")
_BEHIND_NUMBER = lazy_pattern(r"[\d)]\s?$")


def is_unit_expression(atoms: Sequence[Atom], sig: str, setting: Setting) -> bool:
    """Tell whether atoms are units with an exponent or a solidus, and no variables with the same letters.

    `m²` in italics is an area where the text has little mathematics, behind a number, or as part of a rate.
    """
    if sig in {"L", "G", "NG"}:
        return atoms[-1].text == "Å" or (atoms[-1].text == "μ" and _MICRO_AHEAD.match(setting.after) is not None)
    if _AREA.fullmatch(sig) and atoms[1].text == "m":
        return (not setting.mathematical or "/" in sig) and _are_units(atoms[1:], sig[1:])
    if not _UNITS.fullmatch(sig) or len(sig) == 1 or not _are_units(atoms, sig):
        return False
    names = [atom for atom in atoms if atom.code in "VWU"]
    powers = "f" in sig or "n" in sig
    if all(map(is_upright, names)) and (powers or "/" in sig):
        plain = names[0].font != "bf" and (names[-1].text in _SINGLE or len(names[-1].text) > 1)
        return len(names[0].text) > 1 or plain
    if powers and any(len(atom.text) > 1 for atom in names) and all(atom.text[-1] in _PHYSICAL for atom in names):
        return True
    area = names[0].text == "m" and any(atom.text in {"2", "3"} for atom in atoms)
    sure = not setting.mathematical or len(names) > 1 or _BEHIND_NUMBER.search(setting.before) is not None
    return area and sure


def _are_units(atoms: Sequence[Atom], sig: str) -> bool:
    """Tell whether all names are those of units, and all exponents have one digit."""
    if not _UNITS.fullmatch(sig):
        return False
    names = (part for atom in atoms if atom.code in "VWU" for part in _PARTS.split(atom.text))
    exponents = (atom.text.strip("-–−") for atom in atoms if atom.code == "^")
    return all(name in UNITS for name in names) and all(len(exponent) == 1 for exponent in exponents)
