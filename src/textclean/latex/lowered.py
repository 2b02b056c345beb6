"""Indices and charges between bare delimiters behind the letters of a chemical formula: `CO$_2$`, `H$_2$O`."""

from __future__ import annotations

import re

from textclean.latex.elements import is_formula
from textclean.latex.plain_text import SUBSCRIPTS, SUPERSCRIPTS

_BEHIND = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z()₀-₉]{0,20}$")
_AHEAD = re.compile(r"[A-Z][A-Za-z()₀-₉]{0,20}(?![a-z])|")


_SPAN = re.compile(r"\$\s*_\s*\{?\s*(\d{1,2})\s*\}?\s*\$")


def _write_indices(text: str) -> str:
    return _SPAN.sub(lambda match: "".join(SUBSCRIPTS[digit] for digit in match[1]), text)


def continues_formula(before: str, lowered: str, raised: str, after: str) -> bool:
    """Tell whether an index, with a charge behind it, completes a formula with the letters around it."""
    behind = _BEHIND.search(_write_indices(before))
    if behind is None:
        return False
    ahead = _AHEAD.match(_write_indices(after))
    index = "".join(SUBSCRIPTS.get(character, character) for character in lowered)
    charge = "".join(SUPERSCRIPTS.get(character, character) for character in raised)
    letters = "" if charge or ahead is None else ahead[0]
    return is_formula(behind[0] + index + charge + letters, italic=False)
