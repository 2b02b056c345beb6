"""The comparison of two runs: figures by rule and field, and the documents that differ, kept on disk, largest first."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textclean.compare.differences import Difference, State, difference_of_states, difference_of_texts
from textclean.compare.pairing import pair_runs
from textclean.compare.pairs import Pair
from textclean.io.runs import RunDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TABLE = "CREATE TABLE differing (characters INTEGER, edits INTEGER, fields INTEGER, difference TEXT, pair TEXT)"
_LARGEST_FIRST = "ORDER BY characters DESC, edits DESC, fields DESC, rowid"


class Comparison:
    """Figures of two runs, and access to the documents that differ."""

    def __init__(self, names: tuple[str, str], database: sqlite3.Connection) -> None:
        """Take what to call the runs, and a scratch database."""
        self.names = names
        self.old = 0
        self.new = 0
        self.total = 0
        self.states: Counter[State] = Counter()
        self.more: Counter[str] = Counter()
        self.fewer: Counter[str] = Counter()
        self.documents_by_reason: Counter[str] = Counter()
        self.documents_by_field: Counter[str] = Counter()
        self._database = database
        database.execute(_TABLE)

    @property
    def differing(self) -> int:
        """How many documents differ in any way."""
        return self.states.total()

    @property
    def same(self) -> int:
        """How many documents are the same in both runs."""
        return self.total - self.differing

    def add(self, difference: Difference, pair: Pair | None) -> None:
        """Count a document that differs, and keep both its records where its page may be asked for."""
        self.states[difference.state] += 1
        self.more.update(difference.more)
        self.fewer.update(difference.fewer)
        self.documents_by_reason.update(difference.more.keys() | difference.fewer.keys())
        self.documents_by_field.update(difference.fields.keys())
        kept = json.dumps((pair.old, pair.new)) if pair else None
        row = (*difference.rank, json.dumps(difference), kept)
        self._database.execute("INSERT INTO differing VALUES (?, ?, ?, ?, ?)", row)

    def differences(self) -> Iterator[Difference]:
        """Yield the documents that differ, largest difference first."""
        for (record,) in self._database.execute(f"SELECT difference FROM differing {_LARGEST_FIRST}"):  # noqa: S608 - our own words
            path, state, *others = json.loads(record)
            yield Difference(path, State(state), *others)

    def pairs(self) -> Iterator[Pair | None]:
        """Yield both records of each of them, in the same order; None where there are not two texts to show."""
        for (kept,) in self._database.execute(f"SELECT pair FROM differing {_LARGEST_FIRST}"):  # noqa: S608 - our own words
            yield Pair(*(RunDocument(*record) for record in json.loads(kept))) if kept else None

    def reasons(self) -> list[tuple[str, int, int, int]]:
        """Return each reason with edits more, edits fewer and documents, largest first."""
        found = [(name, self.more[name], self.fewer[name], count) for name, count in self.documents_by_reason.items()]
        return sorted(found, key=lambda row: (-row[3], -row[1] - row[2], row[0]))

    def fields(self) -> list[tuple[str, int]]:
        """Return each field with the documents in which it differs, largest first."""
        return sorted(self.documents_by_field.items(), key=lambda row: (-row[1], row[0]))


@contextmanager
def compare_runs(
    old: Iterable[RunDocument],
    new: Iterable[RunDocument],
    names: tuple[str, str],
    *,
    with_pages: bool = False,
    tell: Callable[[], None] = lambda: None,
) -> Iterator[Comparison]:
    """Compare two runs, each read once, and give the comparison for as long as its scratch files stand.

    Memory does not grow with the runs: what is out of step, and what differs, is on disk. `with_pages` also keeps what
    `write_page` shows; `tell` is called after each document.
    """
    with TemporaryDirectory(prefix="textclean-") as folder, closing(_open(Path(folder) / "differing")) as database:
        comparison = Comparison(names, database)
        with closing(_open(Path(folder) / "waiting")) as scratch:
            for one, other in pair_runs(old, new, scratch):
                comparison.total += 1
                comparison.old += one is not None
                comparison.new += other is not None
                _compare(comparison, one, other, with_pages=with_pages)
                tell()
        yield comparison


def _compare(comparison: Comparison, old: RunDocument | None, new: RunDocument | None, *, with_pages: bool) -> None:
    if old and new and not (old.failure or new.failure):
        pair = Pair(old, new)
        difference = difference_of_texts(pair)
    else:
        pair, difference = None, difference_of_states(old, new)
    if difference:
        comparison.add(difference, pair if with_pages else None)


def _open(path: Path) -> sqlite3.Connection:
    """Open a scratch database: nothing in it outlives the comparison, so nothing is synced or journaled."""
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE")
    return database
