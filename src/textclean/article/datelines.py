"""The head of a first paragraph that says where, when and by whom: `La Paz, January 5 (RHC)--`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.context import Found
from textclean.article.layout import kind_of
from textclean.article.model import Dateline
from textclean.article.printed_datelines import parse_dateline
from textclean.article.printed_dates import date_doubts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.context import ReadingContext

_SHORTEST_PARAGRAPH = 60
_FIRST_PARAGRAPHS = 3
_FIRST_LINES = 40


def read(context: ReadingContext) -> Found | None:
    """Read the dateline at the head of one of the first paragraphs, or None; what it leaves out stays out."""
    for start, paragraph in _openings(context):
        found = parse_dateline(paragraph, context.language, context.text)
        if found is None:
            continue
        begin, end = start + found.start, start + found.end
        for code, message in date_doubts(found.date, context.as_of) if found.date else ():
            context.warn(code, message, begin, end)
        date = found.date.value if found.date else None
        text = context.text[begin:end].strip()
        value = Dateline(place=found.place, region=found.region, date=date, agency=found.agency, text=text)
        return Found(value, begin, end, "dateline." + ("agency" if found.agency else "date" if date else "place"))
    return None


def _openings(context: ReadingContext) -> Iterator[tuple[int, str]]:
    """Yield the first lines behind the title with their offsets, until three paragraphs have passed."""
    title = context.found.get("title")
    at = 0
    if title is not None:
        at = context.cleaned.to_cleaned(title.start, title.end)[1] if title.in_source else title.end
    paragraphs = 0
    lines = 0
    for block in context.blocks:
        if block.level or block.end <= at:
            continue
        start = block.start
        for line in context.text[block.start : block.end].split("\n"):
            if start >= at and len(line) >= _SHORTEST_PARAGRAPH and kind_of(line) is None:
                yield start, line
                paragraphs += 1
            lines += 1
            start += len(line) + 1
            if paragraphs > _FIRST_PARAGRAPHS or lines > _FIRST_LINES:
                return
