"""Indices and charges between delimiters of their own behind the letters of a chemical formula: `CO$_2$`, `H$_2$O`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.elements import is_formula
from textclean.latex.plain_text import SUBSCRIPTS, SUPERSCRIPTS
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom
    from textclean.latex.setting import Setting

_BEHIND = lazy_pattern(r"(?<![A-Za-z])[A-Z][A-Za-z()₀-₉]{0,20}$")
_AHEAD = lazy_pattern(r"[A-Z][A-Za-z()₀-₉]{0,20}(?![a-z])|")
_SPAN = lazy_pattern(r"\$\s*_\s*\{?\s*(\d{1,2})\s*\}?\s*\$")


def completes_formula(atoms: Sequence[Atom], sig: str, setting: Setting) -> bool:
    """Tell whether an index, with a charge behind it or none, completes a formula with the letters around it."""
    if sig not in {"s", "sc"}:
        return False
    behind = _BEHIND.search(_write_indices(setting.before))
    ahead = _AHEAD.match(_write_indices(setting.after))
    if behind is None or ahead is None:
        return False
    index = "".join(SUBSCRIPTS.get(digit, digit) for digit in atoms[0].text)
    charge = "".join(SUPERSCRIPTS.get(character, character) for atom in atoms[1:] for character in atom.text)
    return is_formula(behind[0] + index + (charge or ahead[0]), italic=False)


def _write_indices(text: str) -> str:
    return _SPAN.sub(lambda match: "".join(SUBSCRIPTS.get(digit, digit) for digit in match[1]), text)
