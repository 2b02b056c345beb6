"""Where outcomes are written. A sink takes them in order; those that remember earlier runs are in `textclean.runs`."""

from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING, Any, Protocol, Self

from textclean.errors import OutputError
from textclean.io.atomic import write_atomically
from textclean.io.outcomes import Done, Failed, as_failed
from textclean.io.outputs import ledger_of, output_of
from textclean.io.rows import failed_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome
    from textclean.io.outputs import Target

_NO_FURTHER = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
"""What stops a run, because no other document could be written either."""


class Sink(Protocol):
    """Takes outcomes and writes them; a context, in which `finish` is called when all were written."""

    def known(self, one: Input) -> str | None:
        """Return the digest of a document of which the outcome is at hand already, or None."""
        ...

    def write(self, outcome: Outcome) -> Done | Failed:
        """Write one outcome; return it, or a `Failed` when it could not be written.

        Raises `OutputError` when no other could be written either.
        """
        ...

    def finish(self, record: Callable[[], dict[str, Any]]) -> bool:
        """Bring what was written to its place, and the record of the run; return whether anything was new."""
        ...

    def __enter__(self) -> Self:
        """Make ready to write."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was written."""
        ...


class PlainSink:
    """What sinks are that write each outcome at once and remember nothing."""

    def __init__(self, target: Target) -> None:
        """Take where outcomes go."""
        self._target = target

    def known(self, one: Input) -> None:
        """Know nothing of earlier runs."""

    def finish(self, record: Callable[[], dict[str, Any]]) -> bool:  # noqa: ARG002 - the protocol's
        """Return that all was new; no record is kept."""
        return True

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left to do."""


class FileSink(PlainSink):
    """The one file of one document, and its ledger beside it."""

    def write(self, outcome: Outcome) -> Done | Failed:
        """Write the files; a failure has none."""
        return write_document(outcome, self._target) if isinstance(outcome, Done) else as_failed(outcome)


class StreamSink(PlainSink):
    """Standard output: JSON Lines with failures among them, or one document in another form."""

    def write(self, outcome: Outcome) -> Done | Failed:
        """Write and flush, so that the next program sees each document at once."""
        if isinstance(outcome, Done):
            write_to_stdout(outcome.data)
            return outcome
        failed = as_failed(outcome)
        if self._target.lines:
            write_to_stdout(failed_line(failed, self._target.form))
        return failed


def write_document(outcome: Done, target: Target, scratch: Path | None = None) -> Done | Failed:
    """Write the files of a document, by way of `scratch`: the ledger first, so that no output is ever without.

    Returns the outcome, or a `Failed` when they cannot be written; raises `OutputError` when no others could.
    """
    for path, data in (
        (ledger_of(outcome.input, target), outcome.ledger),
        (output_of(outcome.input, target), outcome.data),
    ):
        if path is None or data is None:
            continue
        try:
            write_atomically(path, data, scratch)
        except OSError as error:
            if error.errno in _NO_FURTHER:
                raise cannot_write(path, error) from None
            return Failed(outcome.input, type(error).__name__, f"cannot be written to {str(path)!r}: {error.strerror}")
    return outcome


def cannot_write(path: Path, error: OSError) -> OutputError:
    """Return the error for a place where nothing can be written any more."""
    return OutputError(
        f"cannot write {str(path)!r}: {error.strerror}; make room, and run the same command again: what is done is kept"
    )


def write_to_stdout(data: bytes) -> None:
    """Write bytes as they are. Raises `BrokenPipeError` when nobody reads any more."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
