"""Not written yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.edits import Edit


@cleaner
def tidy_whitespace(text: str) -> Iterator[Edit]:
    """Not written yet."""
    yield from ()
