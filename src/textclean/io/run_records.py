"""Records of the files of a run: lines of JSON, compressed or not, and rows of Parquet with their ledger in columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from textclean.cleaned import AppliedStep, Cleaned
from textclean.edits import Edit
from textclean.errors import LedgerError
from textclean.io.compression import decompressed
from textclean.io.ledger_column import FACTS, LEDGER, source_text
from textclean.io.lines.endings import PARQUET, line_ending
from textclean.io.reading import open_bytes
from textclean.ledger import cleaned_from_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Record = dict[str, Any] | None
    """What a line holds, or None where it is damaged."""

_WHOLE_RUN = "whole-run"
"""The one step of a ledger in a table, which tells what all steps did together."""


def read_records(path: Path) -> Iterator[tuple[str, Record]]:
    """Yield each record of a file with its place (`file:line`); lines end by line feeds alone.

    A file that breaks off ends with a damaged record. Raises `UnreadableError` where it cannot be opened.
    """
    number = 0
    with open_bytes(str(path)) as file:
        try:
            if line_ending(path.name) == PARQUET:
                from textclean.io.tables.parquet_rows import read_rows  # noqa: PLC0415 - costs start-up time

                for number, row in read_rows(file, 0):
                    yield f"{path}:{number}", row if isinstance(row, dict) else None
                return
            for number, line in enumerate(decompressed(file, path.name), 1):
                yield f"{path}:{number}", parse_record(line)
        except (OSError, EOFError):
            yield f"{path}:{number + 1}", None


def parse_record(written: bytes) -> Record:
    """Return the object that a text of JSON is, or None."""
    try:
        record = json.loads(written)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def has_ledger_columns(record: Record) -> bool:
    """Tell a row with its ledger in columns."""
    return record is not None and record.get(LEDGER) is not None and record.get(FACTS) is not None


def cleaned_of_ledger(record: dict[str, Any]) -> Cleaned:
    """Return the run that a record of a ledger tells of, or a row with its ledger in columns. Raises `LedgerError`."""
    try:
        return _cleaned_of_row(record) if has_ledger_columns(record) else cleaned_from_record(record)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        message = f"is damaged ({type(error).__name__}: {error}); clean the document again with --ledger"
        raise LedgerError(message) from None


def _cleaned_of_row(row: dict[str, Any]) -> Cleaned:
    """Take the edits of a row as one step: the table does not keep which cleaner made them."""
    edits = tuple(Edit(one["start"], one["end"], one["replacement"], one["reason"]) for one in row[LEDGER])
    text = row[row[FACTS]["text_column"]]
    return Cleaned(source_text(row), text, (AppliedStep(_WHOLE_RUN, edits, ()),), "")
