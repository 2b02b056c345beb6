"""Lines that are rows: entries of a table of contents with their leaders, and cells that stand in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.boundaries.characters import Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.structure.boundaries.table import LineTable

    Flags = NDArray[np.bool_]

_LED = lazy_pattern(r"(?:(?:[.\u00b7_]\s?){4,}|\u2026(?:\s?\u2026)+)\s*(?:\d{1,4}|[ivxlc]{1,7})\Z")
_LONGEST_LEADER = 200
_FEWEST_DOTS = 4
_CELL = lazy_pattern(r"(?<=\S)[ \t]{3,}(?=\S)")
_NARROWEST_GAP = 3
"""Blanks between two columns; justified lines are stretched by two, seldom by more."""


def ends_in_leader(text: str, lines: LineTable) -> Flags:
    """Tell which lines end in dots that lead to a page number: each is an entry, and the next line is another."""
    dotted = (lines.dots > 0) | (lines.sentences >= _FEWEST_DOTS)
    led: Flags = dotted & ((lines.last == Kind.DIGIT) | (lines.last == Kind.LOWER))
    for at in np.flatnonzero(led).tolist():
        stop = int(lines.stop[at])
        led[at] = _LED.search(text, max(int(lines.start[at]), stop - _LONGEST_LEADER), stop) is not None
    return led


def stand_in_columns(text: str, lines: LineTable) -> Flags:
    """Tell at which boundaries both lines have a wide gap that ends in the same column: cells, one below the other."""
    gapped = lines.widest_gap >= _NARROWEST_GAP
    beside: Flags = gapped[:-1] & gapped[1:]
    columns: dict[int, set[int]] = {}
    for at in np.flatnonzero(beside).tolist():
        here, below = (columns.setdefault(i, _columns(text, lines, i)) for i in (at, at + 1))
        beside[at] = not here.isdisjoint(below)
    return beside


def _columns(text: str, lines: LineTable, at: int) -> set[int]:
    """Return the columns in which the cells of a line begin, the first one left out."""
    start = int(lines.start[at])
    line_start = start - int(lines.indent[at])
    return {gap.end() - line_start for gap in _CELL.finditer(text, start, int(lines.stop[at]))}
