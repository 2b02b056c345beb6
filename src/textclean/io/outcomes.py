"""What becomes of a document: it is done, or it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textclean.io.discovery import Input


class Done(NamedTuple):
    """A document that came through: what to write, and figures for the summary."""

    input: Input
    data: bytes
    ledger: bytes | None
    edits: dict[str, int]
    warnings: dict[str, int]


class Failed(NamedTuple):
    """A document that did not come through: the name of the error, and one line on what and why."""

    input: Input
    error: str
    reason: str


Outcome = Done | Failed
