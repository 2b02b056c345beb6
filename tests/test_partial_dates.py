"""Dates that may lack parts: read as they are printed, with nothing added."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from textclean.article.calendar.printed_dates import date_doubts, find_dates, parse_date
from textclean.article.partial_date import EdtfDate, date_parts, edtf

EDTF = TypeAdapter(EdtfDate)


@pytest.mark.parametrize(
    "value", ["2024-01-05", "2024-01", "2024", "XXXX-01-05", "XXXX-02-29", "2024-01-05T10:30:00Z", "2024-XX-05"]
)
def test_edtf_is_taken(value: str) -> None:
    """Level 0 and the unspecified digits of level 1 and 2 that a date of an article needs."""
    assert EDTF.validate_python(value) == value


@pytest.mark.parametrize(
    "value",
    ["2023-02-29", "2024-13-01", "XXXX", "--01-05", "2024-1-5", "05/01/2024", "2024-01-05T10:30", "XXXX-02-30", ""],
)
def test_what_is_no_date_is_refused(value: str) -> None:
    """A day the calendar lacks, other notations, and nothing at all."""
    with pytest.raises(ValidationError):
        EDTF.validate_python(value)


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)), st.booleans(), st.booleans())
def test_parts_come_round(day: date, has_year: bool, has_day: bool) -> None:
    """What is written as EDTF reads back as the same parts."""
    year = day.year if has_year or not has_day else None
    written = edtf(year, day.month, day.day if has_day else None)
    assert date_parts(written) == (year, day.month, day.day if has_day else None)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "January 5, 2024", "2024-01-05"),
        ("en", "Friday, 5 January", "XXXX-01-05"),
        ("en", "the 5th of January, 2024", "2024-01-05"),
        ("en", "Sept. 9, 2021", "2021-09-09"),
        ("en", "January 2024", "2024-01"),
        ("en", "5-Jan-24", "2024-01-05"),
        ("en", "2024-01-05T10:00:00Z", "2024-01-05"),
        ("en", "22:04, 22 Apr 2024", "2024-04-22"),
        ("es", "5 de enero de 2024", "2024-01-05"),
        ("es", "15 OCT 2024 - 08:22", "2024-10-15"),
        ("pt", "5 de janeiro de 2024", "2024-01-05"),
        ("fr", "1er janvier 2024", "2024-01-01"),
        ("de", "5. Jänner 2024", "2024-01-05"),
        ("de", "05.01.2024, 10:30 Uhr", "2024-01-05"),
        ("it", "27 set. 2018", "2018-09-27"),
        ("nl", "5 maart 2024", "2024-03-05"),
        ("sv", "den 5 januari 2024", "2024-01-05"),
        ("fi", "5. tammikuuta 2024", "2024-01-05"),
        ("pl", "6 listopada 2025", "2025-11-06"),
        ("hr", "6. listopada 2025.", "2025-10-06"),
        ("cs", "5. 1. 2024", "2024-01-05"),
        ("hu", "2024. január 5.", "2024-01-05"),
        ("lt", "2024 m. sausio 5 d.", "2024-01-05"),
        ("lv", "2024. gada 5. janvāris", "2024-01-05"),
        ("ru", "11 октября 2018", "2018-10-11"),
        ("uk", "3 травня 2024 року", "2024-05-03"),
        ("el", "5 Ιανουαρίου 2024", "2024-01-05"),
        ("tr", "5 Ocak 2024", "2024-01-05"),
        ("ar", "٥ يناير ٢٠٢٤", "2024-01-05"),
        ("hi", "5 जनवरी 2024", "2024-01-05"),
        ("th", "5 มกราคม 2567", "2024-01-05"),
        ("vi", "22 tháng 10, 2025", "2025-10-22"),
        ("id", "5 Januari 2024", "2024-01-05"),
        ("ja", "2024年1月5日（金）", "2024-01-05"),
        ("ko", "2024년 1월 5일", "2024-01-05"),
        ("zh", "1月5日", "XXXX-01-05"),
    ],
)
def test_dates_of_many_languages(language: str, text: str, value: str) -> None:
    """Months in the words of the language, in the order and with the marks it has."""
    assert parse_date(text, language) == value


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "last Friday",
        "10:30",
        "3/9",
        "page 3 of 9",
        "12.5",
        "May",
        "5",
        "2024",
        "31.02.2024",
        "1.2.3.4",
        "",
    ],
)
def test_nothing_is_invented(text: str) -> None:
    """What is relative, a time, a counter or no day of the calendar gives no date."""
    assert parse_date(text, "en") is None


@pytest.mark.parametrize(("language", "value"), [("en", "2024-05-01"), ("fr", "2024-01-05"), ("und", "2024-01-05")])
def test_the_language_decides_the_order_of_figures(language: str, value: str) -> None:
    """`05/01/2024` is in May in American English alone, and in doubt everywhere."""
    found = find_dates("05/01/2024", language)[0]
    assert found.value == value
    assert [code for code, _ in date_doubts(found)] == ["ambiguous-date"]


def test_a_weekday_decides_the_order_of_figures() -> None:
    """A print page in English about a text in another language says its weekday."""
    found = find_dates("Wed, 09/10/2025 - 07:53", "de")[0]
    assert found.value == "2025-09-10"
    assert not list(date_doubts(found))


def test_a_weekday_that_contradicts_is_told() -> None:
    """5 January 2024 was a Friday."""
    codes = [code for code, _ in date_doubts(find_dates("Monday, January 5, 2024", "en")[0])]
    assert codes == ["weekday-contradicts-date"]
    assert not list(date_doubts(find_dates("Friday, January 5, 2024", "en")[0]))


def test_a_date_after_the_run_is_told() -> None:
    """The run says what counts as today; without it nothing is in the future."""
    found = find_dates("January 5, 2024", "en")[0]
    assert [code for code, _ in date_doubts(found, date(2024, 1, 4))] == ["date-in-future"]
    assert not list(date_doubts(found, date(2024, 1, 5)))
    assert not list(date_doubts(found))


@given(st.text(max_size=80), st.sampled_from(["en", "es", "de", "ja", "und", "xx"]))
def test_any_text_is_searched_without_raising(text: str, language: str) -> None:
    """Dates found lie in order inside the text, and each is valid."""
    at = 0
    for found in find_dates(text, language):
        assert at <= found.start < found.end <= len(text)
        EDTF.validate_python(found.value)
        at = found.end
