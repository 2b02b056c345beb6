"""A plain function from text to text, made a step: its result is turned into exact edits by a diff."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.registry import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textclean.structure import Structure

_WINDOW = 1000
"""Lines or characters compared at once; the cost of a diff grows with its square, so long texts go window by window."""


class LiftedFunction:
    """A step made of a plain `str -> str` function; the reason of its edits is the function's name."""

    def __init__(self, function: Callable[[str], str]) -> None:
        """Take the function; its `__name__` becomes the step's name."""
        self.function = function
        self.name = getattr(function, "__name__", type(function).__name__)

    def examine(self, structure: Structure) -> Findings:
        """Run the function and return what it changed outside of protected regions."""
        edits = list(diff_edits(structure.text, self.function(structure.text), self.name))
        return Findings(structure.outside_protection(edits), [])


def diff_edits(before: str, after: str, reason: str) -> Iterator[Edit]:
    r"""Yield edits that turn `before` into `after`: by lines first, by characters inside changed lines.

    The edits are exact in every case; in a long changed stretch they may be a little longer than the shortest.

    >>> list(diff_edits("one\ntwo", "one\ntoo", "demo"))
    [Edit(start=5, end=6, replacement='o', reason='demo')]
    """
    if before == after:
        return
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    old_at = list(accumulate(map(len, old), initial=0))
    new_at = list(accumulate(map(len, new), initial=0))
    for a, b, c, d in _changed_stretches(old, new):
        start = old_at[a]
        was, becomes = before[start : old_at[b]], after[new_at[c] : new_at[d]]
        for low, high, first, last in _changed_stretches(was, becomes):
            yield Edit(start + low, start + high, becomes[first:last], reason)


def _changed_stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield what differs between two equal anchors as one stretch each: old from a to b, new from c to d."""
    pending: tuple[int, int, int, int] | None = None
    for equal, a, b, c, d in _blocks(old, new):
        if not equal:
            pending = (pending[0], b, pending[2], d) if pending else (a, b, c, d)
        elif a < b:
            if pending:
                yield pending
            pending = None
    if pending:
        yield pending


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield equal and changed blocks in order; a window ends with the longest equal block of its second half."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - costs start-up time

    at, to = 0, 0
    while at < len(old) or to < len(new):
        same = _common_length(old, new, at, to)
        yield True, at, at + same, to, to + same
        at, to = at + same, to + same
        blocks = [
            (code.tag == "equal", at + code.src_start, at + code.src_end, to + code.dest_start, to + code.dest_end)
            for code in LCSseq.opcodes(old[at : at + _WINDOW], new[to : to + _WINDOW])
        ]
        if at + _WINDOW < len(old) or to + _WINDOW < len(new):
            middle = at + _WINDOW // 2
            anchors = [(b - a, n) for n, (equal, a, b, _, _) in enumerate(blocks) if equal and b > middle]
            blocks = blocks[: 1 + max(anchors)[1]] if anchors else blocks
        yield from blocks
        if blocks:
            _, _, at, _, to = blocks[-1]


def _common_length(old: Sequence[str], new: Sequence[str], at: int, to: int) -> int:
    """Return how many items are equal from `old[at]` and `new[to]` on, found in doubling and halving steps."""
    same, step = 0, 64
    while step:
        head = old[at + same : at + same + step]
        if head and head == new[to + same : to + same + step]:
            same += len(head)
            step *= 2
        else:
            step = min(step // 2, 64)
    return same
