"""The edits that follow from what line boundaries are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textclean.edit_columns import EditColumns
from textclean.edits import Edit, Notice
from textclean.structure.boundaries.edges import MARKERS, is_stop, line_ends, markers
from textclean.structure.boundaries.gluing import Gluing, is_special
from textclean.structure.boundaries.settling import Boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from textclean.structure.lines import Lines

_REACH = 3
"""Where a line is joined over a page break or a blank line, wrapped lines are this near."""

_DEEPEST_INDENT = 12
"""A line further in than this is centred or stands in a column."""

_NO_ITEMS = (MARKERS.index("none"), MARKERS.index("§."))
_FAR = 12
"""Where paragraphs are parted, wrapped lines are this near: a third of a page."""


def repair_lines(text: str, lines: Lines) -> Iterator[Edit | EditColumns | Notice]:
    """Yield the edits that join wrapped lines and part paragraphs, and a notice where neither is sure."""
    table, boundaries = lines.table, lines.boundaries
    if not len(boundaries):
        return
    stop, start = table.stop[:-1], table.start[1:]
    tight = (table.blanks[1:] == 0) & (table.feeds[1:] == 0)
    page = table.feeds[1:] > 0
    joined = boundaries == Boundary.JOIN
    near, around = _near(joined & tight, _REACH), _near(joined & tight, _FAR)
    joined &= tight | near
    yield from _joins(text, lines, joined, np.where(tight, 0, np.where(page, 1, 2)))
    marked = ~np.isin(markers(table), _NO_ITEMS)
    heads = _group_heads(joined)
    item = marked[heads]
    between_items = marked[1:] & item[:-1]
    parted = (boundaries == Boundary.PARAGRAPH) & tight & around & ~between_items
    indented = _paragraph_indents(lines, joined, marked)
    for i in np.flatnonzero(parted).tolist():
        out = indented[i + 1]
        yield Edit(int(stop[i]), int(start[i] if out else stop[i]), "\n\n" if out else "\n", "wrap.paragraph")
    follows_item = (heads > 0) & item[np.maximum(heads - 1, 0)] & (table.blanks[heads] == 0) & (table.feeds[heads] == 0)
    kept_page = ((boundaries == Boundary.KEEP) | (between_items & follows_item[:-1] & ~joined)) & page & around
    for i in np.flatnonzero(kept_page).tolist():
        yield Edit(int(stop[i]), int(start[i] - table.indent[i + 1]), "\n", "wrap.page")
    alone = np.append([True], ~joined & ~parted)
    for i in np.flatnonzero(indented & alone).tolist():
        yield Edit(int(table.start[i] - table.indent[i]), int(table.start[i]), "", "wrap.indent")
    for i in np.flatnonzero((boundaries == Boundary.DOUBT) & tight & near).tolist():
        yield Notice(int(stop[i]), int(start[i]), "doubtful-join", "these lines may belong together; left apart")


def _joins(
    text: str, lines: Lines, joined: NDArray[np.bool_], reason: NDArray[np.int64]
) -> Iterator[Edit | EditColumns]:
    """Yield the edits that join lines, with what belongs between them."""
    table = lines.table
    special = joined & is_special(table, codes_are_wide=bool(table.wide.any()))
    names = ("wrap.join", "wrap.join-page", "wrap.join-blank")
    at = np.flatnonzero(joined & ~special)
    reasons = list(map(names.__getitem__, reason[at].tolist()))
    if len(at):
        yield EditColumns(table.stop[at], table.start[at + 1], [" "] * len(at), reasons)
    gluing = Gluing(text)
    at = np.flatnonzero(special)
    spans = zip(table.stop[at].tolist(), table.start[at + 1].tolist(), reason[at].tolist(), strict=True)
    for low, high, why in spans:
        glue = gluing.between(low, high)
        if glue is not None:
            yield Edit(low, high, glue, names[why] if glue else "wrap.join-tight")


def _paragraph_indents(lines: Lines, joined: NDArray[np.bool_], marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which lines are indented because a paragraph begins there: further in than the line that goes on from them.

    A line that nothing goes on from is one where it stands as far in as those, and no line of its block stands above.
    """
    table, indent = lines.table, lines.table.indent
    goes_on, begins = np.append(joined, [False]), ~np.append([False], joined)
    able = begins & ~marked & (indent > 0) & (indent <= _DEEPEST_INDENT)
    opening: NDArray[np.bool_] = able & goes_on & (indent > np.append(indent[1:], 0))
    if not opening.any():
        return opening
    single = able & ~goes_on & np.isin(indent, np.unique(indent[opening]))
    single &= is_stop(line_ends(table)) & np.append(lines.boundaries == Boundary.PARAGRAPH, [True])
    single[1:] &= (lines.boundaries != Boundary.KEEP) | (table.blanks[1:] > 0) | (table.feeds[1:] > 0)
    opening |= single
    return opening


def _group_heads(joined: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return for each line the first of the lines that it is joined to."""
    at = np.arange(len(joined) + 1)
    heads: NDArray[np.int64] = np.maximum.accumulate(np.where(np.append([False], joined), 0, at))
    return heads


def _near(joined: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """Tell which boundaries have a joined one within reach."""
    total = np.concatenate((np.zeros(reach + 1), np.cumsum(joined), np.full(reach, joined.sum())))
    near: NDArray[np.bool_] = (total[2 * reach + 1 :] - total[: len(joined)]) > 0
    return near
