"""The reader: cleans a text, asks each field in order, and validates what they found as an `Article`."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from textclean.article.context import ReadingContext
from textclean.article.model import Article, ArticleWarning, Block, Cleaning, Source
from textclean.presets import find_pipeline
from textclean.version import __version__

if TYPE_CHECKING:
    from datetime import date

    from textclean.cleaned import Cleaned
    from textclean.pipeline import Pipeline


def read_context(
    text: str, source: str | None = None, *, pipeline: str | Pipeline = "standard", as_of: date | None = None
) -> ReadingContext:
    """Clean `text` and return it ready for field readers."""
    return ReadingContext(find_pipeline(pipeline).run(text), path=source, as_of=as_of)


def read_cleaned(cleaned: Cleaned, source: Source, *, as_of: date | None = None) -> Article:
    """Read a text that is cleaned already: what `read_article` does after cleaning, and what a batch job calls.

    Every notice of `cleaned` (the one that says which encoding was assumed among them) becomes a warning.
    """
    context = ReadingContext(cleaned, path=source.path, as_of=as_of)  # Until the fields are here: the body alone.
    return Article(
        id=sha256(cleaned.text.encode("utf-8", "surrogatepass")).hexdigest(),
        body=tuple(Block(text=cleaned.text[b.start : b.end]) for b in context.blocks),
        language=context.language,
        warnings=tuple(ArticleWarning(code=n.code, message=n.message, span=(n.start, n.end)) for n in cleaned.notices),
        source=source,
        cleaning=Cleaning(pipeline=cleaned.pipeline, version=__version__, edits=cleaned.edits_by_reason),
    )
