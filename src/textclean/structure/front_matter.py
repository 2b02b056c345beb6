"""YAML front matter at the head of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.region import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCES = lazy_pattern(r"---[ \t]*\r?\n(?P<body>(?:[^\n]*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_KEY = lazy_pattern(r"(?m)^[A-Za-z_][\w .-]{0,60}:(?:[ \t]|$)")
_OTHER = lazy_pattern(r"(?m)^(?![A-Za-z_][\w .-]{0,60}:(?:[ \t\r]|$)|[ \t#-]|\r?$)")


def find_front_matter(text: str) -> Iterator[Region]:
    """Yield the front matter: between `---` lines at the very start, nothing but keys, lists and comments."""
    if not text.startswith("---"):
        return
    match = _FENCES.match(text)
    if match and _KEY.search(match["body"]) and not _OTHER.search(match["body"][:-1]):
        yield Region(0, match.end(), "front_matter")


def front_matter_end(text: str) -> int:
    """Return where the front matter of `text` ends, 0 where there is none."""
    return next((region.end for region in find_front_matter(text)), 0)
