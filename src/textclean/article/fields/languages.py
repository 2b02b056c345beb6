"""The language of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.context import Found
from textclean.language import UNDETERMINED

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext


def read(context: ReadingContext) -> Found | None:
    """Read the language from the words of the whole text, or None when they do not tell."""
    if context.language == UNDETERMINED:
        return None
    return Found(context.language, 0, len(context.text), "language.words")
