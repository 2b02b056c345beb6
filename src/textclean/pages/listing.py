"""The list of documents that listing.js filters and sorts, packed so that ten thousand of them stay a light page."""

from __future__ import annotations

from typing import Any, NamedTuple

from textclean.pages.views import Names, Units
from textclean.visible import shortened

_TITLE = 80
"""Characters of a title kept in the list."""


class Facet(NamedTuple):
    """Something documents are chosen by: its name in the address, its label, and the values found."""

    name: str
    label: str
    values: Names


class Listing:
    """Documents in the order of the run, each with figures and with values of facets."""

    def __init__(self, columns: tuple[str, ...], facets: tuple[tuple[str, str], ...]) -> None:
        """Take the labels of the figures, and each facet's name and label; the list is sorted by the first figure."""
        self.columns = columns
        self.facets = tuple(Facet(name, label, Names()) for name, label in facets)
        self._rows: list[list[Any]] = []
        self._last = ""

    def __len__(self) -> int:
        return len(self._rows)

    def add(
        self, name: str, title: str, numbers: tuple[int, ...], tags: tuple[tuple[str, ...], ...], page: int | None
    ) -> None:
        """Add a document; `page` is the number of its page where it has one. Names share their beginnings."""
        shared = _shared(self._last, name)
        self._last = name
        numbered = [[facet.values.number(one) for one in found] for facet, found in zip(self.facets, tags, strict=True)]
        self._rows.append([Units(name)(shared), name[shared:], shortened(title, _TITLE), numbers, numbered, page])

    def data(self) -> dict[str, Any]:
        """Return the list as plain data."""
        return {
            "columns": self.columns,
            "facets": [{"name": facet.name, "values": list(facet.values)} for facet in self.facets],
            "sort": [0, -1],
            "rows": self._rows,
        }


def _shared(one: str, other: str) -> int:
    """Return how many characters two names share at their beginnings."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))
