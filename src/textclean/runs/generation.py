"""One log of a run: entries in the order of the output, and the lines and ledger lines they speak of."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from textclean.runs.entry import read_entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.runs.entry import Entry, Place

_PIECE = 1_000_000
"""Bytes copied at a time."""


class Ends(NamedTuple):
    """How far the files of a generation go, in bytes, behind some entry."""

    entries: int = 0
    lines: int = 0
    ledger: int = 0


class Found(NamedTuple):
    """An entry in its log: the generation's number, where the entry starts, and the ends behind it."""

    number: int
    start: int
    ends: Ends
    entry: Entry


class Generation:
    """A folder with the files `entries`, `lines` and `ledger`, named by the number of the generation."""

    def __init__(self, folder: Path, number: int) -> None:
        """Take the run directory and the number."""
        self.number = number
        self.folder = folder / str(number)
        self.entries, self.lines, self.ledger = (self.folder / name for name in ("entries", "lines", "ledger"))
        self._readers: dict[Path, BinaryIO] = {}
        self._stack = ExitStack()

    @property
    def files(self) -> tuple[Path, Path, Path]:
        """Its files, in the order of `Ends`."""
        return self.entries, self.lines, self.ledger

    def scan(self, *, with_data: bool) -> Iterator[Found]:
        """Yield every whole entry; what follows the first that is not, or lacks its data, is as if not there."""
        lines, ledger = size_of(self.lines), size_of(self.ledger)
        start = 0
        while found := self.find(start):
            if with_data and (found.ends.lines > lines or found.ends.ledger > ledger):
                return
            yield found
            start = found.ends.entries

    def find(self, start: int) -> Found | None:
        """Return the entry that starts at an offset, or None when no whole one does."""
        if not self.entries.exists():
            return None
        file = self._reader(self.entries)
        file.seek(start)
        line = file.readline()
        entry = read_entry(line)
        if entry is None:
            return None
        return Found(self.number, start, Ends(start + len(line), sum(entry.line), sum(entry.ledger_line)), entry)

    def read(self, entry: Entry) -> tuple[bytes, bytes]:
        """Return the line and the ledger line of an entry."""
        return self._read(self.lines, entry.line), self._read(self.ledger, entry.ledger_line)

    def close(self) -> None:
        """Close what was opened for reading."""
        self._stack.close()
        self._readers.clear()

    def _read(self, path: Path, place: Place) -> bytes:
        offset, length = place
        if not length:
            return b""
        file = self._reader(path)
        file.seek(offset)
        return file.read(length)

    def _reader(self, path: Path) -> BinaryIO:
        if path not in self._readers:
            self._readers[path] = self._stack.enter_context(path.open("rb"))
        return self._readers[path]


def size_of(path: Path) -> int:
    """Return the size of a file in bytes, 0 when there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def copy_start(source: Path, target: Path, end: int) -> None:
    """Write the first `end` bytes of a file to another."""
    with source.open("rb") as old, target.open("wb") as new:
        while end and (piece := old.read(min(end, _PIECE))):
            new.write(piece)
            end -= len(piece)
        sync(new)


def sync(file: BinaryIO) -> None:
    """Put what was written to a file where a crash of the machine leaves it."""
    file.flush()
    os.fsync(file.fileno())
