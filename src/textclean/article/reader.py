"""The reader: cleans a text, asks each field in order, and validates what they found as an `Article`."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from textclean.article.context import ReadingContext
from textclean.article.declared import declared_fields as declared
from textclean.article.fields import all_fields
from textclean.article.model import Article, ArticleWarning, Cleaning, Evidence, Source
from textclean.article.page.columns import unfold_columns
from textclean.article.text_warnings import unbalanced_quotes
from textclean.edits import Notice
from textclean.presets import PRESETS, STANDARD, find_pipeline
from textclean.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from textclean.article.page.columns import Unfolded
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
    chosen = find_pipeline(pipeline)
    return read_cleaned(chosen.run(text), origin, as_of=as_of, pipeline=chosen)


def read_cleaned(
    cleaned: Cleaned,
    source: Source,
    *,
    as_of: date | None = None,
    pipeline: Pipeline | None = None,
    columns: Mapping[str, str | None] | None = None,
) -> Article:
    """Read a text that is cleaned already: what `read_article` does after cleaning, and what a batch job calls.

    Every notice of `cleaned` (the one that says which encoding was assumed among them) becomes a warning. Two columns
    that stand side by side are read one after the other, with a warning; spans stay those of the source. `pipeline` is
    the one that cleaned the text, which cleans such columns anew; without it, the preset of its name does. `columns`
    are what a table says beside the text: `url`, `published`, and `id`, which goes to the article's `extra`.
    """
    unfolded = unfold_columns(cleaned.source)
    context = ReadingContext(
        _clean_columns(cleaned, unfolded, pipeline), path=source.path, as_of=as_of, columns=columns
    )
    place = unfolded.to_original if unfolded else _as_it_is
    evidence: dict[str, Evidence] = {}
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {"id": columns["id"]} if columns and columns.get("id") else {}
    for field in all_fields():
        found = declared.read(context, field.name) or field.read(context)
        if found is None:
            continue
        context.found[field.name] = found
        evidence[field.name] = Evidence(span=place(*context.span_in_source(found)), rule=found.rule)
        (values if field.name in Article.model_fields else extra)[field.name] = found.value
    if unfolded and "body" in values:
        values["body"] = tuple(b.model_copy(update={"span": place(*b.span)}) if b.span else b for b in values["body"])
    heads = (values.get("title") or "", values.get("subtitle") or "")
    content = "\0".join((*heads, *(block.text for block in values.get("body", ()))))
    return Article(
        id=sha256(content.encode("utf-8", "surrogatepass")).hexdigest(),
        **values,
        evidence=evidence,
        warnings=tuple(_warnings(context, cleaned, unfolded)),
        source=source,
        cleaning=Cleaning(pipeline=cleaned.pipeline, version=__version__, edits=cleaned.edits_by_reason),
        extra=extra,
    )


def _clean_columns(cleaned: Cleaned, unfolded: Unfolded | None, pipeline: Pipeline | None) -> Cleaned:
    """Clean a text again with its columns one after the other, by the pipeline that cleaned it as it was."""
    if unfolded is None:
        return cleaned
    return (pipeline or PRESETS.get(cleaned.pipeline, STANDARD)).run(unfolded.text)


def _as_it_is(start: int, end: int) -> tuple[int, int]:
    return start, end


def _warnings(context: ReadingContext, cleaned: Cleaned, unfolded: Unfolded | None) -> Iterator[ArticleWarning]:
    """Yield what cleaning noticed, what the fields doubted and what the text shows, in order of the source."""
    notices: set[Notice] = set(context.cleaned.notices)
    for start, end, code, message in context.notices:
        notices.add(Notice(*context.cleaned.to_source(start, end), code, message))
    notices.update(unbalanced_quotes(context, context.value("body") or ()))
    if unfolded:
        notices = {Notice(*unfolded.to_original(n.start, n.end), n.code, n.message) for n in notices}
        notices.update(cleaned.notices)
        notices.add(
            Notice(0, len(cleaned.source), "two-columns", "two columns stand side by side; read one after the other")
        )
    for start, end, code, message in sorted(notices):
        yield ArticleWarning(code=code, message=message, span=(start, end))
