"""What a table says of a document in columns of its own, named by the user: the surest of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.context import Found
from textclean.article.declared.front_matter import read_date, read_url

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext

_READERS = {"url": read_url, "published": read_date}


def read(context: ReadingContext, field: str) -> Found | None:
    """Read a field from the column named for it, or None where it says nothing usable.

    The evidence is the rule `column.url` or `column.published`, at the empty span before the text: it stands nowhere
    in it. An address that is none and a date that cannot be read are passed by, and what is printed counts.
    """
    value = _READERS[field](context.columns.get(field)) if field in _READERS else None
    return Found(value, 0, 0, f"column.{field}", in_source=True) if value else None
