"""Tables in a text: runs of rows with pipes, and HTML tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.marks import holds
from textclean.structure.region import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

_HTML = lazy_pattern(r"<table\b.*?(?:</table>|\Z)", re.DOTALL | re.IGNORECASE)


def find_tables(text: str) -> Iterator[Region]:
    """Yield two or more adjacent rows with pipes, and whatever stands between HTML table tags."""
    if "|" in text:
        first = last = (0, -1)
        for row in _rows(text):
            if row[0] != last[1] + 1 or last[1] < 0:
                if first != last:
                    yield Region(first[0], last[1], "table")
                first = row
            last = row
        if first != last:
            yield Region(first[0], last[1], "table")
    if holds(text, "<table") or holds(text, "<TABLE"):
        for match in _HTML.finditer(text):
            yield Region(*match.span(), "table")


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each line that starts with a pipe or has two."""
    at = text.find("|")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at) % (len(text) + 1)
        if text.count("|", at, end) > 1 or not text[start:at].strip(" \t"):
            yield start, end
        at = text.find("|", end)
