"""Two columns that `pdftotext -layout` and its like print side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit, Notice
from textclean.registry import cleaner
from textclean.structure.columns import NARROWEST_GAP, find_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_INSIDE = frozenset({"url", "math"})


@cleaner(inside={"url", "math"}, reasons={"columns.split"})
def split_columns(text: str, structure: Structure) -> Iterator[Edit | Notice]:
    r"""Put the right column of a page below its left one, where two columns of running text stand side by side.

    The columns must be certain: six lines or more with text in both, a gap of three blanks that no line crosses,
    full lines of several words, and sentences that go on from line to line within a column. Where they only may be
    columns nothing is changed, with a notice.

    Left alone: tables, lists and keys in columns, three columns or more, code.

    >>> split_columns("North buoy      4 fathoms\nSouth buoy      5 fathoms")
    'North buoy      4 fathoms\nSouth buoy      5 fathoms'
    """
    if not any(end - start > NARROWEST_GAP for start, end in structure.gaps):
        return
    for columns in find_columns(text):
        start, end = columns.lines[0].start, columns.lines[-1].end
        if not columns.certain or structure.is_protected(start, end, _INSIDE):
            message = "two columns may stand side by side here, their lines interleaved"
            yield Notice(start, end, "interleaved-columns", message)
            continue
        right = [
            text[line.start + columns.at : line.end].rstrip() if line.right >= 0 else ""
            for line in columns.lines
            if line.right >= 0 or line.left_end < 0
        ]
        final = max(index for index, line in enumerate(columns.lines) if line.left_end >= 0)
        for index, line in enumerate(columns.lines):
            below = "\n" + "\n".join(right) if index == final else ""
            if line.left_end >= 0:
                if line.right >= 0 or below:
                    yield Edit(line.left_end, line.end, below, "columns.split")
            elif line.right >= 0:
                low = line.start - 1
                yield Edit(low, line.end, "", "columns.split")
