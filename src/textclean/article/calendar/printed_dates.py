"""Dates as print and web pages write them, found in a line of text and read without adding anything to them."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textclean.article.calendar.calendar_names import date_order, month_of, weekday_of
from textclean.article.calendar.date_forms import DATE_FORMS, WORD
from textclean.article.partial_date import date_parts, edtf, is_day
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_DIGIT = lazy_pattern(r"\d")
_OTHER_DIGITS = lazy_pattern(r"[^\D0-9]")
_WORD_BEFORE = lazy_pattern(rf"(?:({WORD})\s)?({WORD})\.?,?\s{{0,2}}(?:the\s|den\s|d\.\s)?$")
_WORD_BEHIND = lazy_pattern(rf"\s?[（(]({WORD})[)）]|,?\s({WORD})")
_PIVOT = 69
"""Two-digit years below belong to 2000, as in POSIX `strptime`."""

_BUDDHIST_ERA = 543
"""Thai dates count from 543 BC; no year after 2500 of the common era is in print yet."""
_LAST_YEAR = 2099

_REFERENCES = (datetime(2003, 2, 4), datetime(2012, 11, 23))  # noqa: DTZ001 - only their parts are compared
_FALLBACK_LONGEST = 60
_PARTS = ("year", "month", "day")


class PrintedDate(NamedTuple):
    """A date read in `text[start:end]`: `value` is EDTF; `other` what it would be with day and month exchanged.

    `weekday` (0 is Monday) is the one printed beside it, which may be wrong.
    """

    value: str
    start: int
    end: int
    other: str | None = None
    weekday: int | None = None


@lru_cache(maxsize=4096)
def find_dates(text: str, language: str = "und") -> tuple[PrintedDate, ...]:
    """Return the dates in a short `text`, in order; where forms overlap, the one that starts first and says most.

    The language decides `05/01/2024`, unless a weekday printed beside it does; `other` then holds the second reading.

    >>> [found.value for found in find_dates("Submitted on Wed, 09/10/2025 - 07:53", "de")]
    ['2025-09-10']
    >>> find_dates("pages 3/9, at 10:30, 5 people, May be 12.5")
    ()
    """
    if not _DIGIT.search(text):
        return ()
    if not text.isascii():
        text = _OTHER_DIGITS.sub(lambda digit: str(int(digit[0])), text)
    candidates = [found for form in DATE_FORMS for match in form.finditer(text) if (found := _read(match, language))]
    candidates.sort(key=lambda found: (found.start, -_parts_known(found), -found.end))
    chosen: list[PrintedDate] = []
    for found in candidates:
        if chosen and found.start < chosen[-1].end:
            if _parts_known(found) > _parts_known(chosen[-1]):
                chosen[-1] = found
            continue
        chosen.append(found)
    return tuple(chosen)


def parse_date(text: str, language: str = "und") -> str | None:
    """Return the one date that `text` is as EDTF, or None; what does not stand there is not added.

    What the forms of `find_dates` do not cover goes to dateparser under two reference dates: what moves with them
    was not there.

    >>> parse_date("Jan. 5", "en"), parse_date("5 de enero de 2024", "es"), parse_date("05/01/2024", "fr")
    ('XXXX-01-05', '2024-01-05', '2024-01-05')
    >>> parse_date("yesterday", "en") is None
    True
    """
    found = find_dates(text.strip(), language)
    if found:
        return found[0].value if len(found) == 1 else None
    return _ask_dateparser(text.strip(), language)


def _parts_known(found: PrintedDate) -> int:
    return sum(part is not None for part in date_parts(found.value))


def _read(match: re.Match[str], language: str) -> PrintedDate | None:
    group = match.groupdict()
    year = _full_year(group.get("y"), language)
    if year is not None and year > _LAST_YEAR:
        return None
    if group.get("a"):
        return _read_numbers(match, int(group["a"]), int(group["b"]), year, language)
    month = month_of(group["w"], language) if group.get("w") else int(group.get("m") or 0)
    day = int(group.get("d") or group.get("d2") or 0)
    if not month or month > 12 or (day and not is_day(year, month, day)):  # noqa: PLR2004 - months
        return None
    if not day and (year is None or (group.get("w") and _is_inside_sentence(match))):
        return None
    start, end = match.span()
    return PrintedDate(edtf(year, month, day or None), start, end, None, _weekday_beside(match, language))


def _is_inside_sentence(match: re.Match[str]) -> bool:
    """Tell whether the year stands first: `2024 may` is a month only in a form that also has a day."""
    return match.start("y") < match.start("w")


def _read_numbers(match: re.Match[str], first: int, second: int, year: int | None, language: str) -> PrintedDate | None:
    readings = [
        (year, month, day)
        for order, day, month in (("DMY", first, second), ("MDY", second, first))
        if is_day(year, month, day) and not (order == "MDY" and match["s"] == ".")
    ]
    if not readings or year is None:
        return None
    weekday = _weekday_beside(match, language)
    if len(readings) > 1 and first != second:
        if date_order(language) == "MDY":
            readings.reverse()
        if weekday is not None:
            agreeing = [reading for reading in readings if date(*reading).weekday() == weekday]  # type: ignore[arg-type]
            if len(agreeing) == 1:
                readings = agreeing
    other = edtf(*readings[1]) if len(readings) > 1 and first != second else None
    return PrintedDate(edtf(*readings[0]), match.start(), match.end(), other, weekday)


def _full_year(digits: str | None, language: str) -> int | None:
    if not digits:
        return None
    year = int(digits.lstrip("'’"))
    if language == "th" and year > _LAST_YEAR:
        return year - _BUDDHIST_ERA
    if year >= 100:  # noqa: PLR2004 - written in full
        return year
    return year + (2000 if year < _PIVOT else 1900)


def _weekday_beside(match: re.Match[str], language: str) -> int | None:
    text = match.string
    before = _WORD_BEFORE.search(text, max(0, match.start() - 24), match.start())
    for words in (f"{before[1]} {before[2]}", before[2]) if before else ():
        if (known := weekday_of(words, language)) is not None:
            return known
    behind = _WORD_BEHIND.match(text, match.end())
    return weekday_of(behind[1] or behind[2], language) if behind else None


@lru_cache(maxsize=1024)
def _ask_dateparser(text: str, language: str) -> str | None:
    if len(text) > _FALLBACK_LONGEST or not _DIGIT.search(text) or not any(map(str.isalpha, text)):
        return None
    from dateparser import parse  # type: ignore[import-untyped]  # noqa: PLC0415 - costs start-up time

    readings = []
    for reference in _REFERENCES:
        settings = {"RELATIVE_BASE": reference, "PARSERS": ["absolute-time"], "RETURN_AS_TIMEZONE_AWARE": False}
        try:
            reading = parse(text, languages=[language.partition("-")[0]], settings=settings)
        except ValueError:
            return None
        if reading is None:
            return None
        readings.append(reading)
    one, two = readings
    year, month, day = (getattr(one, part) if getattr(one, part) == getattr(two, part) else None for part in _PARTS)
    if year is not None and (year > _LAST_YEAR or str(year) not in text):
        return None
    return edtf(year, month, day) if month is not None and (year or day) else None


def date_doubts(found: PrintedDate, as_of: date | None = None) -> Iterator[tuple[str, str]]:
    """Yield code and message of what is doubtful about a date: its weekday, its order, or that it is yet to come."""
    parts = date_parts(found.value)
    if parts.year is None:
        yield "date-without-year", f"no year stands beside {found.value}"
    if parts.year is None or parts.month is None or parts.day is None:
        return
    day = date(parts.year, parts.month, parts.day)
    if found.weekday is not None and day.weekday() != found.weekday:
        yield "weekday-contradicts-date", f"{found.value} is a {day:%A}, which is not the weekday printed beside it"
    if found.other is not None:
        yield "ambiguous-date", f"read as {found.value}; with day and month exchanged it would be {found.other}"
    if as_of is not None and day > as_of:
        yield "date-in-future", f"{found.value} is after {as_of.isoformat()}, the day this run counts as today"
