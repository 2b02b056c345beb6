"""The fields of an article in the order they are read; adding one is a file with `read`, and a line here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textclean.article.fields import (
    body,
    bylines,
    datelines,
    dates,
    languages,
    publishers,
    sections,
    subtitles,
    titles,
    urls,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from textclean.article.context import Found, ReadingContext

ENTRY_POINT_GROUP = "textclean.fields"


class Field(NamedTuple):
    """A field of `Article`, or of its `extra`, by name, and what reads it; `read` never raises and never invents."""

    name: str
    read: Callable[[ReadingContext], Found | None]


FIELDS = (
    Field("language", languages.read),
    Field("url", urls.read),
    Field("title", titles.read),
    Field("publisher", publishers.read),
    Field("authors", bylines.read),
    Field("published", dates.read),
    Field("modified", dates.read_modified),
    Field("dateline", datelines.read),
    Field("section", sections.read),
    Field("subtitle", subtitles.read),
    Field("body", body.read),
)
"""Address and title first: what follows looks for them; the body last: it leaves out what others were read from."""


@lru_cache(maxsize=1)
def all_fields() -> tuple[Field, ...]:
    """Return the fields of this package and those that installed packages offer under `textclean.fields`.

    Such an entry point names a `Field`; one with the name of a field here replaces it, any other goes to `extra`.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs start-up time

    offered = {field.name: field for field in (point.load() for point in entry_points(group=ENTRY_POINT_GROUP))}
    own = [offered.pop(field.name, field) for field in FIELDS]
    return (*own, *offered.values())
