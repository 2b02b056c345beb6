"""Notes at the foot of a page that stand in the middle of a sentence, which goes on at the head of the next page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.edges import is_stop, line_ends

if TYPE_CHECKING:
    from textclean.structure.boundaries.table import LineTable

_MARK = re.compile(r"[*†‡§¹²³⁴-⁹]|\[?\d{1,3}[\])]?[ \t]*(?=[^\W\d_])|\([a-z\d]{1,2}\)[ \t]")
"""What a note begins with: a sign, raised digits, a number before a word."""

_LONGEST = 12
"""Lines of a note, at most."""


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
