"""Ledger files: JSON Lines, one line a document, with all it takes to write the source again to the byte."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.errors import LedgerError, UnreadableError
from textclean.io.decoding import encode
from textclean.io.reading import unreadable
from textclean.ledger import cleaned_from_record, ledger_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.cleaned import Cleaned
    from textclean.io.discovery import Input

LEDGER_SUFFIX = ".ledger.jsonl"


class Restored(NamedTuple):
    """A source as its ledger gives it back: the relative name to write it under, and its bytes."""

    name: str
    data: bytes


def ledger_line(cleaned: Cleaned, one: Input, data: bytes, encoding: str) -> bytes:
    """Return one line: the path, the name to restore to, size, checksum and encoding of the source, and every edit.

    The source's text keeps its line ends, so that text and encoding are all its bytes.
    """
    facts = {
        "path": one.shown,
        "name": one.name,
        "bytes": len(data),
        "sha256": sha256(data).hexdigest(),
        "encoding": encoding,
    }
    return json.dumps(facts | ledger_record(cleaned), separators=(",", ":")).encode("ascii") + b"\n"


def failure_line(one: Input, error: str, reason: str) -> bytes:
    """Return the line that stands for a document that failed, in outputs and ledgers alike."""
    return (
        json.dumps({"path": one.shown, "error": error, "reason": reason}, separators=(",", ":")).encode("ascii") + b"\n"
    )


def ledger_path(output: Path) -> Path:
    """Return where the ledger of an output file stands: `out.ledger.jsonl` beside `out.jsonl`."""
    return output.with_name(output.stem + LEDGER_SUFFIX)


def find_ledgers(output: Path) -> list[Path]:
    """Return the ledgers of an output folder or file, or the ledger named itself. Raises `UnreadableError`."""
    if output.is_dir():
        ledgers = sorted(output.rglob(f"*{LEDGER_SUFFIX}"))
    else:
        ledgers = [output if output.name.endswith(LEDGER_SUFFIX) else ledger_path(output)]
    if not ledgers or not all(map(Path.is_file, ledgers)):
        message = f"{output} has no ledger; clean the sources again with --ledger"
        raise UnreadableError(message)
    return ledgers


def read_ledgers(ledgers: list[Path]) -> Iterator[tuple[str, dict[str, Any] | LedgerError]]:
    """Yield each record with its place (`file:line`), lines by line feeds alone; a damaged one as its error."""
    for path in ledgers:
        try:
            with path.open("rb") as file:
                for number, line in enumerate(file, 1):
                    yield f"{path}:{number}", _record(line)
        except OSError as error:
            yield str(path), LedgerError(str(unreadable(error)))


def _record(line: bytes) -> dict[str, Any] | LedgerError:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        return LedgerError("is no ledger record; clean the document again with --ledger")
    return record


def restore_source(record: dict[str, Any]) -> Restored:
    """Return the source of a ledger record, its checksum compared. Raises `LedgerError`."""
    try:
        name = PurePosixPath(record["name"])
        os.fsencode(name)
        data = encode(cleaned_from_record(record).source, record["encoding"])
        checksum = record["sha256"]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        message = f"is damaged ({type(error).__name__}: {error}); clean the document again with --ledger"
        raise LedgerError(message) from None
    if sha256(data).hexdigest() != checksum:
        message = "does not lead back to its source (checksum differs); clean the document again with --ledger"
        raise LedgerError(message)
    if name.is_absolute() or ".." in name.parts or not name.parts or "\0" in str(name):
        message = f"would be restored to {str(name)!r}, outside of the folder; the ledger was not written by textclean"
        raise LedgerError(message)
    return Restored(str(name), data)
