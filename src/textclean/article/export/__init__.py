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


def _dumped(record: dict[str, object], indent: int | None) -> str:
    return dumps(record, ensure_ascii=False, indent=indent)


EXPORTS: dict[str, Callable[[Article, Cleaned, int | None], str]] = {
    "json": lambda article, _, indent: to_json(article, indent=indent),
    "ninjs": lambda article, _, indent: _dumped(to_ninjs(article), indent),
    "jsonld": lambda article, _, indent: _dumped(to_jsonld(article), indent),
    "rows": lambda article, cleaned, indent: _dumped(to_row(article, cleaned), indent),
    "markdown": lambda article, _, __: to_markdown(article),
}
"""Each format by the name it has on the command line; all but Markdown are JSON without a final line end."""


def export_article(article: Article, cleaned: Cleaned, name: str, *, indent: int | None = None) -> str:
    """Return the article in the format called `name`; `cleaned` is the run it was read from.

    JSON stands on one line unless `indent` says otherwise. Raises `UnknownNameError` for a name that is none of
    `EXPORTS`.
    """
    if name not in EXPORTS:
        what = "export"
        raise UnknownNameError(what, name, EXPORTS)
    return EXPORTS[name](article, cleaned, indent)
