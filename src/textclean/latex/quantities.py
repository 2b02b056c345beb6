"""Numbers, percentages, dimensions, amounts and measurements in a signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.latex.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom, Reading
    from textclean.latex.setting import Setting

_QUANTITY = re.compile(r"[NRPXS\-/:%D'(),.;!CUfnkO|#]+")
_NOTATION = re.compile(r"NV-N")
_YEARS = re.compile(r"[12]\d{3}")
_POWER = re.compile(r"N[fncxlwsb]|[)%]f")
_COMPOUND = re.compile(r"[(][^)]*,")
_PRODUCT = re.compile(r"XS|X-|X\([^UW]*$|\)X")
_BOUNDED = re.compile(r"[NU%D)]R")
_EQUATING = frozenset("=≡≠∝≅")
_SETS = frozenset("{}⟨⟩|⌊⌋⌈⌉")
_UNITS = re.compile(r"[(]?[VWU][fn]?(?:[/O]?[VWUL][fn]?)*[),.]*")
_SINGLE = frozenset("mshdg")
_BEHIND_NUMBER = re.compile(r"[\d)]\s?$")


def quantity_reason(
    atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting, *, certain: bool
) -> str | None:
    """Return the reason to unwrap a quantity, or None for what is no quantity or may be part of mathematics.

    An equation, a power, a set, an interval, a point and a longer product are mathematics. A bare number, a
    dimension, a spread and a comparison are told from mathematics only by how they are set (`certain`).
    """
    if _NOTATION.fullmatch(sig) and atoms[1].text in {"e", "E"} and all(atom.gap in {"", "none"} for atom in atoms[1:]):
        return "latex.number"
    if re.fullmatch(r"NVN", sig) and atoms[1].text == "x" and certain:
        return "latex.number"
    if not _QUANTITY.fullmatch(sig) or not re.search(r"[NUD]|^f", sig):
        return None
    if _POWER.search(sig) or _COMPOUND.search(sig) or _PRODUCT.search(sig) or sig.count("X") > 3:
        return None
    if any((atom.code == "R" and atom.text in _EQUATING) or atom.text in _SETS for atom in atoms):
        return None
    if "O" in sig and ("U" not in sig or any(atom.code == "O" and atom.text != "·" for atom in atoms)):
        return None
    if _BOUNDED.search(sig) and not _is_range(atoms, sig, spaced=reading.spaced):
        return None
    if setting.display and "R" in sig:
        return None
    if reading.repeating and not setting.table:
        return None
    if (
        reading.bold
        and not reading.spaced
        and setting.mathematical
        and not setting.table
        and atoms[0].text in {"0", "1"}
    ):
        return None
    return _reason(atoms, sig, certain=certain)


def _is_range(atoms: Sequence[Atom], sig: str, *, spaced: bool) -> bool:
    """Tell `11%~34%`, and a comparison of percentages that a model cut in two, from an inequality."""
    tildes = all(atom.text == "~" for atom in atoms if atom.code == "R")
    return ("%" in sig and (spaced or tildes)) or ("U" in sig and tildes)


def _reason(atoms: Sequence[Atom], sig: str, *, certain: bool) -> str | None:
    for mark, reason in (("C", "latex.currency"), ("U", "latex.unit"), ("%", "latex.percent")):
        if mark in sig:
            return reason
    if "D" in sig or "'" in sig:
        return "latex.unit" if not re.search(r"[DN']S\(?N", sig) else None
    if re.fullmatch(r"NX|XN|#N", sig):
        return "latex.number"
    if sig == "N-N" and all(_YEARS.fullmatch(atom.text) for atom in atoms[::2]):
        return "latex.number"
    if re.fullmatch(r"\(N-N\)", sig) and atoms[0].text == "[":
        return "latex.number"
    if re.fullmatch(r"k?N|f|\(?N(?::N)+\)?\.?", sig):
        plain = sig == "N" and " " not in atoms[0].text
        return "latex.number" if certain or not plain else None
    if re.fullmatch(r"\(N\)", sig):
        return "latex.number" if atoms[0].text == "[" or certain else None
    if re.fullmatch(r"NN+", sig):
        return "latex.number" if all(atom.gap == "space" for atom in atoms[1:]) else None
    if ("X" in sig and re.search(r"[S/-]", sig)) or (re.search(r"[N)]S|/", sig) and not re.fullmatch(r"N/N", sig)):
        return None
    return "latex.number" if certain else None


def is_unit_expression(atoms: Sequence[Atom], sig: str, before: str, *, certain: bool) -> bool:
    """Tell whether atoms are a unit without its number: `km²`, `m³/h`, `N/mm²`."""
    if re.fullmatch(r"N[VW]f(?:/.*)?", sig) and atoms[1].text == "m":
        return (certain or "/" in sig) and is_unit_expression(atoms[1:], sig[1:], before, certain=True)
    if not _UNITS.fullmatch(sig) or (len(sig) < 2 and sig != "U"):
        return False
    names = [atom for atom in atoms if atom.code in "VWU"]
    if not all(part in UNITS for atom in names for part in re.split("[/·]", atom.text)):
        return False
    if any(atom.code == "^" and len(atom.text.strip("-–−")) > 1 for atom in atoms):
        return False
    upright = all(atom.font not in {"", "it"} for atom in names)
    powers = any(letter in sig for letter in "fn")
    if upright and (powers or "/" in sig):
        plain = names[0].font != "bf"
        return (len(names) > 1 and plain) or len(names[0].text) > 1 or (names[0].text in _SINGLE and plain)
    if powers and any(len(atom.text) > 1 for atom in names) and all(atom.text[-1] in "mgLsVhl" for atom in names):
        return True
    metres = names[0].text == "m" and any(atom.text in {"2", "3"} for atom in atoms)
    return metres and (certain or len(names) > 1 or _BEHIND_NUMBER.search(before) is not None)
