"""The head of a first paragraph that says where, when and by whom: `La Paz, January 5 (RHC)--`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.calendar.printed_dates import date_doubts
from textclean.article.context import Found
from textclean.article.model import Dateline
from textclean.article.names.printed_datelines import parse_dateline
from textclean.article.page.line_kinds import kind_of
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.context import ReadingContext

_SHORTEST_PARAGRAPH, _SHORTEST_LINE = 60, 25
_HEAD = 400
_LABELLED = lazy_pattern(r"(?m)^[^\W\d_][^\n:.!?]{2,30}:(?=\s\S)")
_LIST = 4
_STOPS = (".", "!", "?", "…", "”", '"', "»")
_FIRST_PARAGRAPHS, _WITH_AGENCY_OR_DATE = 4, 14
"""Paragraphs looked at: captions and summaries stand before the story; a bare place counts only near its head."""
_FIRST_BLOCKS = 200


def read(context: ReadingContext) -> Found | None:
    """Read the dateline at the head of one of the first paragraphs, or None; what it leaves out stays out."""
    for number, start, paragraph in _openings(context):
        found = parse_dateline(paragraph, context.language, context.text)
        if found is None:
            continue
        if (
            not found.agency
            and not found.date
            and (number >= _FIRST_PARAGRAPHS or _is_in_list(context, start, found.end))
        ):
            continue
        begin, end = start + found.start, start + found.end
        for code, message in date_doubts(found.date, context.as_of) if found.date else ():
            context.warn(code, message, begin, end)
        date = found.date.value if found.date else None
        text = context.text[begin:end].strip()
        value = Dateline(place=found.place, region=found.region, date=date, agency=found.agency, text=text)
        return Found(value, begin, end, "dateline." + ("agency" if found.agency else "date" if date else "place"))
    return None


def _is_in_list(context: ReadingContext, start: int, length: int) -> bool:
    """Tell whether `Place: …` is one of several labelled lines: weather by town, results, an interview."""
    if ":" not in context.text[start : start + length]:
        return False
    return len({label[0] for label in _LABELLED.finditer(context.text)}) >= _LIST


def _openings(context: ReadingContext) -> Iterator[tuple[int, int, str]]:
    """Yield what may open a paragraph behind the title: how many paragraphs came before it, its offset, its text."""
    title = context.found.get("title")
    at = 0
    if title is not None:
        at = context.cleaned.to_cleaned(title.start, title.end)[1] if title.in_source else title.end
    paragraphs = 0
    blocks = [block for block in context.blocks if not block.level and block.end > at]
    for block in blocks[:_FIRST_BLOCKS]:
        start = block.start
        before = ""
        for line in context.text[block.start : block.end].split("\n"):
            rest = min(block.end - start, _HEAD)
            opens = start >= at and len(line) >= _SHORTEST_LINE and rest >= _SHORTEST_PARAGRAPH
            if opens and _may_open_behind(before) and kind_of(line) is None:
                yield paragraphs, start, context.text[start : start + rest].replace("\n", " ")
                paragraphs += len(line) >= _SHORTEST_PARAGRAPH
            before = line
            start += len(line) + 1
        if paragraphs >= _WITH_AGENCY_OR_DATE:
            return


def _may_open_behind(line: str) -> bool:
    """Tell whether a paragraph may begin behind a line of its block: it is short, a mark, or ends a sentence."""
    return len(line) < _SHORTEST_PARAGRAPH or line.rstrip().endswith(_STOPS) or kind_of(line) is not None
