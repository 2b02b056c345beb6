"""Lines that stand by themselves whatever their surroundings look like: rules, underlines of headings, fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.windows import mean_nearby, widest_nearby

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.structure.boundaries.table import LineTable

    Flags = NDArray[np.bool_]

_MARK = np.zeros(32, bool)
_MARK[[Kind.HYPHEN, Kind.DASH, Kind.CODE, Kind.BULLET, Kind.STOP, Kind.COLON, Kind.QUOTE, Kind.OTHER]] = True
_SHORTEST_RULE = 2
_FIELD = re.compile(r":[A-Za-z][^:\n]{0,60}:(?=\s|$)", re.MULTILINE)

_WIDEST = 160
"""No page holds so many columns: a line beyond is a paragraph whose lines are joined already."""

_ROOM = 10
"""Columns left at the end of a line that no ragged setting leaves with the next word at hand: two words of prose."""

_REACH = 8
_FEW = 0.2
"""Where lines were wrapped, more of the boundaries nearby than this are wraps."""


def is_rule(text: str, lines: LineTable) -> Flags:
    """Tell which lines are one mark again and again, as under a heading, or a lone full stop, as between paragraphs."""
    rules: Flags = (lines.words == 1) & (lines.first == lines.last) & _MARK[lines.first]
    for i in np.flatnonzero(rules).tolist():
        ink = text[lines.start[i] : lines.stop[i]]
        rules[i] = ink == "." or (len(ink) >= _SHORTEST_RULE and ink == ink[0] * len(ink))
    return rules


def begins_field(text: str, lines: LineTable) -> Flags:
    """Tell which lines begin with the name of a field between colons, as reStructuredText has them."""
    fields: Flags = (lines.first == Kind.COLON) & ((lines.second == Kind.UPPER) | (lines.second == Kind.LOWER))
    for i in np.flatnonzero(fields).tolist():
        fields[i] = _FIELD.match(text, int(lines.start[i])) is not None
    return fields


def begins_picture(lines: LineTable) -> Flags:
    """Tell which lines begin with a picture in Markdown, `![`: a caption above goes into no picture."""
    code_point = (1 << 21) - 1
    first, second = lines.opening & code_point, (lines.opening >> 21) & code_point
    pictures: Flags = (first == ord("!")) & (second == ord("["))
    return pictures


def hangs_in(lines: LineTable, width_nearby: NDArray[np.float32]) -> Flags:
    """Tell behind which lines one further in begins with a capital, though its first word would have fitted by far.

    So verse is set whose lines stand in by turns; a paragraph's lines are full, and a verse turned over is too.
    """
    used = lines.stop[:-1] - lines.start[:-1] + lines.indent[:-1] + 1 + lines.first_word[1:]
    further: Flags = (lines.indent[1:] > lines.indent[:-1]) & (lines.first[1:] == Kind.UPPER)
    return further & (used + _ROOM <= width_nearby)


def is_left_over(lines: LineTable, tight: Flags, wraps: Flags) -> Flags:
    """Tell at which boundaries lines were joined before, so that what still stands apart was meant to.

    There a line nearby is wider than any page, and few boundaries look like wraps. Without this each round would see
    a little less of how wide the page had been, and join one line more. Converters that join lines at hyphens make
    wide lines too, but leave most wraps as they are.
    """
    wide = (lines.stop - lines.start > _WIDEST).astype(np.float32)
    if not wide.any():
        return np.zeros(len(tight), np.bool_)
    share = mean_nearby(wraps, _REACH) / np.maximum(mean_nearby(tight, _REACH), 0.01)
    left: Flags = (widest_nearby(wide, _REACH)[:-1] > 0) & (share < _FEW)
    return left
