"""When the article was published and last changed, as the page says; not when it was printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textclean.article.calendar.calendar_names import weekday_of
from textclean.article.calendar.date_labels import TIME, YEAR, date_label
from textclean.article.calendar.printed_dates import PrintedDate, date_doubts, find_dates
from textclean.article.context import Found
from textclean.article.names.byline_words import byline_names
from textclean.article.names.credits import read_credits
from textclean.article.partial_date import date_parts
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.context import ReadingContext
    from textclean.article.page.layout import Layout

_PAGE_OF_PRINT = lazy_pattern(r"\d{1,4}\s*(?:/|[^\W\d_]{1,6})\s*\d{1,4}\s+\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_END_OF_SHEET = lazy_pattern(r"\S{1,5}(?:\s\S{1,5}){0,2}\s+(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}, \d{1,2}[:.]\d{2})")
_DIGIT = lazy_pattern(r"\d")
_WORDS = lazy_pattern(r"[^\W\d_]{2,}")
_NO_DATE_LINES = frozenset({"stamp", "counter", "copyright", "url", "reader_url", "breadcrumb"})
_OF_SYSTEMS = frozenset({"joomla", "wordpress_posted", "drupal_submitted"})
_LONGEST_LINE = 200
_MOST_LINES = 2_000
_FULL = 0.75
_SHORT = 40
_MOST_OTHER_WORDS, _MOST_SMALL_WORDS = 7, 2
_LINES_OF_HEAD = 14
_LINES_ABOVE_TITLE, _LINES_BELOW_TITLE, _LINES_BEHIND_BODY = 4, 30, 4


class _Dated(NamedTuple):
    date: PrintedDate
    label: str | None
    line: int
    offset: int


def read(context: ReadingContext) -> Found | None:
    """Read the date of publication, or None where the page prints none.

    In order: what a print page of a content management system labels so, a date with such a label near the title, a
    date alone near the title, the same behind the text. Stamps of browsers (`11/23/26, 9:49 AM`) and page counters are
    no dates of publication, nor are dates in sentences. Where only a last change is dated, that date is taken, with a
    warning.
    """
    dated = context.once(_near_title) or context.once(_behind_text) or list(_labelled_anywhere(context))
    chosen = next((one for one in dated if one.label == "published"), None)
    chosen = chosen or next((one for one in dated if one.label is None), None) or next(iter(dated), None)
    if chosen is None:
        return None
    found = _as_found(context, chosen, "date." + (chosen.label or "alone"))
    if chosen.label == "updated":
        context.warn("date-of-update", "only the date of the last change stands there", found.start, found.end)
    return found


def read_modified(context: ReadingContext) -> Found | None:
    """Read the date of the last change, or None where the page prints none."""
    dated = [*context.once(_near_title), *context.once(_behind_text)]
    chosen = next((one for one in dated if one.label == "updated"), None)
    return _as_found(context, chosen, "date.updated") if chosen else None


def _as_found(context: ReadingContext, one: _Dated, rule: str) -> Found:
    date = _settled(context, one.date)
    start = context.layout.lines[one.line].start
    end = context.layout.lines[one.line].end
    for code, message in date_doubts(date, context.as_of):
        context.warn(code, message, start, end)
    return Found(date.value, start, end, rule, in_source=True)


def _settled(context: ReadingContext, date: PrintedDate) -> PrintedDate:
    """Decide `09/10/2025` by a date in an address of the page, where one stands; then it is in doubt no more."""
    if date.other is None:
        return date
    for value in (date.value, date.other):
        year, month, day = date_parts(value)
        if re.search(rf"{year}(?P<s>[-/]?)0?{month}(?P=s){day:02}(?!\d)", context.source) and year and month and day:
            return date._replace(value=value, other=None)
    return date


def _near_title(context: ReadingContext) -> list[_Dated]:
    layout = context.layout
    title = context.found.get("title")
    first, last = 0, layout.first_paragraph
    if title is not None and title.in_source:
        first = max(0, layout.index_at(title.start) - _LINES_ABOVE_TITLE)
        last = layout.index_at(title.end - 1) + _LINES_BELOW_TITLE
    system = [index for index, kind in enumerate(layout.kinds) if kind in _OF_SYSTEMS]
    below = [index for index in range(first, min(last + 1, len(layout.lines))) if index not in system]
    if title is not None and title.in_source:  # what stands below the title is nearer to it than what stands above
        at = layout.index_at(title.start)
        below.sort(key=lambda index: (index > at + _LINES_OF_HEAD, index < at, abs(index - at)))
    return [dated for index in (*system, *below) for dated in _in_line(context, index)]


def _behind_text(context: ReadingContext) -> list[_Dated]:
    layout = context.layout
    last = layout.last_paragraph
    count = len(layout.lines)
    behind = range(last + 1, min(count, last + 1 + _LINES_BEHIND_BODY)) if last >= 0 else ()
    looked_at = dict.fromkeys((*behind, *range(max(0, count - _LINES_BEHIND_BODY), count)))
    return [dated for index in looked_at for dated in _in_line(context, index)]


def _labelled_anywhere(context: ReadingContext) -> Iterator[_Dated]:
    """Yield the dates of the first line, of all that an article can have, with a label beside one."""
    for index in range(min(len(context.layout.lines), _MOST_LINES)):
        dated = list(_in_line(context, index))
        if any(one.label for one in dated):
            yield from dated
            return


def _in_line(context: ReadingContext, index: int) -> Iterator[_Dated]:
    line, kind = context.layout.lines[index], context.layout.kinds[index]
    text = line.text
    if len(text) > _LONGEST_LINE or not _DIGIT.search(text):
        return
    if kind in _NO_DATE_LINES or not (YEAR.search(text) or _is_labelled(text)) or _PAGE_OF_PRINT.match(text):
        return
    sheet = _END_OF_SHEET.fullmatch(text)
    if sheet and context.source.count(sheet[1]) > 1:
        return
    dates = [date for date in find_dates(text, context.language) if _is_whole(date) or _is_labelled(text)]
    if not dates or not (kind in _OF_SYSTEMS or _is_mostly_date(text, dates, context.language)):
        return
    in_prose = _is_in_prose(context.layout, index) or context.layout.goes_on(index)
    if in_prose and date_label(text[: dates[0].start], context.language) is None:
        return
    at = 0
    for date in dates:
        label = date_label(text[at : date.start], context.language)
        if label != "other":
            yield _Dated(date, label, index, line.start)
        at = date.end


def _is_in_prose(layout: Layout, index: int) -> bool:
    """Tell whether a line stands between full lines of a paragraph, as in a narrow column."""
    if not layout.first_paragraph < index < len(layout.lines) - 1:
        return False
    before, line, behind = layout.lines[index - 1 : index + 2]
    full = _FULL * layout.width
    return (
        not line.gap
        and not behind.gap
        and min(len(before.text), len(behind.text)) > full
        and before.page == behind.page
    )


def _is_labelled(text: str) -> bool:
    """Tell whether a short line opens with a label: then it may be a date even without its year."""
    return len(text) <= _SHORT and text[-1:].isalnum() and date_label(text.split(" ", 1)[0]) is not None


def _is_whole(date: PrintedDate) -> bool:
    return None not in date_parts(date.value)


def _is_mostly_date(text: str, dates: list[PrintedDate], language: str) -> bool:
    """Tell a date of the page from one in a sentence: it has a label, or few words beside it and no stop behind."""
    if any(
        date_label(text[a : b.start], language) for a, b in zip((0, *(date.end for date in dates)), dates, strict=False)
    ):
        return True
    names = byline_names(text, language)
    if names and read_credits(names) and weekday_of(names.strip(" ,"), language) is None:
        return True
    before = TIME.sub(" ", text[: dates[0].start])
    if ":" in before:
        return False
    if sum(word.islower() for word in _WORDS.findall(before)) > _MOST_SMALL_WORDS:
        return False
    rest = text
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[date.end :]
    words = _WORDS.findall(TIME.sub(" ", rest))
    return len(words) <= _MOST_OTHER_WORDS and not TIME.sub("0", text).rstrip().endswith((".", ",", "?", "!"))
