"""Where the entry of a document stands, for a million documents in some megabytes."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from textclean.runs.entry import hash_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textclean.runs.generation import Found

_OFFSET_BITS = 48


class Index:
    """Finds the generation and the offset of a key's last entry, or of another with the same hash: compare the key."""

    def __init__(self, entries: Iterable[Found]) -> None:
        """Take all entries, later ones before earlier."""
        import numpy as np  # noqa: PLC0415 - costs start-up time

        hashes, places = array("Q"), array("Q")
        for found in entries:
            hashes.append(hash_of(found.entry.key))
            places.append(found.number << _OFFSET_BITS | found.start)
        hashed = np.frombuffer(hashes, np.uint64) if hashes else np.zeros(0, np.uint64)
        order = np.argsort(hashed, kind="stable")
        self._hashes = hashed[order]
        self._places = (np.frombuffer(places, np.uint64) if places else hashed)[order]

    def find(self, key: str) -> tuple[int, int] | None:
        """Return the number of the generation and the offset of the entry for a key, or None."""
        at = int(self._hashes.searchsorted(self._hashes.dtype.type(hash_of(key)), side="right")) - 1
        if at < 0 or int(self._hashes[at]) != hash_of(key):
            return None
        return divmod(int(self._places[at]), 1 << _OFFSET_BITS)
