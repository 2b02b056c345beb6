"""Find each document of one run in the other, while both are read once, from beginning to end.

Runs are written in the order of their inputs, so as a rule both stand at the same document. What is out of step waits
in a database on disk, so that memory stays that of a few documents however far apart they are.
"""

from __future__ import annotations

import json
from itertools import zip_longest
from typing import TYPE_CHECKING

from textclean.io.runs import RunDocument

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    Paired = tuple[RunDocument | None, RunDocument | None]
    """A document of the old run and of the new one; None where a run does not have it."""

_TABLE = """
CREATE TABLE waiting (number INTEGER PRIMARY KEY, side TEXT, path BLOB, checksum TEXT, record TEXT);
CREATE INDEX waiting_path ON waiting (path, side);
CREATE INDEX waiting_checksum ON waiting (checksum, side);
"""


def pair_runs(old: Iterable[RunDocument], new: Iterable[RunDocument], database: sqlite3.Connection) -> Iterator[Paired]:
    """Yield each document of both runs once: by the path of its source, else by the checksum of its source.

    The checksum finds documents of a folder that was moved. `database` is a scratch file that this call may fill.
    """
    waiting = _WaitingRoom(database)
    for one, other in zip_longest(old, new):
        if one and other and one.path == other.path:
            yield one, other
            continue
        if one:
            found = waiting.take("new", one)
            if found:
                yield one, found
            else:
                waiting.add("old", one)
        if other:
            found = waiting.take("old", other)
            if found:
                yield found, other
            else:
                waiting.add("new", other)
    yield from waiting.by_checksum()


class _WaitingRoom:
    """Documents whose counterpart has not come yet."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.executescript(_TABLE)

    def add(self, side: str, document: RunDocument) -> None:
        row = (side, _key(document), document.checksum, json.dumps(document))
        self._database.execute("INSERT INTO waiting (side, path, checksum, record) VALUES (?, ?, ?, ?)", row)

    def take(self, side: str, like: RunDocument) -> RunDocument | None:
        """Return the first document of the other run with the same path, which then waits no longer."""
        return self._take("side = ? AND path = ?", (side, _key(like)))

    def _take(self, where: str, values: tuple[object, ...]) -> RunDocument | None:
        found = self._database.execute(
            f"SELECT number, record FROM waiting WHERE {where} ORDER BY number LIMIT 1",  # noqa: S608 - our own words
            values,
        ).fetchone()
        if found is None:
            return None
        self._database.execute("DELETE FROM waiting WHERE number = ?", found[:1])
        return RunDocument(*json.loads(found[1]))

    def by_checksum(self) -> Iterator[Paired]:
        """Yield who is left: with the same source under another path, else alone; the old run's first."""
        while (one := self._take("side = ?", ("old",))) is not None:
            same = (one.checksum,)
            yield one, self._take("side = 'new' AND checksum = ?", same) if one.checksum else None
        while (other := self._take("side = ?", ("new",))) is not None:
            yield None, other


def _key(document: RunDocument) -> bytes:
    return document.path.encode("utf-8", "surrogatepass")
