"""The reader: cleans a text, asks each field in order, and validates what they found as an `Article`."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from textclean.article import declared
from textclean.article.context import ReadingContext
from textclean.article.fields import all_fields
from textclean.article.model import Article, ArticleWarning, Cleaning, Evidence, Source
from textclean.article.text_warnings import unbalanced_quotes
from textclean.edits import Notice
from textclean.presets import find_pipeline
from textclean.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textclean.cleaned import Cleaned
    from textclean.pipeline import Pipeline


def read_article(
    text: str, source: str | None = None, *, pipeline: str | Pipeline = "standard", as_of: date | None = None
) -> Article:
    r"""Clean `text` and read it into a validated `Article`; no text makes it raise.

    `source` is the path or address the text came from, kept as it is; `pipeline` a preset or a pipeline of your own;
    `as_of` the day that counts as today when a date lies in the future. Raises `UnknownNameError` for a preset that
    does not exist.

    >>> read_article("# A title\n\nSome text that ends here.").title
    'A title'
    """
    data = text.encode("utf-8", "surrogatepass")
    origin = Source(path=source, sha256=sha256(data).hexdigest(), bytes=len(data))
    return read_cleaned(find_pipeline(pipeline).run(text), origin, as_of=as_of)


def read_cleaned(cleaned: Cleaned, source: Source, *, as_of: date | None = None) -> Article:
    """Read a text that is cleaned already: what `read_article` does after cleaning, and what a batch job calls.

    Every notice of `cleaned` (the one that says which encoding was assumed among them) becomes a warning.
    """
    context = ReadingContext(cleaned, path=source.path, as_of=as_of)
    evidence: dict[str, Evidence] = {}
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for field in all_fields():
        found = declared.read(context, field.name) or field.read(context)
        if found is None:
            continue
        context.found[field.name] = found
        evidence[field.name] = Evidence(span=context.span_in_source(found), rule=found.rule)
        (values if field.name in Article.model_fields else extra)[field.name] = found.value
    content = "\0".join((values.get("title") or "", *(block.text for block in values.get("body", ()))))
    return Article(
        id=sha256(content.encode("utf-8", "surrogatepass")).hexdigest(),
        **values,
        evidence=evidence,
        warnings=tuple(_warnings(context)),
        source=source,
        cleaning=Cleaning(pipeline=cleaned.pipeline, version=__version__, edits=cleaned.edits_by_reason),
        extra=extra,
    )


def _warnings(context: ReadingContext) -> Iterator[ArticleWarning]:
    """Yield what cleaning noticed, what the fields doubted and what the text shows, in order of the source."""
    notices: set[Notice] = set(context.cleaned.notices)
    for start, end, code, message in context.notices:
        notices.add(Notice(*context.cleaned.to_source(start, end), code, message))
    notices.update(unbalanced_quotes(context, context.value("body") or ()))
    for start, end, code, message in sorted(notices):
        yield ArticleWarning(code=code, message=message, span=(start, end))
