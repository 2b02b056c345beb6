"""Sources written again from what `clean --ledger` left: ledger files, or the ledger column of a Parquet file."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.errors import LedgerError, UnreadableError
from textclean.io.compression import decompressed
from textclean.io.decoding import encode
from textclean.io.ledger_column import FACTS, LEDGER, source_text
from textclean.io.ledger_lines import LEDGER_SUFFIX, ledger_path
from textclean.io.lines.endings import PARQUET, line_ending
from textclean.io.lines.shard_names import find_shards
from textclean.io.reading import open_bytes
from textclean.io.rows import ERROR
from textclean.io.tables.parquet_rows import column_names, read_rows
from textclean.ledger import cleaned_from_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Restored(NamedTuple):
    """A source as its ledger gives it back: the relative name to write it under, and its bytes.

    Of a row, the name is that of its table, and `columns` are those it had there, the text among them.
    """

    name: str
    data: bytes
    columns: dict[str, Any] | None = None


def find_ledgers(output: Path) -> list[Path]:
    """Return the files with the ledgers of an output folder or file, or the one named. Raises `UnreadableError`."""
    if output.is_dir():
        found = sorted(path for path in output.rglob("*") if LEDGER_SUFFIX in path.name or _has_ledger(path))
    elif line_ending(output.name) == PARQUET:
        found = list(filter(_has_ledger, [output] if output.exists() else find_shards(output)))
    else:
        found = [output if LEDGER_SUFFIX in output.name else ledger_path(output)]
    if not found or not all(path.is_file() for path in found):
        message = f"{output} has no ledger; clean the sources again with --ledger"
        raise UnreadableError(message)
    return found


def _has_ledger(path: Path) -> bool:
    """Tell a Parquet file with the columns of a ledger."""
    return line_ending(path.name) == PARQUET and {LEDGER, FACTS} <= set(column_names(path))


def read_ledgers(ledgers: list[Path]) -> Iterator[tuple[str, Restored | LedgerError | None]]:
    """Yield the source of each record with the record's place (`file:line`); why there is none; None for a failure."""
    for path in ledgers:
        is_parquet = line_ending(path.name) == PARQUET
        try:
            for number, record in _rows(path) if is_parquet else _lines(path):
                yield f"{path}:{number}", _restored(record)
        except (OSError, EOFError, UnreadableError) as error:
            yield str(path), LedgerError(str(error))


def _lines(path: Path) -> Iterator[tuple[int, Any]]:
    """Read a ledger file, lines by line feeds alone; None stands for a line that is no JSON."""
    with open_bytes(str(path)) as file:
        for number, line in enumerate(decompressed(file, path.name), 1):
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                record = None
            yield number, record


def _rows(path: Path) -> Iterator[tuple[int, Any]]:
    with open_bytes(str(path)) as file:
        for number, row in read_rows(file, 0):
            if isinstance(row, UnreadableError):
                raise row
            yield number, row


def _restored(record: Any) -> Restored | LedgerError | None:  # noqa: ANN401 - whatever stands there
    if not isinstance(record, dict):
        return LedgerError("is no ledger record; clean the document again with --ledger")
    if record.get(ERROR) is not None:
        return None
    try:
        return restore_row(record) if FACTS in record else restore_source(record)
    except LedgerError as error:
        return error


def restore_source(record: Mapping[str, Any]) -> Restored:
    """Return the source of a record of a ledger file, its checksum compared. Raises `LedgerError`."""
    try:
        row = record.get("row")
        text = cleaned_from_record(dict(record)).source
        columns = row["columns"] | {row["text_column"]: text} if row else None
        restored = Restored(record["name"], encode(text, record["encoding"]), columns)
        checksum = record["sha256"]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise _damaged(error) from None
    return _checked(restored, checksum)


def restore_row(row: Mapping[str, Any]) -> Restored:
    """Return the source of a row with its ledger in columns, its checksum compared. Raises `LedgerError`."""
    try:
        facts = row[FACTS]
        text = source_text(row)
        given = facts["columns"]
        columns = None if given is None else json.loads(given) | {facts["text_column"]: text}
        restored = Restored(facts["name"], encode(text, facts["encoding"]), columns)
        checksum = facts["sha256"]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise _damaged(error) from None
    return _checked(restored, checksum)


def _damaged(error: Exception) -> LedgerError:
    return LedgerError(f"is damaged ({type(error).__name__}: {error}); clean the document again with --ledger")


def _checked(restored: Restored, checksum: str) -> Restored:
    if sha256(restored.data).hexdigest() != checksum:
        message = "does not lead back to its source (checksum differs); clean the document again with --ledger"
        raise LedgerError(message)
    name = PurePosixPath(restored.name)
    if name.is_absolute() or ".." in name.parts or not name.parts or "\0" in str(name):
        message = f"would be restored to {str(name)!r}, outside of the folder; the ledger was not written by textclean"
        raise LedgerError(message)
    try:
        os.fsencode(name)
    except ValueError as error:
        raise _damaged(error) from None
    return restored._replace(name=str(name))
