"""A document of a run as its page shows it: the run in views, its fields with their places, its warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.article.field_lines import field_lines, fields_not_found
from textclean.article.model import Article
from textclean.edits import Notice
from textclean.pages.views import Names, Units, run_views, whole_run
from textclean.reasons import REASONS
from textclean.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textclean.cleaned import Cleaned
    from textclean.io.runs import RunDocument
    from textclean.pages.views import Shown

_BLOCK = 60
"""Characters of a block of the body shown in the list of fields."""


class Opened(NamedTuple):
    """A document whose ledger was read: the run, what it changed, and the article where the output is one of ours."""

    path: str
    cleaned: Cleaned
    whole: list[Shown]
    article: Article | None
    encoding: str

    @property
    def notices(self) -> list[Notice]:
        """What is doubtful, in offsets of the source: the article's warnings, or what cleaning noticed."""
        if self.article is None:
            return list(self.cleaned.notices)
        return [Notice(*(one.span or (0, 0)), one.code, one.message) for one in self.article.warnings]


def open_record(document: RunDocument) -> Opened:
    """Read the ledger and the article of a document. Raises `LedgerError` where it has none or it is damaged."""
    cleaned = document.cleaned()
    encoding = str((document.ledger or {}).get("encoding", "utf-8"))
    return Opened(document.path, cleaned, whole_run(cleaned), _article(document.output), encoding)


def _article(output: dict[str, Any] | None) -> Article | None:
    """Return an output as our own article, or None: other forms do not say where a field was read."""
    if output is None or "evidence" not in output:
        return None
    try:
        article = Article.model_validate(output)
    except ValueError:
        return None
    return article if article.evidence.keys() <= {*Article.model_fields, *article.extra} else None


def page_data(opened: Opened) -> dict[str, Any]:
    """Return what the viewer draws of a document."""
    cleaned = opened.cleaned
    names = Names()
    views = run_views(cleaned, opened.whole, names)
    edits = sum(cleaned.edits_by_reason.values())
    about = [opened.article.title] if opened.article and opened.article.title else []
    about += [f"{edits:,} edit{'' if edits == 1 else 's'}", f"pipeline {cleaned.pipeline}", opened.encoding]
    return {
        "name": opened.path,
        "about": about,
        "reasons": list(names),
        "meanings": [REASONS.get(name) for name in names],
        "views": views,
        "side": [_warnings(opened), _fields(opened)],
    }


def _fields(opened: Opened) -> dict[str, Any]:
    article = opened.article
    if article is None:
        told = "The output does not say where fields were read: only json and jsonl do."
        return {"title": "Fields", "items": [], "empty": told}
    units = Units(opened.cleaned.source)
    items = [
        {
            "label": line.name,
            "value": line.value,
            "note": line.rule,
            "line": line.first,
            "span": _span(line.span, units),
            "parts": _blocks(article, units) if line.name == "body" else [],
        }
        for line in field_lines(article, opened.cleaned.source)
    ]
    missing = ", ".join(fields_not_found(article))
    return {"title": "Fields", "items": items, "empty": f"Not stated: {missing}" if missing else None}


def _blocks(article: Article, units: Units) -> list[dict[str, Any]]:
    return [
        {"label": block.kind, "value": shortened(block.text, _BLOCK), "span": _span(block.span, units)}
        for block in article.body
    ]


def _warnings(opened: Opened) -> dict[str, Any]:
    source = opened.cleaned.source
    units = Units(source)
    items = [
        {
            "label": code,
            "value": message,
            "line": source.count("\n", 0, start) + 1,
            "span": _span((start, end), units),
        }
        for start, end, code, message in opened.notices
    ]
    return {"title": "Warnings", "items": items, "empty": None if items else "Nothing is doubtful."}


def _span(span: Iterable[int] | None, units: Units) -> list[int] | None:
    return [units(at) for at in span] if span else None
