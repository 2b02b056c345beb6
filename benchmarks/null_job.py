"""The job that does nothing to a document: read, validated and written as the real one, no cleaner, no fields."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from textclean.article.model import Article, Block, Cleaning, Source
from textclean.batch import CleanJob
from textclean.io.outcomes import Done
from textclean.io.rendering import Form, encode_text, render_article
from textclean.pipeline import Pipeline
from textclean.version import __version__

if TYPE_CHECKING:
    from textclean.batch import Document
    from textclean.io.outputs import Target


class NullJob(CleanJob):
    """Makes of a document the text it was, or an article whose body is its paragraphs."""

    def __init__(self, target: Target) -> None:
        """Take where the output goes."""
        super().__init__(Pipeline(name="null"), target)

    def finish(self, document: Document) -> Done:
        """Render the document as it came."""
        cleaned = document.cleaned
        if self.target.form is Form.TXT:
            return Done(document.input, encode_text(cleaned.text), None, {}, {})
        body, at = [], 0
        for text in cleaned.text.split("\n\n"):
            body.append(Block(text=text, span=(at, at + len(text))))
            at += len(text) + 2
        source: dict[str, Any] = {"sha256": sha256(document.data).hexdigest(), "bytes": len(document.data)}
        article = Article(
            id=sha256(cleaned.text.encode()).hexdigest(),
            body=tuple(body),
            source=Source(path=document.input.shown, encoding=document.encoding, **source),
            cleaning=Cleaning(pipeline="null", version=__version__, edits={}),
        )
        return Done(document.input, render_article(article, cleaned, self.target.form, lines=True), None, {}, {})
