"""A plain function from text to text, made a step: its result is turned into exact edits by a diff."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from textclean.edits import Edit
from textclean.registry import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textclean.structure import Structure

_LARGEST_CHARACTER_DIFF = 4_000_000
"""Cells of a character diff (under 20 ms); a larger changed stretch becomes one edit."""


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

    >>> list(diff_edits("one\\ntwo", "one\\ntoo", "demo"))
    [Edit(start=5, end=6, replacement='o', reason='demo')]
    """
    if before == after:
        return
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    old_at = list(accumulate(map(len, old), initial=0))
    new_at = list(accumulate(map(len, new), initial=0))
    for a, b, c, d in _changed_stretches(old, new):
        yield from _by_characters(before, (old_at[a], old_at[b]), after[new_at[c] : new_at[d]], reason)


def _changed_stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield what differs between two equal anchors as one stretch each: old from a to b, new from c to d."""
    pending: tuple[int, int, int, int] | None = None
    for opcode in LCSseq.opcodes(old, new):
        a, b, c, d = opcode.src_start, opcode.src_end, opcode.dest_start, opcode.dest_end
        if opcode.tag == "equal":
            if pending:
                yield pending
            pending = None
        else:
            pending = (pending[0], b, pending[2], d) if pending else (a, b, c, d)
    if pending:
        yield pending


def _by_characters(before: str, span: tuple[int, int], new: str, reason: str) -> Iterator[Edit]:
    start, end = span
    old = before[start:end]
    if len(old) * len(new) > _LARGEST_CHARACTER_DIFF:
        yield Edit(start, end, new, reason)
        return
    for a, b, c, d in _changed_stretches(old, new):
        yield Edit(start + a, start + b, new[c:d], reason)
