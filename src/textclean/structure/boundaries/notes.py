"""Notes at the foot of a page that stand in the middle of a sentence, which goes on at the head of the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.edges import MARKERS, is_stop, line_ends, markers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.structure.boundaries.table import LineTable

_MARK = lazy_pattern(r"[*†‡§¹²³⁴-⁹]|\[?\d{1,3}[\])]?[ \t]*(?=[^\W\d_])|\([a-z\d]{1,2}\)[ \t]")
"""What a note begins with: a sign, raised digits, a number before a word."""

_NUMBER = lazy_pattern(r"(\d{1,3})\)\s")
_LONGEST = 12
"""Lines of a note, at most."""


def begins_numbered_notes(text: str, lines: LineTable) -> NDArray[np.bool_]:
    """Tell at which boundaries a note begins, `3)`, that the next one, `4)`, follows at the head of a near line.

    So notes stand below a page, often right below a sentence that goes on elsewhere, and items of a list.
    """
    begun = np.zeros(max(len(lines.start) - 1, 0), np.bool_)
    near: tuple[int, int] | None = None
    for at in np.flatnonzero(markers(lines) == MARKERS.index("number)")).tolist():
        match = _NUMBER.match(text, int(lines.start[at]))
        if match is None:
            continue
        number = int(match[1])
        if near is not None and at - near[0] <= _LONGEST and number == near[1] + 1:
            begun[at - 1] = True
            begun[near[0] - 1 : near[0]] = True
        near = at, number
    return begun


def notes_in_sentences(text: str, lines: LineTable) -> list[tuple[int, int]]:
    """Return first and last line of each note in whose place a sentence is cut.

    The note ends as a sentence does and the page ends with it; the line above it ends within a sentence, and the next
    page begins small.
    """
    ends = line_ends(lines)
    cut = is_stop(ends)[:-1] & (lines.feeds[1:] > 0) & (lines.first[1:] == Kind.LOWER)
    found = []
    for last in np.flatnonzero(cut).tolist():
        for first in range(last, max(last - _LONGEST, 0), -1):
            if lines.feeds[first]:
                break
            if _MARK.match(text, int(lines.start[first])) and lines.last[first - 1] in (Kind.LOWER, Kind.COMMA):
                found.append((first, last))
                break
    return found
