"""Where outcomes are written, one class a kind of target. Each takes outcomes in order and keeps what it got.

A sink is a context: left after `KeyboardInterrupt` it keeps what was written until then.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol, Self

from textclean.errors import UsageError
from textclean.io.atomic import write_atomically
from textclean.io.ledger_lines import failure_line, ledger_path
from textclean.io.lines.writer import open_lines
from textclean.io.outcomes import Done, Failed
from textclean.io.outputs import ERRORS_NAME, ledger_of, output_of
from textclean.io.rows import failed_line

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from textclean.io.lines.writer import LineWriter
    from textclean.io.outcomes import Outcome
    from textclean.io.outputs import Target


class Sink(Protocol):
    """Takes outcomes and writes them."""

    def write(self, outcome: Outcome) -> Outcome:
        """Write one outcome; return it, or a `Failed` when it could not be written."""
        ...

    def __enter__(self) -> Self:
        """Make ready to write."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Bring to its end what was written."""
        ...


def open_sink(target: Target) -> Sink:
    """Return the sink for a target. Raises `UsageError` when its file cannot be made."""
    if target.path is None:
        return StreamSink(target)
    if not target.lines:
        return FilesSink(target)
    try:
        return LinesSink(target, target.path)
    except OSError as error:
        message = f"cannot write {str(target.path)!r}: {error.strerror}; name another output with -o"
        raise UsageError(message) from None


class FilesSink:
    """A file a document, and its ledger beside it; in a folder, the failures in `textclean-errors.jsonl`."""

    def __init__(self, target: Target) -> None:
        """Take a folder, or the one file of one document."""
        self._target = target
        self._failures = bytearray()

    def write(self, outcome: Outcome) -> Outcome:
        """Write the ledger first, so that no output is ever without."""
        if isinstance(outcome, Failed):
            self._failures += failure_line(outcome.input, outcome.error, outcome.reason)
            return outcome
        for path, data in (
            (ledger_of(outcome.input, self._target), outcome.ledger),
            (output_of(outcome.input, self._target), outcome.data),
        ):
            if path is None or data is None:
                continue
            try:
                write_atomically(path, data)
            except OSError as error:
                reason = f"cannot be written to {str(path)!r}: {error.strerror}"
                return self.write(Failed(outcome.input, type(error).__name__, reason))
        return outcome

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write this run's failures, or remove those of an earlier run into the same folder."""
        if self._target.path and self._target.is_folder:
            path = self._target.path / ERRORS_NAME
            if self._failures:
                write_atomically(path, bytes(self._failures))
            else:
                path.unlink(missing_ok=True)


class LinesSink:
    """A line a document in one file or its shards, failures among them, and a ledger file of the same make."""

    def __init__(self, target: Target, path: Path) -> None:
        """Open the files under names of their own until they are whole."""
        self._form = target.form
        self._stack = ExitStack()
        self._lines = self._stack.enter_context(open_lines(path, shards=target.shards, pipeline=target.pipeline))
        self._ledger: LineWriter | None = None
        if target.ledger and not target.ledger_inside:
            self._ledger = self._stack.enter_context(open_lines(ledger_path(path)))

    def write(self, outcome: Outcome) -> Outcome:
        """Append a line to each file."""
        if isinstance(outcome, Failed):
            line = failed_line(outcome, self._form)
            ledger_line = failure_line(outcome.input, outcome.error, outcome.reason)
        else:
            line, ledger_line = outcome.data, outcome.ledger or b""
        self._lines.write(line)
        if self._ledger:
            self._ledger.write(ledger_line)
        return outcome

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the files in their places, unless something broke."""
        self._stack.__exit__(kind, error, trace)


class StreamSink:
    """Standard output: JSON Lines with failures among them, or one document in another form."""

    def __init__(self, target: Target) -> None:
        """Take what says whether failures can be told among the data."""
        self._lines = target.lines
        self._form = target.form

    def write(self, outcome: Outcome) -> Outcome:
        """Write and flush, so that the next program sees each document at once."""
        if isinstance(outcome, Done):
            write_to_stdout(outcome.data)
        elif self._lines:
            write_to_stdout(failed_line(outcome, self._form))
        return outcome

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left to do."""


def write_to_stdout(data: bytes) -> None:
    """Write bytes as they are. Raises `BrokenPipeError` when nobody reads any more."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
