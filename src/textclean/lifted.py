"""A plain function from text to text, made a step: its result is turned into exact edits by a diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from textclean.registry import Findings
from textclean.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    """Yield edits that turn `before` into `after`: by lines first, by characters inside changed lines.

    >>> list(diff_edits("one\\ntwo", "one\\ntoo", "demo"))
    [Edit(start=5, end=6, replacement='o', reason='demo')]
    """
    if before == after:
        return
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    old_at, new_at = _offsets(old), _offsets(new)
    for tag, a, b, c, d in LCSseq.opcodes(old, new):
        if tag != "equal":
            yield from _by_characters(before, (old_at[a], old_at[b]), after[new_at[c] : new_at[d]], reason)


def _offsets(lines: list[str]) -> list[int]:
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


def _by_characters(before: str, span: tuple[int, int], new: str, reason: str) -> Iterator[Edit]:
    start, end = span
    old = before[start:end]
    if len(old) * len(new) > _LARGEST_CHARACTER_DIFF:
        yield Edit(start, end, new, reason)
        return
    pending: list[int] = []
    for tag, a, b, c, d in LCSseq.opcodes(old, new):
        if tag == "equal":
            if pending:
                yield Edit(start + pending[0], start + pending[1], new[pending[2] : pending[3]], reason)
                pending = []
        elif pending:
            pending[1], pending[3] = b, d
        else:
            pending = [a, b, c, d]
    if pending:
        yield Edit(start + pending[0], start + pending[1], new[pending[2] : pending[3]], reason)
