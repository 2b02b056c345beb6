"""What several formats ask of an article in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.names.credits import is_organisation

if TYPE_CHECKING:
    from textclean.article.model import Article, Author


def is_body(author: Author) -> bool:
    """Tell whether a house or a desk signs, not a person."""
    return is_organisation(author.name) or ("." in author.name and " " not in author.name)


def byline(article: Article) -> str | None:
    """Return the names as one line, or None."""
    return ", ".join(author.name for author in article.authors) or None


def place(article: Article) -> str | None:
    """Return the place of the dateline with its region, as printed, or None."""
    line = article.dateline
    return ", ".join(filter(None, (line.place, line.region))) or None if line else None


def full_day(value: str | None) -> str | None:
    """Return an EDTF date whose day is known, as ISO 8601; None for a partial one."""
    return value if value and "X" not in value and value.count("-") > 1 else None


def full_date_time(value: str | None) -> str | None:
    """Return an EDTF date with its time and zone, as RFC 3339; None where one of them is unknown."""
    if full_day(value) is None or value is None or "T" not in value:
        return None
    time = value.partition("T")[2]
    return value if time.endswith("Z") or "+" in time or "-" in time else None


def pruned(record: dict[str, object]) -> dict[str, object]:
    """Return the record without empty members: what is unknown is left out, not written as null."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {}, ())}
