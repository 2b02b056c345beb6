"""A run into a folder: a file a document, and its ledger beside it; failures in `textclean-errors.jsonl`."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from textclean.io.atomic import AtomicFile
from textclean.io.discovery import Input
from textclean.io.ledger_lines import failure_line
from textclean.io.outcomes import Failed
from textclean.io.outputs import ERRORS_NAME, ledger_of, output_of
from textclean.io.sinks import write_document
from textclean.runs.entry import Entry, entry_of
from textclean.runs.log import RunLog
from textclean.runs.resumable import ResumableRun
from textclean.runs.state import Seal, Stamp, read_seal, stamp_of, write_seal

if TYPE_CHECKING:
    from types import TracebackType

    from textclean.io.outcomes import Done

_NOWHERE = [0, 0]


class FilesRun(ResumableRun):
    """Outputs are files of their own, written as their documents are done."""

    def _open_log(self) -> RunLog:
        seal = read_seal(self.seal_path)
        return RunLog(self.directory, seal.generation if seal else None, with_data=False)

    def _is_at_hand(self, one: Input, entry: Entry) -> bool:
        return entry.error is not None or [entry.line, entry.ledger_line] == self._stamps(one)

    def _stamps(self, one: Input) -> list[Stamp]:
        output, ledger = output_of(one, self.target), ledger_of(one, self.target)
        return [stamp_of(path) if path else _NOWHERE for path in (output, ledger)]

    def _write(self, outcome: Done | Failed) -> Done | Failed:
        if not isinstance(outcome, Failed):
            outcome = write_document(outcome, self.target, self.directory)
        places = [_NOWHERE, _NOWHERE] if isinstance(outcome, Failed) else self._stamps(outcome.input)
        self.log.add(entry_of(outcome, *places))
        return outcome

    def _finish(self) -> bool:
        self._write_errors()
        if self.log.is_as_it_was:
            return False
        write_seal(self.seal_path, Seal(self.log.current.number, [], []))
        self.log.drop_others()
        return True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what is done; after Ctrl-C, list what has failed until then."""
        if kind and issubclass(kind, KeyboardInterrupt):
            self._write_errors()
        super().__exit__(kind, error, trace)

    def _write_errors(self) -> None:
        """List this run's failures, or remove the list of an earlier run."""
        path = self.output / ERRORS_NAME
        lines = (_failure_line(entry) for entry in self.log.entries() if entry.error is not None)
        first = next(lines, None)
        if first is None:
            path.unlink(missing_ok=True)
            return
        with AtomicFile(path, self.directory) as file:
            for line in chain((first,), lines):
                file.write(line)


def _failure_line(entry: Entry) -> bytes:
    path, _, name = entry.key.partition("\0")
    return failure_line(Input(path, name), entry.error or "", entry.reason or "")
