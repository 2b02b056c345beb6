"""The subtitle: the one emphasised block between title and text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from textclean.article.context import Found
from textclean.article.page.line_kinds import kind_of
from textclean.article.page.lines import plain
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext
    from textclean.article.page.blocks import TextBlock

_STRONG = lazy_pattern(r"(\*\*|__)(?=\S)[^*_]{20,}(?<=\S)\1")
_WORDS = range(5, 81)
_MOST_MARKS = 8


def read(context: ReadingContext) -> Found | None:
    """Read the deck that a print page sets in bold below its title, or None; plain text does not show one.

    Marks between the two (a byline, a date) are passed over. Two bold blocks in a row are headings or a list.
    """
    title = context.found.get("title")
    if title is None:
        return None
    at = context.cleaned.to_cleaned(title.start, title.end)[1] if title.in_source else title.end
    below = [block for block in context.blocks if block.start >= at][: _MOST_MARKS + 2]
    for block, following in pairwise(below):
        text = plain(block.raw.replace("\n", " "))[0]
        if kind_of(text) is not None:
            continue
        if _is_deck(block) and not _is_deck(following) and not following.level and len(text.split()) in _WORDS:
            return Found(text, block.start, block.end, "subtitle.strong")
        return None
    return None


def _is_deck(block: TextBlock) -> bool:
    return not block.level and bool(_STRONG.fullmatch(block.raw.replace("\n", " ")))
