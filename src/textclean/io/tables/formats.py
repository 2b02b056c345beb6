"""Which names are tables, and which reader each has."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textclean.errors import DocumentError

    Record = tuple[int, dict[str, Any] | DocumentError]
    """A row's number from 1, and its columns or why it has none."""

    Reader = Callable[[BinaryIO, int], Iterator[Record]]
    """Yields the rows of an open file; the number is the size in bytes of the largest document to accept."""

TABLES = {
    ".jsonl": "json_lines",
    ".jsonl.gz": "json_lines",
    ".jsonl.zst": "json_lines",
    ".json": "json_values",
    ".parquet": "parquet_rows",
}
"""The endings of tables, each with the file here that reads it."""

TableFormat = Literal["jsonl", "jsonl.gz", "jsonl.zst", "json", "parquet"]
"""The same without the dot, as `--from` takes them."""

TABLE_PATTERNS = ("*.jsonl", "*.jsonl.gz", "*.jsonl.zst", "*.parquet")
"""The tables taken from a folder when the user names no pattern: a .json there is as often settings as documents."""


def table_ending(name: str, assumed: str | None = None) -> str | None:
    """Return the ending that makes a file a table, or None; `assumed` speaks where the name has no ending at all.

    >>> table_ending("a/b.JSONL.gz"), table_ending("b.txt"), table_ending("-", "parquet"), table_ending("b.md", "jsonl")
    ('.jsonl.gz', None, '.parquet', None)
    """
    lowered = name.lower()
    fitting = [ending for ending in TABLES if lowered.endswith(ending)]
    if not fitting and assumed and "." not in name.rpartition("/")[2]:
        return f".{assumed}"
    return max(fitting, key=len, default=None)


def reader_of(ending: str) -> Reader:
    """Return what reads tables with an ending; imported now, because Parquet costs start-up time."""
    read: Reader = import_module(f"textclean.io.tables.{TABLES[ending]}").read_rows
    return read
