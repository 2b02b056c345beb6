"""What becomes of a document: it is done, or it failed, or it was done before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textclean.io.discovery import Input


class Done(NamedTuple):
    """A document that came through: what to write, and figures for the summary.

    `source` is the digest of what was read, and `seconds` the time that each step of the pipeline took.
    """

    input: Input
    data: bytes
    ledger: bytes | None
    edits: dict[str, int]
    warnings: dict[str, int]
    source: str | None = None
    seconds: tuple[float, ...] = ()


class Failed(NamedTuple):
    """A document that did not come through: the name of the error, and one line on what and why.

    `source` is the digest of what was read; without it the document may come through another time.
    """

    input: Input
    error: str
    reason: str
    source: str | None = None


class Unchanged(NamedTuple):
    """A document that is as it was when an earlier run cleaned it; what came of it is at hand."""

    input: Input


Outcome = Done | Failed | Unchanged


def as_failed(outcome: Outcome) -> Failed:
    """Return an outcome that is not done as the failure it must be: nothing is unchanged where nothing is known."""
    if not isinstance(outcome, Failed):
        raise TypeError(outcome)
    return outcome
