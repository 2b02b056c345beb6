"""Ligatures that a font leaked into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner
from textclean.structure.odd_characters import LIGATURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_LIGATURE = lazy_pattern(f"[{''.join(LIGATURES)}]")


@cleaner(inside={"table"}, reasons={"ligature.latin"})
def expand_ligatures(text: str, structure: Structure) -> Iterator[Edit]:
    """Write the Latin ligatures of PDF fonts as letters: ﬀ, ﬁ, ﬂ, ﬃ, ﬄ, ﬅ and ﬆ.

    Left alone: œ, æ, ĳ and ǆ, which are letters of French, Danish, Dutch and Croatian (ftfy takes the last two
    apart), and ligatures of other scripts. ﬅ keeps its long s, as old prints do.

    >>> expand_ligatures("the ﬁnal eﬀort of a sœur")
    'the final effort of a sœur'
    """
    if structure.characters.isdisjoint(LIGATURES):
        return
    for match in _LIGATURE.finditer(text):
        yield Edit(match.start(), match.end(), LIGATURES[match[0]], "ligature.latin")
