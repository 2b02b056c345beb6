"""The endings of files that hold a line of JSON, or a row, a document."""

from __future__ import annotations

LINE_ENDINGS = (".jsonl", ".jsonl.gz", ".jsonl.zst")
PARQUET = ".parquet"
MOST_SHARDS = 99_999
"""Files that lines may be shared among: five digits number them."""


def line_ending(name: str) -> str | None:
    """Return the ending of a file that takes lines, or None for any other.

    >>> line_ending("out.JSONL.gz"), line_ending("out.json")
    ('.jsonl.gz', None)
    """
    lowered = name.lower()
    return next((ending for ending in (*LINE_ENDINGS, PARQUET) if lowered.endswith(ending)), None)
