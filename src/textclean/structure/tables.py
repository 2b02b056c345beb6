"""Tables in a text: runs of rows with pipes, and HTML tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.structure.region import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS = re.compile(r"(?m)(?:^[ \t]*\|[^\n]*(?:\n|\Z)|^[^|\n]*\|[^|\n]*\|[^\n]*(?:\n|\Z)){2,}")
_HTML = re.compile(r"<table\b.*?(?:</table>|\Z)", re.DOTALL | re.IGNORECASE)


def find_tables(text: str) -> Iterator[Region]:
    """Yield two or more adjacent lines with pipes, and whatever stands between HTML table tags."""
    if "|" in text:
        for match in _ROWS.finditer(text):
            yield Region(match.start(), match.end() - match[0].endswith("\n"), "table")
    if "<table" in text or "<TABLE" in text:
        for match in _HTML.finditer(text):
            yield Region(*match.span(), "table")
