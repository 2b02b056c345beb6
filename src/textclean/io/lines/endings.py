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


def without_line_ending(name: str) -> str:
    """Return the name of a file without the ending that says it takes lines.

    >>> without_line_ending("out.jsonl.gz"), without_line_ending("out")
    ('out', 'out')
    """
    return name[: len(name) - len(line_ending(name) or "")]
