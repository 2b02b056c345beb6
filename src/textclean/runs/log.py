"""What runs into one output have done: the log that is being followed or written, and older ones to copy from.

A run that goes on meets its documents in the order of the log. As long as each is unchanged the log is only followed;
at its end the run goes on writing it. Where the order differs, because a document was changed, added or taken away, a
new generation begins with a copy of what was followed, and further results that are at hand are copied one by one.
"""

from __future__ import annotations

import shutil
from itertools import chain
from typing import TYPE_CHECKING

from textclean.runs.appending import Appending
from textclean.runs.entry import key_of
from textclean.runs.generation import Ends, Generation, copy_start
from textclean.runs.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.io.discovery import Input
    from textclean.runs.entry import Entry
    from textclean.runs.generation import Found


class RunLog:
    """The generations in a run directory."""

    def __init__(self, folder: Path, finished: int | None, *, with_data: bool) -> None:
        """Take the run directory, and the number of the generation that is finished: nothing is added to that one.

        `with_data` says that lines are kept in the log, and not in files of their own.
        """
        self._folder = folder
        self._with_data = with_data
        self._finished = finished
        numbers = sorted(int(path.name) for path in folder.iterdir() if path.name.isdigit())
        self._generations = {number: Generation(folder, number) for number in numbers}
        self._end = Ends()
        self._index = Index(chain.from_iterable(map(self._scan, self._generations.values()))) if numbers else None
        self.current = self._generations.setdefault(numbers[-1] if numbers else 0, Generation(folder, 0))
        self._followed = Ends()
        self._appending: Appending | None = None

    def _scan(self, generation: Generation) -> Iterator[Found]:
        self._end = Ends()
        for found in generation.scan(with_data=self._with_data):
            self._end = found.ends
            yield found

    @property
    def is_as_it_was(self) -> bool:
        """Whether a finished log was followed from its beginning to its end: the output is what it would be."""
        return self.current.number == self._finished and self._followed == self._end

    def find(self, one: Input) -> Found | None:
        """Return what is known of a document."""
        key = key_of(one)
        place = self._index.find(key) if self._index else None
        found = self._generations[place[0]].find(place[1]) if place else None
        return found if found and found.entry.key == key else None

    def keep(self, found: Found) -> None:
        """Say that the next document is as it was found."""
        if self._appending is None and (found.number, found.start) == (self.current.number, self._followed.entries):
            self._followed = found.ends
            return
        data = self._generations[found.number].read(found.entry) if self._with_data else (b"", b"")
        self.add(found.entry, *data)

    def add(self, entry: Entry, line: bytes = b"", ledger_line: bytes = b"") -> None:
        """Write what became of the next document."""
        if self._appending is None:
            self._appending = self._begin()
        self._appending.add(entry, line, ledger_line)

    def complete(self) -> None:
        """Say that there are no more documents: what the log has beyond them is no part of it."""
        if self._appending is None and (self._followed != self._end or not self.current.entries.exists()):
            self._appending = self._begin()
        self.commit()

    def entries(self) -> Iterator[Entry]:
        """Yield the entries of this run so far, in order; what was added is committed first."""
        self.commit()
        for found in self.current.scan(with_data=self._with_data):
            if self._appending is None and found.ends.entries > self._followed.entries:
                return
            yield found.entry

    def commit(self) -> None:
        """Make sure that all that was added survives whatever comes."""
        if self._appending:
            self._appending.commit()

    def close(self) -> None:
        """Close all files."""
        if self._appending:
            self._appending.close()
        for generation in self._generations.values():
            generation.close()

    def drop_others(self) -> None:
        """Remove every generation but the current one."""
        for number, generation in self._generations.items():
            generation.close()
            if number != self.current.number:
                shutil.rmtree(generation.folder)

    def _begin(self) -> Appending:
        """Go on behind what was followed: in the same generation when that was all of it, else in a new one."""
        if self._followed != self._end or self.current.number == self._finished:
            new = Generation(self._folder, self.current.number + 1)
            new.folder.mkdir()
            # Entries last: without them the rest is nothing.
            for old, target, end in reversed(list(zip(self.current.files, new.files, self._followed, strict=True))):
                if self._with_data or old == self.current.entries:
                    copy_start(old, target, end)
            self.current = self._generations[new.number] = new
        return Appending(self.current, self._followed, with_data=self._with_data)
