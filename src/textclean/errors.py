"""Every error this package raises on purpose, as one tree.

    TextcleanError                     catch this one to catch all
    ├── UsageError                     the call is wrong; a command exits 2
    │   ├── UnknownNameError           a cleaner, preset, option or setting nobody knows; names the nearest
    │   ├── InvalidOptionError         a known option with a value it cannot take
    │   └── MissingExtraError          what was asked for needs a package that is not installed
    ├── CleanerError                   a cleaner broke its contract
    │   └── InvalidEditsError          its edits overlap or leave the text
    ├── EngineError                    the processes or the cluster that should do the work cannot
    ├── OutputError                    the output cannot be written any more; what is done is kept
    └── DocumentError                  one document cannot be processed; a batch goes on, a command exits 1
        ├── UnreadableError            missing, no permission, a symlink loop
        ├── NotTextError               binary bytes, or NUL bytes
        ├── EmptyDocumentError         nothing but whitespace
        ├── WorkerDiedError            the process that cleaned it died
        ├── TimeLimitError             it took longer than it may
        └── LedgerError                a ledger that does not fit its text, or is damaged

Each message is one line: what is wrong, where, and what to do about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class TextcleanError(Exception):
    """Any error this package raises on purpose."""


class UsageError(TextcleanError):
    """The call itself is wrong: nothing was read or written."""


class UnknownNameError(UsageError, LookupError):
    """A name nobody registered; the message offers the nearest known one.

    >>> print(UnknownNameError("cleaner", "unwrap-latx", ["unwrap-latex", "tidy-markup"]))
    unknown cleaner 'unwrap-latx'; did you mean 'unwrap-latex'?
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Take what was named (`kind`), the `name` given, and the names that exist."""
        from difflib import get_close_matches  # noqa: PLC0415 - costs start-up time

        known = sorted(known)
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known) or 'none'}"
        super().__init__(f"unknown {kind} {name!r}; {hint}")


class InvalidOptionError(UsageError, ValueError):
    """A known option was given a value it cannot take."""


class MissingExtraError(UsageError, ImportError):
    """What was asked for needs a package that an extra brings.

    >>> print(MissingExtraError("pyarrow", "parquet", "Parquet files"))
    Parquet files need pyarrow: pip install 'textclean-toolkit[parquet]'
    """

    def __init__(self, module: str, extra: str, purpose: str) -> None:
        """Take the module that is missing, the extra that has it, and what needs it."""
        super().__init__(f"{purpose} need {module}: pip install 'textclean-toolkit[{extra}]'")


class CleanerError(TextcleanError):
    """A cleaner broke its contract; the fault is the cleaner's, not the text's."""


class InvalidEditsError(CleanerError, ValueError):
    """Edits that overlap, run backwards, or leave the text."""


class EngineError(TextcleanError):
    """The processes or the cluster that should do the work cannot be started or reached."""


class OutputError(TextcleanError):
    """The output cannot be written any more: the disk is full, or was taken away."""


class DocumentError(TextcleanError):
    """One document cannot be processed; the others can."""


class UnreadableError(DocumentError):
    """The file is missing, may not be read, or is a symlink loop."""


class NotTextError(DocumentError):
    """The bytes are no text."""


class EmptyDocumentError(DocumentError):
    """Nothing but whitespace."""


class WorkerDiedError(DocumentError):
    """The process that cleaned the document died: killed, out of memory, or crashed."""


class TimeLimitError(DocumentError):
    """The document took longer than it may."""


class LedgerError(DocumentError):
    """A ledger that is damaged or belongs to another text."""
