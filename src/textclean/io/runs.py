"""Runs read back: what `clean` wrote, one document after the other, each output with its ledger.

A run is a folder, a file of lines or rows, or its shards, the output of one document, or a ledger alone. Documents come
in the order they were written; in a folder, in the order of their names. Memory stays that of one document.
"""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.errors import LedgerError, UsageError
from textclean.io.folders import FolderSearch
from textclean.io.ledger_column import FACTS
from textclean.io.ledger_lines import LEDGER_SUFFIX, ledger_path
from textclean.io.lines.endings import line_ending
from textclean.io.lines.shard_names import find_shards
from textclean.io.outcomes import Done, as_failed
from textclean.io.outputs import ERRORS_NAME
from textclean.io.places import unreadable
from textclean.io.rendering import ENDINGS
from textclean.io.rows import ERROR
from textclean.io.run_records import cleaned_of_ledger, has_ledger_columns, parse_record, read_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.cleaned import Cleaned
    from textclean.io.outcomes import Outcome
    from textclean.io.run_records import Record

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
        ledger = self.ledger or {}
        record = ledger.get(FACTS) or ledger or (self.output or {}).get("source")
        checksum = record.get("sha256") if isinstance(record, dict) else None
        return checksum if isinstance(checksum, str) else None

    def cleaned(self) -> Cleaned:
        """Return the run of this document, read from its ledger. Raises `LedgerError`."""
        if self.ledger is None:
            message = "has no ledger; clean it again with --ledger"
            raise LedgerError(message)
        return cleaned_of_ledger(self.ledger)


def read_run(path: Path) -> Iterator[RunDocument]:
    """Return the documents of a run. Raises `UsageError` where nothing stands at `path`."""
    if path.is_dir():
        return _read_folder(path)
    if LEDGER_SUFFIX in path.name and path.exists():
        return (_document(place, None, ledger) for place, ledger in read_records(path))
    files = [path] if path.exists() else find_shards(path)
    if not files:
        message = f"{path} does not exist; name the output of a run"
        raise UsageError(message)
    if line_ending(path.name):
        return _read_lines(files, ledger_path(path))
    return iter([_read_file(path.name, path)])


def document_of(outcome: Outcome) -> RunDocument:
    """Return what a job with a ledger made of one input, as `read_run` would give it back."""
    if not isinstance(outcome, Done):
        failed = as_failed(outcome)
        return RunDocument(failed.input.shown, failed.input.shown, failure=(failed.error, failed.reason))
    kept = parse_record(outcome.ledger) if outcome.ledger else None
    return _document(outcome.input.shown, parse_record(outcome.data), kept)


def _read_lines(files: list[Path], ledger: Path) -> Iterator[RunDocument]:
    """Read a line of each file at a time: both have a line for each document, failures too."""
    outputs = chain.from_iterable(map(read_records, files))
    if not ledger.is_file():
        for place, output in outputs:
            yield _document(place, output, output if has_ledger_columns(output) else None)
        return
    nothing: tuple[str, Record] = (str(ledger), None)
    for (place, output), (_, kept) in zip_longest(outputs, read_records(ledger), fillvalue=nothing):
        yield _document(place, output, kept) if output and kept else _damaged(place)


def _read_folder(folder: Path) -> Iterator[RunDocument]:
    """Read a folder of outputs: files of one name but for the ending are one document."""
    for path, problem in FolderSearch([*(f"*{ending}" for ending in _ENDINGS), f"*{LEDGER_SUFFIX}"]).files(folder):
        if problem:
            yield RunDocument(str(path), str(path), failure=(type(problem).__name__, str(problem)))
        elif not path.name.endswith(LEDGER_SUFFIX):
            yield _read_file(path.relative_to(folder).as_posix(), path)
        elif not any(path.with_name(_stem(path.name) + ending).is_file() for ending in _ENDINGS):
            yield from (_document(place, None, ledger) for place, ledger in read_records(path))
    failures = folder / ERRORS_NAME
    if failures.is_file():
        yield from (_document(place, record, None) for place, record in read_records(failures))


def _read_file(name: str, path: Path) -> RunDocument:
    """Read one output with the ledger beside it, if one is there."""
    ledger = path.with_name(_stem(path.name) + LEDGER_SUFFIX)
    kept = next(read_records(ledger), ("", None))[1] if ledger.is_file() else None
    try:
        written = path.read_bytes()
    except OSError as error:
        return RunDocument(name, str(path), failure=(type(error).__name__, str(unreadable(error))))
    if path.suffix.lower() in _JSON:
        return _document(str(path), parse_record(written), kept, _stem(name))
    stated = kept.get("path") if kept else None
    return RunDocument(
        stated if isinstance(stated, str) else _stem(name), str(path), None, written.decode("utf-8", "replace"), kept
    )


def _stem(name: str) -> str:
    known = (LEDGER_SUFFIX, *_ENDINGS)
    return next((name[: -len(ending)] for ending in known if name.lower().endswith(ending)), name)


def _document(place: str, output: Record, ledger: Record, name: str | None = None) -> RunDocument:
    """Make a document of its records; one whose form states no path goes by its `name`, or by its line."""
    told = output or ledger
    if told is None:
        return _damaged(place)
    records = (ledger, (output or {}).get("source"), output)
    stated = (record.get(key) for record in records if isinstance(record, dict) for key in _PATH_KEYS)
    found = next((path for path in stated if isinstance(path, str)), None)
    path = found or name or f"line {place.rpartition(':')[2]}"
    error, reason = told.get(ERROR), told.get("reason")
    if isinstance(error, str) and (isinstance(reason, str) or _PATH_KEYS[1] in told):
        failure = (error, reason) if isinstance(reason, str) else error.partition(": ")[::2]
        return RunDocument(path, place, failure=failure)
    return RunDocument(path, place, output, None, ledger)


def _damaged(place: str) -> RunDocument:
    return RunDocument(place, place, failure=(LedgerError.__name__, _DAMAGED))
