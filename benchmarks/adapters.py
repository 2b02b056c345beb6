"""What the scorers of the corpora call."""

from __future__ import annotations

from typing import Any

import textclean
from textclean.article.names.printed_datelines import parse_dateline
from textclean.article.partial_date import DateParts, date_parts
from textclean.language import language_of


def latex(text: str) -> str:
    """Clean a window or a document for the LaTeX and placeholder corpus."""
    return textclean.clean(text)


def dateline(text: str) -> dict[str, Any] | None:
    """Read the head of one paragraph for the labelled datelines."""
    found = parse_dateline(text, language_of(text), text)
    if found is None:
        return None
    year, month, day = date_parts(found.date.value) if found.date else DateParts()
    parts = {"place": found.place, "region": found.region, "agency": found.agency, "rest": text[found.end :]}
    return {**parts, "year": year, "month": month, "day": day}


def article(text: str) -> dict[str, Any]:
    """Read a printed article for the news corpus, in the names of its scorer.

    The corpus counts a deck as the body's first paragraph, and each item of a list as a paragraph.
    """
    read = textclean.read_article(text)
    body = [line for block in read.body for line in (block.text.split("\n") if block.kind == "list" else [block.text])]
    where = read.dateline
    _, month, day = date_parts(where.date) if where and where.date else DateParts()
    return {
        "title": read.title,
        "body": [read.subtitle, *body] if read.subtitle else body,
        "url": read.url,
        "publisher": read.publisher.name if read.publisher else None,
        "authors": [author.name for author in read.authors],
        "date": read.published,
        "dateline": {"place": where.place, "region": where.region, "month": month, "day": day, "agency": where.agency}
        if where
        else None,
        "language": read.language,
    }


def wraps(text: str) -> str:
    """Clean a document for the corpus of wrapped lines."""
    return textclean.clean(text)
