"""What the scorers of the corpora call."""

from __future__ import annotations

from typing import Any

import textclean
from textclean.article.partial_date import DateParts, date_parts
from textclean.article.printed_datelines import parse_dateline
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
