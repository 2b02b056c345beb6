"""What a document says of itself in a standard form, which comes before anything read from how it looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from textclean.article.calendar.printed_dates import find_dates
from textclean.article.context import Found
from textclean.article.declared import columns, front_matter
from textclean.article.model import Author, Dateline, Publisher
from textclean.article.names.byline_words import byline_names
from textclean.article.names.credits import read_credits
from textclean.article.names.printed_datelines import parse_dateline
from textclean.lazy_pattern import lazy_pattern
from textclean.structure.front_matter import front_matter_end

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext
    from textclean.article.declared.wire_headers import Header

LABELS = {
    "title": ("headline", "hd"),
    "authors": ("byline", "by"),
    "dateline": ("dateline",),
    "published": ("pd", "load-date"),
    "publisher": ("sn",),
    "section": ("section", "se"),
}
"""Which labels of Nexis and Factiva say which field."""

_PAGE_OR_COLUMN = lazy_pattern(r"(?:pg|page|column|col)\b.*|\d+", re.IGNORECASE)
_LONGEST_TITLE_LINES = 4


def read(context: ReadingContext, field: str) -> Found | None:
    """Read a field from a table's column, front matter, or the labels of LexisNexis and Factiva; None where none is."""
    if not context.once(_declares):
        return None
    return columns.read(context, field) or front_matter.read(context, field) or _from_labels(context, field)


def _declares(context: ReadingContext) -> bool:
    """Tell whether a document says anything of itself: hardly any does, and each field asks."""
    return bool(context.columns or front_matter_end(context.source) or context.layout.wire_headers)


def _from_labels(context: ReadingContext, field: str) -> Found | None:
    headers = context.layout.wire_headers
    if not headers:
        return None
    if field == "published" and "pd" not in headers:
        found = _date_above_labels(context)
        if found:
            return found
    if field == "title" and not headers.keys() & {"headline", "hd"}:
        return _title_above_labels(context)
    for label in LABELS.get(field, ()):
        header = headers.get(label)
        value = _READERS[field](header.value, context.language) if header else None
        if header and value:
            return _found(context, value, header, f"wire.{label}")
    return None


def _found(context: ReadingContext, value: Any, header: Header, rule: str) -> Found:  # noqa: ANN401 - as in `Found`
    lines = context.layout.lines
    return Found(value, lines[header.first].start, lines[header.last].end, rule, in_source=True)


def _date_above_labels(context: ReadingContext) -> Found | None:
    """Read the day of the paper, which Nexis prints below its name; `LOAD-DATE` is when the database took the text."""
    first = min(header.first for header in context.layout.wire_headers.values())
    for line in context.layout.lines[:first]:
        dates = find_dates(line.text, context.language)
        if len(dates) == 1 and not line.text[: dates[0].start].strip() and "X" not in dates[0].value:
            return Found(dates[0].value, line.start, line.end, "wire.edition", in_source=True)
    return None


def _title_above_labels(context: ReadingContext) -> Found | None:
    """Read the title of a Nexis document without a label for it: the lines right above the first label."""
    lines = context.layout.lines
    last = min(header.first for header in context.layout.wire_headers.values()) - 1
    if last < 0 or find_dates(lines[last].text, context.language):
        return None
    first = last
    while first and not lines[first].gap and last - first < _LONGEST_TITLE_LINES:
        first -= 1
    title = " ".join(line.text for line in lines[first : last + 1])
    return Found(title, lines[first].start, lines[last].end, "wire.above-labels", in_source=True)


def _authors(value: str, language: str) -> tuple[Author, ...]:
    return tuple(Author(**one._asdict()) for one in read_credits(byline_names(value, language) or value))


def _dateline(value: str, language: str) -> Dateline | None:
    found = parse_dateline(f"{value.rstrip(' .,')} (AP) - ", language)
    if found is None:
        return None
    date = found.date.value if found.date else None
    return Dateline(place=found.place, region=found.region, date=date, text=value)


def _date(value: str, language: str) -> str | None:
    dates = find_dates(value, language)
    return dates[0].value if len(dates) == 1 else None


def _section(value: str, _language: str) -> tuple[str, ...]:
    parts = (part.strip() for part in value.split(";"))
    return tuple(part for part in parts if part and not _PAGE_OR_COLUMN.fullmatch(part))


_READERS: dict[str, Any] = {
    "title": lambda value, _language: value or None,
    "authors": _authors,
    "dateline": _dateline,
    "published": _date,
    "publisher": lambda value, _language: Publisher(name=value) if value else None,
    "section": _section,
}
