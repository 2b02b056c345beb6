"""Make words of upright characters."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from textclean.latex.atoms import Atom
from textclean.latex.functions import FUNCTION_WORDS, FUNCTIONS
from textclean.latex.symbols import CHARACTERS
from textclean.latex.units import COUNTED, UNITS
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEADING = "([{\"'“‘-–—/.,;:)]}|#&!?"
_TRAILING = ")]}\"'”’.,;:!?-–—([|"
_SLOPING_WORD = 4
"""Sloping letters, fewer than these and spaced, are variables that a model took for one."""

_SURE_WORD = 4
_LABEL = lazy_pattern(r"[A-Z][-@]?\d[\d.]*|\d[\d.]*[A-Z]|[A-Za-z]@\d+")
_CJK = 0x2E80


def make_words(run: Sequence[Atom]) -> list[Atom]:
    """Return a word for a run of upright characters, with the punctuation at its edges as atoms of their own."""
    if units := _part_units(run):
        return units
    text = _join_run(run)
    first = run[0]
    core = text.strip()
    lead = len(core) - len(core.lstrip(_LEADING))
    if core[lead - 1 : lead] == "." and core[lead : lead + 1].isdecimal():
        lead -= 1
    tail = len(core[lead:].rstrip(_TRAILING)) + lead
    atoms = _punctuation(core[:lead], first)
    if lead < tail:
        atoms += _name(core[lead:tail], run)
    atoms += _punctuation(core[tail:], first)
    if atoms:
        atoms[0] = atoms[0]._replace(gap="space" if text[:1] == " " else first.gap)
    return atoms


def _part_units(run: Sequence[Atom]) -> list[Atom]:
    r"""Part units that stand side by side in groups of their own, as in `\mathrm{mol} \mathrm{L}^{-1}`."""
    if run[0].group == run[-1].group or run[0].font != "rm" or any(atom.code != "a" for atom in run):
        return []
    groups: list[list[Atom]] = []
    for atom in run:
        if groups and groups[-1][0].group == atom.group:
            groups[-1].append(atom)
        else:
            groups.append([atom])
    names = ["".join(atom.text for atom in group) for group in groups]
    if not all(name in UNITS for name in names) or all(len(name) == 1 for name in names):
        return []
    return [
        Atom("W" if len(name) > 1 else "V", name, "space" if at else group[0].gap, "rm", group[0].group)
        for at, (name, group) in enumerate(zip(names, groups, strict=True))
    ]


def _punctuation(marks: str, first: Atom) -> list[Atom]:
    return [Atom(CHARACTERS[mark], mark, "", first.font, first.group) for mark in marks if not mark.isspace()]


def _join_run(run: Sequence[Atom]) -> str:
    """Return the text of a run, without the spaces that a model put between all its characters."""
    pieces: list[str] = [run[0].text]
    gaps: list[str] = []
    for atom in run[1:]:
        if atom.gap in {"void", "space"}:
            pieces.append(atom.text)
            gaps.append(atom.gap)
        else:
            pieces[-1] += atom.text
    in_text = run[0].font == "text"
    spaced = _is_spaced(pieces, in_text=in_text)
    parts = [pieces[0]]
    for (before, after), gap in zip(pairwise(pieces), gaps, strict=True):
        if gap == "space" or (not spaced and (in_text or _are_words(before, after))):
            parts.append(" ")
        parts.append(after)
    return "".join(parts)


def _is_spaced(pieces: list[str], *, in_text: bool) -> bool:
    """Tell whether the pieces are single characters: half of them in mathematics, most of them in text."""
    singles = sum(len(piece) == 1 for piece in pieces)
    if not in_text:
        return singles * 2 >= len(pieces)
    return singles * 10 >= len(pieces) * 7 if len(pieces) >= _SURE_WORD else singles == len(pieces)


def _are_words(before: str, after: str) -> bool:
    return before[-2:].isalnum() and len(before) > 1 and after[:2].isalnum() and len(after) > 1


def _name(core: str, run: Sequence[Atom]) -> list[Atom]:
    """Tell what the core of an upright run is: a number with or without its unit, a variable, a function or a word."""
    font, group = run[0].font, run[0].group
    letters = sum(character.isalpha() for character in core)
    if not letters:
        return [Atom("N" if any(map(str.isdecimal, core)) else "?", core, "", font, group)]
    unit = core.lstrip("0123456789.,")
    if unit != core and unit.strip() in UNITS | COUNTED:
        number = core[: -len(unit)]
        gap = "space" if unit[0] == " " else ""
        return [Atom("N", number, "", font, group), Atom("U", unit.strip(), gap, font, group)]
    if all(part in FUNCTIONS for part in core.split()):
        return [Atom("F", core, "", font, group)]
    return [Atom("V" if _is_variable(core, letters, run) else "W", core, "", font, group)]


def _is_variable(core: str, letters: int, run: Sequence[Atom]) -> bool:
    if letters == 1:
        ideograph = ord(core[0]) >= _CJK
        return not (ideograph or (_is_label(core) and (run[0].font != "bf" or "@" in core)))
    font = run[0].font
    groups = len({atom.group for atom in run if atom.code == "a"})
    if (groups == letters or (font == "bf" and 2 * groups > letters)) and core not in FUNCTION_WORDS:
        return True
    sloping = font == "slanted" and letters < _SLOPING_WORD and core.isalpha() and run[-1].gap == "void"
    return sloping or _is_code(core)


def _is_label(core: str) -> bool:
    """Tell labels such as `F1`, `R@5` and `13B` from variables such as `x2`."""
    return _LABEL.fullmatch(core) is not None


def _is_code(core: str) -> bool:
    """Tell `dK`, `T2T`, `xY`: letters and digits in an order that no word has."""
    if len(core) >= _SURE_WORD or not core.isascii() or not core.isalnum() or core == "pH":
        return False
    return any(map(str.isdecimal, core[1:-1])) or (core[:1].islower() and core[1:].isupper())
