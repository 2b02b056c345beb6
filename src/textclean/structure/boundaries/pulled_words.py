"""Lines as they were printed, where the second half of a word has since been pulled up to the line before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from textclean.edits import Edit
    from textclean.structure.boundaries.table import LineTable

    Integers = NDArray[np.int64]

_REASONS = "hyphen."
_MOVED = "hyphen.break"


class PulledWords(NamedTuple):
    """Where line ends stood and stand, in order: offsets in the text in which the words are whole."""

    seams: Integers
    """Inside words: here the printed line ended."""
    ends: Integers
    """Behind words: the line ends that were put there. They part nothing, since the word holds both lines together."""


def pulled_words(edits: Iterable[Edit]) -> PulledWords | None:
    """Return where `rejoin_hyphenated_words` put words together, given its edits; None where these are not its own."""
    seams, ends = [], []
    longer = 0
    for start, end, replacement, reason in edits:
        if not reason.startswith(_REASONS):
            return None
        if reason == _MOVED:
            ends.append(start + longer)
        else:
            seams.append(start + longer + len(replacement))
        longer += len(replacement) - (end - start)
    return PulledWords(np.array(seams, np.int64), np.array(ends, np.int64)) if seams else None


def as_printed(lines: LineTable, pulled: PulledWords) -> LineTable:
    """Return `lines` with the lengths that they had in print, a column for the hyphen included."""
    size = len(lines.start)
    line_of = np.minimum(np.searchsorted(lines.stop, pulled.seams), size - 1)
    last_of_line = np.append(line_of[1:] != line_of[:-1], [True])
    line_of, seams = line_of[last_of_line], pulled.seams[last_of_line]
    drawn = lines.stop[line_of] - seams
    moved = np.isin(lines.stop[line_of], pulled.ends)
    first, last = lines.first_columns.copy(), lines.last_columns.copy()
    first[line_of] -= drawn - 1
    last[line_of] = np.where(moved, last[line_of] - drawn + 1, drawn)
    line_of, drawn = line_of[moved] + 1, drawn[moved] + 1
    within = line_of < size
    first[line_of[within]] += drawn[within]
    last[line_of[within]] += drawn[within]
    return lines._replace(first_columns=first, last_columns=last)
