"""The reader: cleans a text, asks each field in order, and validates what they found as an `Article`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.context import ReadingContext
from textclean.presets import find_pipeline

if TYPE_CHECKING:
    from datetime import date

    from textclean.pipeline import Pipeline


def read_context(
    text: str, source: str | None = None, *, pipeline: str | Pipeline = "standard", as_of: date | None = None
) -> ReadingContext:
    """Clean `text` and return it ready for field readers."""
    return ReadingContext(find_pipeline(pipeline).run(text), path=source, as_of=as_of)
