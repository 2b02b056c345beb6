"""A generation that grows: data first, and when they are on disk the entries that speak of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textclean.runs.entry import write_entry
from textclean.runs.generation import Ends, sync

if TYPE_CHECKING:
    from textclean.runs.entry import Entry
    from textclean.runs.generation import Generation

COMMIT_BYTES = 4_000_000
COMMIT_SECONDS = 5.0
"""What is lost when a run is killed: this much output, or what was done in this time."""


class Appending:
    """Adds documents to a generation behind some ends, cutting off what stands behind them."""

    def __init__(self, generation: Generation, ends: Ends, *, with_data: bool) -> None:
        """Open the files of the generation; `with_data` says whether lines are kept in it."""
        generation.folder.mkdir(parents=True, exist_ok=True)
        paths = generation.files if with_data else generation.files[:1]
        self._files = []
        for path, end in zip(paths, ends, strict=False):
            file = path.open("ab")
            file.truncate(end)
            self._files.append(file)
        self._with_data = with_data
        self._ends = ends
        self._entries = bytearray()
        self._pending = 0
        self._committed_at = time.monotonic()

    def add(self, entry: Entry, line: bytes, ledger_line: bytes) -> None:
        """Add a document; with data, its entry is given their places."""
        if self._with_data:
            _, lines, ledger = self._ends
            entry = entry._replace(line=[lines, len(line)], ledger_line=[ledger, len(ledger_line)])
            self._files[1].write(line)
            self._files[2].write(ledger_line)
        written = write_entry(entry)
        self._entries += written
        ends = self._ends
        self._ends = Ends(ends.entries + len(written), ends.lines + len(line), ends.ledger + len(ledger_line))
        self._pending += len(written) + len(line) + len(ledger_line)
        if self._pending > COMMIT_BYTES or time.monotonic() - self._committed_at > COMMIT_SECONDS:
            self.commit()

    def commit(self) -> None:
        """Make sure that all that was added survives whatever comes."""
        if not self._entries:
            return
        for file in self._files[1:]:
            sync(file)
        self._files[0].write(self._entries)
        sync(self._files[0])
        self._entries.clear()
        self._pending = 0
        self._committed_at = time.monotonic()

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            file.close()
