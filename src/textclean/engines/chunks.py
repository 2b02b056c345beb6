"""Documents in chunks of about the same number of bytes, numbered, and taken only when somebody has time for them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textclean.io.discovery import Input

CHUNK = 128_000
"""The weight of a chunk, if its first document is not heavier: some 30 ms of work, so that sending it costs nothing and
no worker is left with much when the others are done."""

IN_FLIGHT = 32_000_000
"""The weight of documents taken and not yet given out: what is kept in memory while a slow one holds up the order."""

_OVERHEAD = 4_000
"""What a document weighs beside its bytes: an outcome has figures, and a record its fields."""


def weight_of(one: Input) -> int:
    """Return about how many bytes of memory a document takes."""
    return _OVERHEAD + one.size


class Numbered(NamedTuple):
    """A document in work, with its place in the order."""

    place: int
    one: Input
    weight: int


class ChunkedInputs:
    """Draws chunks from inputs, those given back first, and knows how much is in flight."""

    def __init__(self, inputs: Iterable[Input]) -> None:
        """Take the inputs; nothing is drawn yet."""
        self._inputs = iter(inputs)
        self._given_back: deque[Numbered] = deque()
        self._drawn = 0
        self.in_flight = 0
        self.exhausted = False

    def next_chunk(self) -> list[Numbered]:
        """Return the next documents, up to the weight of a chunk; none when all are drawn or enough are in flight."""
        chunk: list[Numbered] = []
        weight = 0
        while weight < CHUNK and (numbered := self._next()):
            chunk.append(numbered)
            weight += numbered.weight
        return chunk

    def give_back(self, numbered: Iterable[Numbered]) -> None:
        """Take back documents that were handed out and not done, in order; they go out again before any other."""
        self._given_back.extendleft(reversed(list(numbered)))

    def finish(self, numbered: Numbered) -> None:
        """Count a document as out of memory."""
        self.in_flight -= numbered.weight

    def _next(self) -> Numbered | None:
        if self._given_back:
            return self._given_back.popleft()
        if self.exhausted or self.in_flight >= IN_FLIGHT:
            return None
        one = next(self._inputs, None)
        if one is None:
            self.exhausted = True
            return None
        numbered = Numbered(self._drawn, one, weight_of(one))
        self._drawn += 1
        self.in_flight += numbered.weight
        return numbered
