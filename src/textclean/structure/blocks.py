"""The blocks of a text - paragraphs, verse, lists, tables, code, headings - read off its line boundaries."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.edges import MARKERS, is_stop, line_ends, markers
from textclean.structure.boundaries.settling import Boundary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textclean.structure.lines import Lines
    from textclean.structure.region import Region

KINDS = ("prose", "verse", "list", "table", "code", "heading", "lines")
"""`lines` are lines that belong apart and are none of the others: an address, a signature, a title page."""

_SHORT_HEADING = 70
_COLUMN_GAP = 3
_FEWEST_WORDS = 3
_HALF = 0.5
_QUARTER = 0.25


class Block(NamedTuple):
    """`text[start:end]` is one block of a `kind`. Offsets are code points."""

    start: int
    end: int
    kind: str


def find_blocks(lines: Lines, regions: Iterable[Region]) -> tuple[Block, ...]:
    """Return the blocks in order: between blank lines, page breaks and paragraph breaks that no sentence runs over."""
    table = lines.table
    size = len(table.start)
    if not size:
        return ()
    gap = (table.blanks[1:] > 0) | (table.feeds[1:] > 0)
    ends = (lines.boundaries == Boundary.PARAGRAPH) | (gap & (lines.boundaries != Boundary.JOIN))
    cuts = [0, *(np.flatnonzero(ends) + 1).tolist(), size]
    protected = {(r.start, r.end): r.kind for r in regions if r.kind in {"code", "table"}}
    spans = sorted(protected)
    marked = markers(table) != MARKERS.index("none")
    stopped = is_stop(line_ends(table))
    blocks = []
    at = 0
    for first, behind in pairwise(cuts):
        start, end = int(table.start[first]), int(table.stop[behind - 1])
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] <= start and end <= spans[at][1]:
            kind = protected[spans[at]]
        else:
            kind = _kind(lines, slice(first, behind), marked=bool(marked[first]), stopped=bool(stopped[behind - 1]))
        blocks.append(Block(start, end, kind))
    return tuple(blocks)


def _kind(lines: Lines, rows: slice, *, marked: bool, stopped: bool) -> str:
    """Name the kind of the block of lines in `rows`."""
    table, first, last = lines.table, rows.start, rows.stop - 1
    broken = lines.boundaries[first:last] != Boundary.JOIN
    apart = float(broken.mean()) if len(broken) else 0.0
    columns = float((table.widest_gap[rows] >= _COLUMN_GAP).mean())
    if marked and table.first[first] != Kind.UPPER:
        return "list"
    if apart > _HALF and columns > _HALF:
        return "table"
    if table.marks[rows].sum() > _QUARTER * table.words[rows].sum() and apart > 0:
        return "code"
    if apart > _HALF:
        capital = float((table.first[rows] == Kind.UPPER).mean())
        full = float(table.words[rows].mean()) > _FEWEST_WORDS
        return "verse" if full and (capital > _HALF or table.indent[first] > 0) else "lines"
    width = int(table.stop[last] - table.start[first])
    return "heading" if first == last and not stopped and width < _SHORT_HEADING else "prose"
