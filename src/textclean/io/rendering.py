"""A cleaned document in the form the user asked for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textclean.article.model import Article


class Form(StrEnum):
    """How results are written; the value is the suffix of the file."""

    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    TXT = "txt"

    @property
    def suffix(self) -> str:
        """The suffix with its point."""
        return f".{self.value}"


def render_article(article: Article, form: Form) -> bytes:
    """Return the article as JSON, as one line of JSON, or as Markdown with YAML front matter."""
    if form is Form.MD:
        from textclean.article.export.markdown import to_markdown  # noqa: PLC0415 - costs start-up time

        return to_markdown(article).encode()
    from textclean.article.export.json import to_json  # noqa: PLC0415

    return to_json(article, indent=None if form is Form.JSONL else 2).encode() + b"\n"
