"""A cleaned document in the form the user asked for."""

from __future__ import annotations

import re
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING

from textclean.io.lines.endings import LINE_ENDINGS, PARQUET, line_ending

if TYPE_CHECKING:
    from textclean.article.model import Article
    from textclean.cleaned import Cleaned


class Form(StrEnum):
    """How results are written, by the name that `--to` takes."""

    JSON = "json"
    JSONL = "jsonl"
    TXT = "txt"
    MARKDOWN = "markdown"
    NINJS = "ninjs"
    JSONLD = "jsonld"
    ROWS = "rows"

    @property
    def suffix(self) -> str:
        """The ending of a file in this form."""
        return ENDINGS[self][0]

    @property
    def may_be_lines(self) -> bool:
        """Whether many documents may stand in one file or stream, a line of JSON each."""
        return LINE_ENDINGS[0] in ENDINGS[self]

    @property
    def only_lines(self) -> bool:
        """Whether this form is nothing but such lines, and no document has a file of its own."""
        return all(map(line_ending, ENDINGS[self]))


ENDINGS: dict[Form, tuple[str, ...]] = {
    Form.JSON: (".json",),
    Form.JSONL: LINE_ENDINGS,
    Form.TXT: (".txt",),
    Form.MARKDOWN: (".md",),
    Form.NINJS: (".ninjs.json", ".json", *LINE_ENDINGS),
    Form.JSONLD: (".jsonld", ".json", *LINE_ENDINGS),
    Form.ROWS: (PARQUET, *LINE_ENDINGS),
}
"""The endings a file in each form may have, the usual one first; an ending alone says the first form that has it so."""


def form_of(name: str) -> Form | None:
    """Return the form that the ending of a file name says, the longest that fits, or None.

    >>> form_of("out.ninjs.json"), form_of("out.json"), form_of("out")
    (<Form.NINJS: 'ninjs'>, <Form.JSON: 'json'>, None)
    """
    fitting = [(len(ending), form) for form in Form for ending in ENDINGS[form] if name.lower().endswith(ending)]
    return max(fitting, key=itemgetter(0), default=(0, None))[1]


def render_article(article: Article, cleaned: Cleaned, form: Form, *, lines: bool) -> bytes:
    """Return the article in a form: JSON on one line when `lines` says so, else indented; Markdown as it is."""
    from textclean.article.export import export_article  # noqa: PLC0415 - text alone needs no model

    name = Form.JSON if form is Form.JSONL else form
    written = export_article(article, cleaned, name, indent=None if lines else 2)
    return encode_text(written if form is Form.MARKDOWN else f"{written}\n")


def encode_text(text: str) -> bytes:
    r"""Return the text as UTF-8, with U+FFFD for each lone surrogate that cleaning was told to leave.

    >>> encode_text("a\ud800")
    b'a\xef\xbf\xbd'
    """
    try:
        return text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()
