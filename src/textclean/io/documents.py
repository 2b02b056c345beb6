"""From files to documents, one by one: a file is a document, and a table is as many as it has rows."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from textclean.errors import DocumentError, EmptyDocumentError, NotTextError, UnreadableError
from textclean.extras import require_extra
from textclean.io.compression import decompressed, require_compression
from textclean.io.discovery import Input
from textclean.io.reading import LARGEST, STANDARD_STREAM, open_bytes
from textclean.io.tables.formats import reader_of
from textclean.io.tables.row import Keys, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textclean.io.tables.formats import Record

_LOOKED_AT = 100
"""Rows that must all lack the text before the whole table is told to have none."""


def read_documents(files: Sequence[Input], keys: Keys, largest: int = LARGEST) -> Iterator[Input]:
    """Yield every document of `files` in order, rows of tables as they are read; memory stays that of a row.

    What is no table comes through as it is. A row without a text is an `Input` with its `problem`; a table of which no
    row has the column, or none of its first hundred, is one such `Input`. Raises `MissingExtraError` before anything
    is read.
    """
    for one in files:
        require_compression(one.table or "")
        if one.table == ".parquet":
            require_extra("pyarrow", "parquet", "Parquet files")
    return chain.from_iterable(_documents(one, keys, largest) for one in files)


def count_documents(files: Sequence[Input]) -> int | None:
    """Return how many documents there are, or None where a table is among them: its rows are not known before."""
    return None if any(one.table for one in files) else len(files)


def column_types(files: Sequence[Input], keys: Keys) -> bytes:
    """Return the types of the columns beside the text, in Arrow's own form, where the first file tells them; else none.

    Files that follow may have others: a writer gives up what does not fit.
    """
    first = next((one for one in files if one.problem is None), None)
    if first is None or first.table != ".parquet" or first.path == STANDARD_STREAM:
        return b""
    from textclean.io.tables.parquet_rows import schema_of_columns  # noqa: PLC0415 - for Parquet alone

    try:
        with open_bytes(first.path) as file:
            return schema_of_columns(file, leave_out=keys.text)
    except UnreadableError:
        return b""


def _documents(one: Input, keys: Keys, largest: int) -> Iterator[Input]:
    if one.table is None:
        yield one
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(_opened(one.path, one.table))
        except UnreadableError as problem:
            yield one._replace(problem=problem, table=None)
            return
        records = _told(reader_of(one.table)(file, largest))
        head = list(_until_text(islice(records, _LOOKED_AT), keys.text))
        if not head:
            yield one._replace(table=None, problem=EmptyDocumentError("holds no rows; leave it out"))
        elif all(isinstance(columns, dict) and keys.text not in columns for _, columns in head):
            yield one._replace(table=None, problem=_no_text(keys.text, dict(head[0][1]), len(head)))  # type: ignore[arg-type]
        else:
            for number, columns in chain(head, records):
                yield _row(one, number, columns, keys)


@contextmanager
def _opened(path: str, ending: str) -> Iterator[BinaryIO]:
    if path == STANDARD_STREAM and ending == ".parquet":  # Parquet is read from its end
        from shutil import copyfileobj  # noqa: PLC0415 - costs start-up time
        from tempfile import TemporaryFile  # noqa: PLC0415

        with TemporaryFile() as whole:
            copyfileobj(sys.stdin.buffer, whole)
            yield whole
        return
    with open_bytes(path) as file:
        yield decompressed(file, ending)


def _told(records: Iterator[Record]) -> Iterator[Record]:
    """Yield the rows; a file that cannot be read to its end gets a last one that says so."""
    number = 0
    try:
        for number, columns in records:
            yield number, columns
    except Exception as error:  # noqa: BLE001 - what compressors and stores raise has nothing in common
        reason = " ".join(str(error).split()) or type(error).__name__
        yield number + 1, UnreadableError(f"cannot be read from here on: {reason}; get the file anew")


def _until_text(records: Iterator[Record], key: str) -> Iterator[Record]:
    """Yield rows up to the first one that has the text."""
    for number, columns in records:
        yield number, columns
        if isinstance(columns, dict) and key in columns:
            return


def _row(one: Input, number: int, columns: dict[str, Any] | DocumentError, keys: Keys) -> Input:
    problem = columns if isinstance(columns, DocumentError) else _problem_of(columns, keys.text)
    row = Row(one.name, number, {} if isinstance(columns, DocumentError) else columns, keys)
    return Input(one.path, f"{one.name}/{number:08}", problem, row=row)


def _problem_of(columns: dict[str, Any], key: str) -> DocumentError | None:
    text = columns.get(key)
    if isinstance(text, str):
        return None
    if key not in columns:
        return _no_text(key, columns)
    kind = {type(None): "null", bool: "true or false", list: "a list", dict: "an object"}.get(type(text), "a number")
    return NotTextError(f"has {kind} in column {key!r}, not a text; leave the row out, or name another --text-key")


def _no_text(key: str, columns: Iterable[str], rows: int = 1) -> NotTextError:
    names = ", ".join(map(str, columns)) or "none"
    where = f" in its first {rows} rows, and was passed by" if rows == _LOOKED_AT else ""
    return NotTextError(f"has no column {key!r} for the text{where}; it has {names}: name one with --text-key")
