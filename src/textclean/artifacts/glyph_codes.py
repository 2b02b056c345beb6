"""Glyph numbers as converters print them, and the runs they stand in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from textclean.marks import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {
    "cid": (("(cid:",), r"\(cid:(\d{1,5})\)", "{pattern}(?:{pattern})*+"),
    "char": (("/C",), r"/C(\d{1,3})", r"/C(?<!\w/C)\d{{1,3}}(?:{pattern})++(?!\w)"),
    "gid": (("gid0",), r"/?gid(\d{5})", r"(?<!\w){pattern}(?:{pattern})*+(?!\w)"),
    "glyph": (
        ("GLYPH<", "glyph<"),
        r"(?:GLYPH|glyph)<(?:c=)?(\d{1,5})(?:,font=[^<>\s]{1,100})?>",
        "{pattern}(?:{pattern})*+",
    ),
    "escaped glyph": (
        ("GLYPH&lt;", "glyph&lt;"),
        r"(?:GLYPH|glyph)&lt;(?:c=)?(\d{1,5})(?:,font=[^<>&\s]{1,100})?&gt;",
        "{pattern}(?:{pattern})*+",
    ),
}
"""Literals, one number, and a run, which starts with its literal for speed: pdfminer.six `converter.py`, docling-parse.

One `/C87` alone may be a path."""


class Code(NamedTuple):
    """One glyph number at `text[start:end]`."""

    start: int
    end: int
    number: int


class Run(NamedTuple):
    """Numbers of one `kind` that follow each other without a gap."""

    start: int
    end: int
    kind: str
    codes: tuple[Code, ...]


def find_runs(text: str) -> list[Run]:
    """Return the runs of glyph numbers in `text`, in order."""
    return sorted(
        Run(match.start(), match.end(), kind.rpartition(" ")[2], tuple(_codes(text, pattern, match)))
        for kind, (doors, pattern, run) in _KINDS.items()
        if any(holds(text, door) for door in doors)
        for match in _compiled(run.format(pattern=pattern.replace("(\\d", "(?:\\d"))).finditer(text)
    )


def _codes(text: str, pattern: str, run: re.Match[str]) -> Iterator[Code]:
    for match in _compiled(pattern).finditer(text, *run.span()):
        yield Code(match.start(), match.end(), int(match[1]))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
