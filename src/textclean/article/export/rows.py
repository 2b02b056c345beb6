"""Rows of web-corpus datasets, with the column names of FineWeb and FinePDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.export.names import full_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textclean.article.model import Article
    from textclean.cleaned import Cleaned


def to_row(article: Article, cleaned: Cleaned, page_ends: Iterable[int] | None = None) -> dict[str, object]:
    r"""Return one row: the cleaned text, whole, and what is known about it; every row has the same columns.

    `page_ends` are the offsets in the source behind each page; without them form feeds end pages. In the row they are
    offsets in `text`, in code points, the last one its length: each is carried over by the ledger of the run.
    """
    publisher = article.publisher
    return {
        "text": cleaned.text,
        "id": article.id,
        "url": article.url,
        "date": full_day(article.published),
        "file_path": article.source.path,
        "language": article.language,
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "publisher": (publisher.name or publisher.domain) if publisher else None,
        "page_ends": remap_page_ends(cleaned, form_feeds(cleaned.source) if page_ends is None else page_ends),
    }


def form_feeds(source: str) -> list[int]:
    r"""Return where the pages of `source` end: before each form feed, and at its end.

    >>> form_feeds("one\ftwo\f")
    [3, 7]
    """
    ends = [at for at, character in enumerate(source) if character == "\f"]
    return ends if source.endswith("\f") else [*ends, len(source)]


def remap_page_ends(cleaned: Cleaned, page_ends: Iterable[int]) -> list[int]:
    """Return the offsets in the cleaned text for offsets in the source; never falling, the last at the text's end."""
    mapped: list[int] = []
    for end in page_ends:
        at = cleaned.to_cleaned(end, end)[0] if end < len(cleaned.source) else len(cleaned.text)
        mapped.append(max(at, mapped[-1] if mapped else 0))
    if mapped:
        mapped[-1] = len(cleaned.text)
    return mapped
