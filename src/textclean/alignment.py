"""Where a span of the source stands in the cleaned text, and back: a sparse map made from edits.

Only changed stretches are stored, so the map costs what changed and not what was read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textclean.edits import Edit


class Stretch(NamedTuple):
    """`source[a:b]` became `target[c:d]`; all between two stretches is the same in both."""

    a: int
    b: int
    c: int
    d: int


class Alignment:
    """A monotone two-way map between the offsets (code points) of a source and a target text.

    A span inside a changed stretch maps to the whole stretch on the other side, so a mapped span always
    covers what became of it.

    >>> from textclean.edits import Edit
    >>> alignment = Alignment.from_edits([Edit(0, 3, "", "demo"), Edit(5, 6, "--", "demo")])
    >>> alignment.to_target(3, 5), alignment.to_source(0, 2), alignment.to_target(4, 6)
    ((0, 2), (3, 5), (1, 4))
    """

    __slots__ = ("_backward", "_forward", "stretches")

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        """Take the changed stretches in order."""
        self.stretches: tuple[Stretch, ...] = tuple(stretches)
        self._forward = _Side([(s.a, s.b, s.c, s.d) for s in self.stretches])
        self._backward = _Side([(s.c, s.d, s.a, s.b) for s in self.stretches])

    @classmethod
    def from_edits(cls, edits: Sequence[Edit]) -> Alignment:
        """Build the map that settled edits make."""
        stretches = []
        shift = 0
        for start, end, replacement, _ in edits:
            stretches.append(Stretch(start, end, start + shift, start + shift + len(replacement)))
            shift += len(replacement) - (end - start)
        return cls(stretches)

    def to_target(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the source to the target text."""
        return self._forward.span(start, end)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the target text to the source."""
        return self._backward.span(start, end)

    def inverse(self) -> Alignment:
        """Return the same map with source and target exchanged."""
        return Alignment(Stretch(s.c, s.d, s.a, s.b) for s in self.stretches)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether anything within or at the edges of the source span was changed."""
        return self._forward.touches(start, end)

    def then(self, following: Alignment) -> Alignment:
        """Compose: this map first, then `following`, whose source is this map's target.

        >>> from textclean.edits import Edit
        >>> first = Alignment.from_edits([Edit(0, 2, "", "demo")])
        >>> second = Alignment.from_edits([Edit(3, 4, "xyz", "demo")])
        >>> first.then(second).to_target(5, 6)
        (3, 6)
        """
        if not self.stretches:
            return following
        if not following.stretches:
            return self
        middles = sorted([(s.c, s.d) for s in self.stretches] + [(s.a, s.b) for s in following.stretches])
        joined = []
        for low, high in _clusters(middles):
            a, b = self._backward.outer(low, high)
            c, d = following._forward.outer(low, high)
            joined.append(Stretch(a, b, c, d))
        return Alignment(joined)


def _clusters(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Unite sorted spans that overlap, or that touch where one of them has no width."""
    start = end = -1
    open_end = False
    for low, high in spans:
        if low < end or (low == end and (open_end or low == high)):
            open_end = high == low == end or (open_end and high == end)
            end = max(end, high)
        else:
            if start >= 0:
                yield start, end
            start, end, open_end = low, high, low == high
    if start >= 0:
        yield start, end


class _Side:
    """One direction of an alignment: looks offsets up in sorted stretches."""

    __slots__ = ("ends", "rows", "starts")

    def __init__(self, rows: list[tuple[int, int, int, int]]) -> None:
        self.rows = rows
        self.starts = [row[0] for row in rows]
        self.ends = [row[1] for row in rows]

    def span(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self._low(start), self._high(end)
        index = bisect_right(self.ends, start)
        if index < len(self.rows) and self.starts[index] < start:
            return self.rows[index][2:]
        return self.outer(start, start)

    def _low(self, at: int) -> int:
        """Map the first offset of a span: text inserted right before it stays outside."""
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return at
        a, b, c, d = self.rows[index]
        return c if a <= at < b else d + at - b

    def _high(self, at: int) -> int:
        """Map the offset behind a span: text inserted right behind it stays outside."""
        index = bisect_left(self.ends, at)
        if index < len(self.rows):
            a, _, _, d = self.rows[index]
            if a < at:
                return d
        if index == 0:
            return at
        _, b, _, d = self.rows[index - 1]
        return d + at - b

    def outer(self, low: int, high: int) -> tuple[int, int]:
        """Map a span whose edges cut no row, together with what was inserted at its edges."""
        before = bisect_left(self.ends, low)
        if before < len(self.rows) and self.starts[before] < low == self.ends[before]:
            before += 1
        within = bisect_right(self.starts, high)
        if within and self.starts[within - 1] == high < self.ends[within - 1]:
            within -= 1
        return self._behind(before, low), self._behind(within, high)

    def _behind(self, count: int, at: int) -> int:
        """Shift an offset by what the first `count` rows changed."""
        if not count:
            return at
        _, b, _, d = self.rows[count - 1]
        return d + at - b

    def touches(self, start: int, end: int) -> bool:
        first = bisect_left(self.ends, start)
        return first < len(self.rows) and self.rows[first][0] <= end
