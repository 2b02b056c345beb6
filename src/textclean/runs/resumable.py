"""What runs into lines and runs into files have in common: documents that have not changed are kept, others written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any, Self

from textclean.io.outcomes import Done, Failed, Unchanged, as_failed
from textclean.io.sinks import cannot_write
from textclean.runs.directory import held_directory, run_directory_of, settle_directory
from textclean.runs.state import write_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome
    from textclean.io.outputs import Target
    from textclean.runs.entry import Entry
    from textclean.runs.log import RunLog


class ResumableRun(ABC):
    """A run into a target, as a context; left before `finish`, it can go on another time."""

    def __init__(self, target: Target, output: Path, settings: dict[str, Any], *, fresh: bool) -> None:
        """Hold the run directory of an output. Raises `UsageError` when it is another run's, or cannot be made."""
        self.target = target
        self.output = output
        self.directory = directory = run_directory_of(output, is_folder=target.is_folder)
        self.seal_path = directory / "finished.json"
        with ExitStack() as stack:
            stack.enter_context(held_directory(directory))
            settle_directory(directory, settings, fresh=fresh)
            self.log = self._open_log()
            self._stack = stack.pop_all()

    @abstractmethod
    def _open_log(self) -> RunLog:
        """Open what was done."""

    @abstractmethod
    def _is_at_hand(self, one: Input, entry: Entry) -> bool:
        """Whether what an entry speaks of can be used again."""

    @abstractmethod
    def _write(self, outcome: Done | Failed) -> Done | Failed:
        """Write a document that is new or has changed, and its entry."""

    @abstractmethod
    def _finish(self) -> bool:
        """Bring the outputs to their places, unless nothing is new."""

    def known(self, one: Input) -> str | None:
        """Return the digest that a document had when it was last done, if its results are at hand."""
        found = self.log.find(one)
        return found.entry.source if found and self._is_at_hand(one, found.entry) else None

    def write(self, outcome: Outcome) -> Done | Failed:
        """Write the outcome of the next document, or keep what is at hand; return it with its figures.

        Raises `OutputError` when nothing can be written any more.
        """
        try:
            if not isinstance(outcome, Done):
                found = self.log.find(outcome.input)
                if found and (isinstance(outcome, Unchanged) or _is_the_same(outcome, found.entry)):
                    self.log.keep(found)
                    return found.entry.outcome(outcome.input)
                outcome = as_failed(outcome)
            return self._write(outcome)
        except OSError as error:
            raise cannot_write(self.directory, error) from None

    def finish(self, record: Callable[[], dict[str, Any]]) -> bool:
        """Bring the outputs to their places, and the record into the run directory; return whether anything was new.

        Raises `OutputError`.
        """
        try:
            self.log.complete()
            is_new = self._finish()
            write_json(self.directory / "run.json", record())
        except OSError as error:
            raise cannot_write(self.directory, error) from None
        return is_new

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what is done."""
        with self._stack, suppress(OSError):  # where the disk is full, what was committed before is kept
            try:
                self.log.commit()
            finally:
                self.log.close()


def _is_the_same(outcome: Failed, entry: Entry) -> bool:
    return (outcome.error, outcome.reason, outcome.source) == (entry.error, entry.reason, entry.source)
