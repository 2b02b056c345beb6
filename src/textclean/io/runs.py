"""Runs read back: what `clean` wrote, one document after the other, each output with its ledger.

A run is a folder, a file of JSON Lines, the output of one document, or a ledger alone. Documents come in the order
they were written; in a folder, in the order of their names. Memory stays that of one document.
"""

from __future__ import annotations

import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.errors import LedgerError, UnreadableError, UsageError
from textclean.io.compression import decompressed
from textclean.io.folders import FolderSearch
from textclean.io.ledger_lines import LEDGER_SUFFIX, ledger_path
from textclean.io.lines.endings import PARQUET, line_ending
from textclean.io.outcomes import Failed
from textclean.io.outputs import ERRORS_NAME
from textclean.io.places import unreadable
from textclean.io.rendering import ENDINGS
from textclean.ledger import cleaned_from_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.cleaned import Cleaned
    from textclean.io.outcomes import Outcome

    Record = dict[str, Any] | None
    """What a line holds, or None where it is damaged."""

_JSON = (".json", ".jsonld")
_ENDINGS = sorted(
    {ending for endings in ENDINGS.values() for ending in endings if not line_ending(ending)}, key=len, reverse=True
)
_PATH_KEYS = ("path", "file_path")
_DAMAGED = "is no record of a run; clean the documents again"


class RunDocument(NamedTuple):
    """One document of a run: the path of its source, and what was written of it.

    `output` is its JSON, `text` the output where that is no JSON, `ledger` its record. `failure` is the name of the
    error and its reason where cleaning failed, or where the run's own record is damaged; then there is nothing else.
    `place` says where in the run it stands.
    """

    path: str
    place: str
    output: dict[str, Any] | None = None
    text: str | None = None
    ledger: dict[str, Any] | None = None
    failure: tuple[str, str] | None = None

    @property
    def checksum(self) -> str | None:
        """The SHA-256 of the source's bytes, where the run tells it."""
        record = self.ledger or (self.output or {}).get("source")
        checksum = record.get("sha256") if isinstance(record, dict) else None
        return checksum if isinstance(checksum, str) else None

    def cleaned(self) -> Cleaned:
        """Return the run of this document, read from its ledger. Raises `LedgerError`."""
        if self.ledger is None:
            message = "has no ledger; clean it again with --ledger"
            raise LedgerError(message)
        try:
            return cleaned_from_record(self.ledger)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            message = f"is damaged ({type(error).__name__}: {error}); clean the document again with --ledger"
            raise LedgerError(message) from None


def read_run(path: Path) -> Iterator[RunDocument]:
    """Return the documents of a run. Raises `UsageError` where nothing stands at `path`."""
    if path.is_dir():
        return _read_folder(path)
    if not path.exists():
        message = f"{path} does not exist; name the output of a run"
        raise UsageError(message)
    if line_ending(path.name) == PARQUET:
        message = f"{path} is Parquet, whose ledger has no steps; name a run in JSON Lines or in a folder"
        raise UsageError(message)
    if LEDGER_SUFFIX in path.name:
        return (_document(place, None, ledger) for place, ledger in _records(path))
    if line_ending(path.name):
        return _read_lines(path, ledger_path(path))
    return iter([_read_file(path.name, path)])


def _read_lines(path: Path, ledger: Path) -> Iterator[RunDocument]:
    """Read a line of each file at a time: both have a line for each document, failures too."""
    if not ledger.is_file():
        for place, output in _records(path):
            yield _document(place, output, None)
        return
    nothing: tuple[str, Record] = (str(ledger), None)
    for (place, output), (_, kept) in zip_longest(_records(path), _records(ledger), fillvalue=nothing):
        yield _document(place, output, kept) if output and kept else _damaged(place)


def _read_folder(folder: Path) -> Iterator[RunDocument]:
    """Read a folder of outputs: files of one name but for the ending are one document."""
    for path, problem in FolderSearch([*(f"*{ending}" for ending in _ENDINGS), f"*{LEDGER_SUFFIX}"]).files(folder):
        if problem:
            yield RunDocument(str(path), str(path), failure=(type(problem).__name__, str(problem)))
        elif not path.name.endswith(LEDGER_SUFFIX):
            yield _read_file(path.relative_to(folder).as_posix(), path)
        elif not any(path.with_name(_stem(path.name) + ending).is_file() for ending in _ENDINGS):
            yield from (_document(place, None, ledger) for place, ledger in _records(path))
    failures = folder / ERRORS_NAME
    if failures.is_file():
        yield from (_document(place, record, None) for place, record in _records(failures))


def _read_file(name: str, path: Path) -> RunDocument:
    """Read one output with the ledger beside it, if one is there."""
    ledger = path.with_name(_stem(path.name) + LEDGER_SUFFIX)
    kept = next(_records(ledger), ("", None))[1] if ledger.is_file() else None
    try:
        written = path.read_bytes()
    except OSError as error:
        return RunDocument(name, str(path), failure=(type(error).__name__, str(unreadable(error))))
    if path.suffix.lower() in _JSON:
        return _document(str(path), _parse(written), kept, _stem(name))
    stated = kept.get("path") if kept else None
    return RunDocument(
        stated if isinstance(stated, str) else _stem(name), str(path), None, written.decode("utf-8", "replace"), kept
    )


def _stem(name: str) -> str:
    known = (LEDGER_SUFFIX, *_ENDINGS)
    return next((name[: -len(ending)] for ending in known if name.lower().endswith(ending)), name)


def _records(path: Path) -> Iterator[tuple[str, Record]]:
    """Yield each line of a file as its record, with its place; lines end by line feeds alone."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(decompressed(file, path.name), 1):
                yield f"{path}:{number}", _parse(line)
    except EOFError as error:
        message = f"{path} cannot be read to its end: {error}"
        raise UnreadableError(message) from None
    except OSError as error:
        message = f"{path} {unreadable(error)}"
        raise UnreadableError(message) from None


def _parse(written: bytes) -> Record:
    try:
        record = json.loads(written)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _document(place: str, output: Record, ledger: Record, name: str | None = None) -> RunDocument:
    """Make a document of its records; one whose form states no path goes by its `name`, or by its line."""
    told = output or ledger
    if told is None:
        return _damaged(place)
    if "error" in told and "reason" in told:
        return RunDocument(str(told.get("path", place)), place, failure=(str(told["error"]), str(told["reason"])))
    records = (ledger, (output or {}).get("source"), output)
    stated = (record.get(key) for record in records if isinstance(record, dict) for key in _PATH_KEYS)
    path = next((path for path in stated if isinstance(path, str)), None)
    return RunDocument(path or name or f"line {place.rpartition(':')[2]}", place, output, None, ledger)


def _damaged(place: str) -> RunDocument:
    return RunDocument(place, place, failure=(LedgerError.__name__, _DAMAGED))


def document_of(outcome: Outcome) -> RunDocument:
    """Return what a job with a ledger made of one input, as `read_run` would give it back."""
    if isinstance(outcome, Failed):
        return RunDocument(outcome.input.shown, outcome.input.shown, failure=(outcome.error, outcome.reason))
    return _document(outcome.input.shown, _parse(outcome.data), _parse(outcome.ledger) if outcome.ledger else None)
