"""The edits that follow from what line boundaries are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textclean.edits import Edit, Notice
from textclean.structure.line_edges import MARKERS, markers
from textclean.structure.line_gluing import Gluing, is_special
from textclean.structure.lines import Boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from textclean.structure.lines import Lines

_REACH = 3
"""Where a line is joined over a page break or a blank line, wrapped lines are this near."""

_FAR = 12
"""Where paragraphs are parted, wrapped lines are this near: a third of a page."""


def repair_lines(text: str, lines: Lines) -> Iterator[Edit | Notice]:
    """Yield the edits that join wrapped lines and part paragraphs, and a notice where neither is sure."""
    table, boundaries = lines.table, lines.boundaries
    if not len(boundaries):
        return
    stop, start = table.stop[:-1], table.start[1:]
    tight = (table.blanks[1:] == 0) & (table.feeds[1:] == 0)
    page = table.feeds[1:] > 0
    joined = boundaries == Boundary.JOIN
    near, around = _near(joined & tight, _REACH), _near(joined & tight, _FAR)
    special = is_special(table, codes_are_wide=bool(table.wide.any()))
    plain = joined & ~special & (tight | near)
    reason = np.where(tight, 0, np.where(page, 1, 2))
    names = ("wrap.join", "wrap.join-page", "wrap.join-blank")
    at = np.flatnonzero(plain)
    for low, high, why in zip(stop[at].tolist(), start[at].tolist(), reason[at].tolist(), strict=True):
        yield Edit(low, high, " ", names[why])
    gluing = Gluing(text)
    at = np.flatnonzero(joined & special & (tight | near))
    for low, high, why in zip(stop[at].tolist(), start[at].tolist(), reason[at].tolist(), strict=True):
        glue = gluing.between(low, high)
        if glue is not None:
            yield Edit(low, high, glue, names[why] if glue else "wrap.join-tight")
    marked = markers(table) != MARKERS.index("none")
    item = marked[_group_heads(joined)]
    parted = (boundaries == Boundary.PARAGRAPH) & tight & around & ~(marked[1:] & item[:-1])
    indent = table.indent
    opening = np.append(joined[1:], [False]) & (indent[1:] > np.append(indent[2:], 0)) & ~marked[1:]
    for i in np.flatnonzero(parted).tolist():
        yield Edit(
            int(stop[i]), int(start[i] if opening[i] else stop[i]), "\n\n" if opening[i] else "\n", "wrap.paragraph"
        )
    for i in np.flatnonzero((boundaries == Boundary.KEEP) & page & around).tolist():
        yield Edit(int(stop[i]), int(start[i] - indent[i + 1]), "\n", "wrap.page")
    for i in np.flatnonzero((boundaries == Boundary.DOUBT) & tight & near).tolist():
        yield Notice(int(stop[i]), int(start[i]), "doubtful-join", "these lines may belong together; left apart")


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
