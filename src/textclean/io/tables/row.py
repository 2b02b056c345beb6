"""A row of a table: a document that stands among others in one file, with columns of its own."""

from __future__ import annotations

from typing import Any, NamedTuple


class Keys(NamedTuple):
    """The names of the columns that say something of a document; all but the text may be missing."""

    text: str = "text"
    id: str | None = None
    url: str | None = None
    date: str | None = None


class Row(NamedTuple):
    """One document of a table: the relative name of its file, its number from 1, and its columns as they were read.

    In JSON Lines the number is that of the line. `columns[keys.text]` is the text, always a string.
    """

    table: str
    number: int
    columns: dict[str, Any]
    keys: Keys

    @property
    def text(self) -> str:
        """The document."""
        text: str = self.columns[self.keys.text]
        return text

    @property
    def id(self) -> str | None:
        """What the table calls the document, where a column was named for it."""
        return self._said(self.keys.id)

    @property
    def url(self) -> str | None:
        """The address that the table gives, as it is written there."""
        return self._said(self.keys.url)

    @property
    def date(self) -> str | None:
        """The date that the table gives, as it is written there."""
        return self._said(self.keys.date)

    def _said(self, key: str | None) -> str | None:
        """Return the value as text, with U+FFFD for each lone surrogate: no article could hold one."""
        value = self.columns.get(key) if key else None
        if value is None or isinstance(value, (dict, list)):
            return None
        return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
