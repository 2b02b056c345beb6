"""What became of one document: enough to tell that it has not changed, to find its results, and to count it again."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from textclean.io.outcomes import Done, Failed

if TYPE_CHECKING:
    from textclean.io.discovery import Input

Place = list[int]
"""Where a result is: offset and length in a file of the run; of a file of its own, size and time of change."""


class Entry(NamedTuple):
    """One document of a run; `source` is the digest of what was read, None where that was nothing."""

    key: str
    source: str | None
    error: str | None
    reason: str | None
    edits: dict[str, int]
    warnings: dict[str, int]
    line: Place
    ledger_line: Place

    def outcome(self, one: Input) -> Done | Failed:
        """Return the outcome again, for its figures; its data stay where they are."""
        if self.error is not None:
            return Failed(one, self.error, self.reason or "", self.source)
        return Done(one, b"", None, self.edits, self.warnings, self.source)


def key_of(one: Input) -> str:
    """Return what tells one document of a run from all others: its path, and the name that its output keeps."""
    return f"{one.shown}\0{one.name}"


def hash_of(key: str) -> int:
    """Return a number of 64 bits for a key."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def entry_of(outcome: Done | Failed, line: Place, ledger_line: Place) -> Entry:
    """Return the entry of an outcome whose results are in these places."""
    key = key_of(outcome.input)
    if isinstance(outcome, Failed):
        return Entry(key, outcome.source, outcome.error, outcome.reason, {}, {}, line, ledger_line)
    return Entry(key, outcome.source, None, None, outcome.edits, outcome.warnings, line, ledger_line)


def write_entry(entry: Entry) -> bytes:
    """Return an entry as one line of JSON."""
    return json.dumps(entry, separators=(",", ":")).encode("ascii") + b"\n"


def read_entry(line: bytes) -> Entry | None:
    """Return what `write_entry` wrote, or None for a line that is not whole."""
    if not line.endswith(b"\n"):
        return None
    try:
        return Entry._make(json.loads(line))
    except (ValueError, TypeError):
        return None
