"""Dates that may lack parts, as EDTF text (ISO 8601-2): `2024-01-05`, `2024-01`, `XXXX-01-05`."""

from __future__ import annotations

from calendar import monthrange
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field

_TIME = r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?"

EDTF_PATTERN = rf"^(\d{{4}}|XXXX)(-(0[1-9]|1[0-2]|XX)(-(0[1-9]|[12]\d|3[01]|XX)({_TIME})?)?)?$"
"""Year, month and day, each digit group known or `X`; a time only behind a day."""

_LEAP_YEAR = 2000


class DateParts(NamedTuple):
    """What is known of a date; None where the part is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def edtf(year: int | None = None, month: int | None = None, day: int | None = None) -> str:
    """Write what is known of a date as EDTF. Raises `ValueError` for a day that its month never has.

    >>> edtf(2024, 1, 5), edtf(month=1, day=5), edtf(2024, 1)
    ('2024-01-05', 'XXXX-01-05', '2024-01')
    """
    if day is not None and not is_day(year, month, day):
        message = f"no such day: year {year}, month {month}, day {day}"
        raise ValueError(message)
    parts = ["XXXX" if year is None else f"{year:04}"]
    if month is not None or day is not None:
        parts.append("XX" if month is None else f"{month:02}")
    if day is not None:
        parts.append(f"{day:02}")
    return "-".join(parts)


def is_day(year: int | None, month: int | None, day: int) -> bool:
    """Tell whether the calendar has that day; without a year, 29 February exists."""
    longest = 31 if month is None else monthrange(year or _LEAP_YEAR, month)[1] if 1 <= month <= 12 else 0  # noqa: PLR2004
    return 1 <= day <= longest and (year is None or year > 0)


def date_parts(value: str) -> DateParts:
    """Return what an EDTF date says; a time behind it is left out.

    >>> date_parts("XXXX-01-05")
    DateParts(year=None, month=1, day=5)
    """
    return DateParts(*(None if "X" in part else int(part) for part in value.partition("T")[0].split("-")))


def _must_exist(value: str) -> str:
    parts = date_parts(value)
    if parts == (None, None, None):
        message = "a date of which nothing is known is no date"
        raise ValueError(message)
    if parts.day is not None and not is_day(parts.year, parts.month, parts.day):
        message = f"the calendar has no {value}"
        raise ValueError(message)
    return value


EdtfDate = Annotated[str, Field(pattern=EDTF_PATTERN), AfterValidator(_must_exist)]
"""An EDTF date of which something is known and which the calendar has."""
