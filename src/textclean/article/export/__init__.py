"""Articles in the formats of others: one file a format, each a function from an `Article` to what is written."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

from textclean.article.export.json import to_json
from textclean.article.export.jsonld import to_jsonld
from textclean.article.export.markdown import to_markdown
from textclean.article.export.ninjs import to_ninjs
from textclean.article.export.rows import to_row
from textclean.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textclean.article.model import Article
    from textclean.cleaned import Cleaned

__all__ = ["EXPORTS", "export_article", "to_json", "to_jsonld", "to_markdown", "to_ninjs", "to_row"]


def _line(record: dict[str, object]) -> str:
    return dumps(record, ensure_ascii=False)


EXPORTS: dict[str, Callable[[Article, Cleaned], str]] = {
    "json": lambda article, _: to_json(article),
    "ninjs": lambda article, _: _line(to_ninjs(article)),
    "jsonld": lambda article, _: _line(to_jsonld(article)),
    "rows": lambda article, cleaned: _line(to_row(article, cleaned)),
    "markdown": lambda article, _: to_markdown(article),
}
"""Each format by the name it has on the command line; all but Markdown are one line of JSON without its end."""


def export_article(article: Article, cleaned: Cleaned, name: str) -> str:
    """Return the article in the format called `name`; `cleaned` is the run it was read from.

    Raises `UnknownNameError` for a name that is none of `EXPORTS`.
    """
    if name not in EXPORTS:
        what = "export"
        raise UnknownNameError(what, name, EXPORTS)
    return EXPORTS[name](article, cleaned)
