"""Lines that stand by themselves whatever their surroundings look like: rules, underlines of headings, fields."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.table import first_characters
from textclean.structure.boundaries.windows import mean_nearby, widest_nearby
from textclean.structure.formulas import is_displayed_formula

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.structure.boundaries.table import LineTable

    Flags = NDArray[np.bool_]

_MARK = np.zeros(32, bool)
_MARK[[Kind.HYPHEN, Kind.DASH, Kind.CODE, Kind.BULLET, Kind.STOP, Kind.COLON, Kind.QUOTE, Kind.OTHER]] = True
_ALONE, _SPACED, _DOUBLED = ([ord(mark) for mark in marks] for marks in ("#>%|・", '*;$„”"″', "/-;*"))
_PROMPTS = (ord("$"), ord(">"))
_CONTINUED = np.zeros(32, bool)
_CONTINUED[[Kind.CODE, Kind.SLASH]] = True
_LONGEST_PARAGRAPH = 40
_HEADED = 5
"""Words: shorter lines below a `#` may be code."""

_SHORTEST_RULE = 2
_LONGEST_NUMBER = len("12.10.3.4.")
_FIELD = lazy_pattern(r":[A-Za-z][^:\n]{0,60}:(?=\s|$)", re.MULTILINE)

_FEWEST_SYMBOLS, _MOST_SYMBOLS = 3, 24
"""Words of a displayed formula: two sides and the sign between them, at least."""

_WIDEST = 160
"""No page holds so many columns: a line beyond is a paragraph whose lines are joined already."""

_ROOM = 10
"""Columns left at the end of a line that no ragged setting leaves with the next word at hand: two words of prose."""

_REACH = 8
_FEW = 0.2
"""Where lines were wrapped, more of the boundaries nearby than this are wraps: what a first round left, in doubt, are
three of seventeen or fewer."""


def is_rule(text: str, lines: LineTable) -> Flags:
    """Tell which lines are one mark again and again, as under a heading, or a lone full stop, as between paragraphs."""
    rules: Flags = (lines.words == 1) & (lines.first == lines.last) & _MARK[lines.first]
    for i in np.flatnonzero(rules).tolist():
        ink = text[lines.start[i] : lines.stop[i]]
        rules[i] = ink == "." or (len(ink) >= _SHORTEST_RULE and ink == ink[0] * len(ink))
    return rules


def is_formula(text: str, lines: LineTable) -> Flags:
    """Tell which lines are a displayed formula: a sign of equality among symbols, and no word of prose."""
    formulas: Flags = (lines.marks > 0) & (lines.words >= _FEWEST_SYMBOLS) & (lines.words <= _MOST_SYMBOLS)
    for i in np.flatnonzero(formulas).tolist():
        formulas[i] = is_displayed_formula(text[lines.start[i] : lines.stop[i]])
    return formulas


def begins_field(text: str, lines: LineTable) -> Flags:
    """Tell which lines begin with the name of a field between colons, as reStructuredText has them."""
    fields: Flags = (lines.first == Kind.COLON) & ((lines.second == Kind.UPPER) | (lines.second == Kind.LOWER))
    for i in np.flatnonzero(fields).tolist():
        fields[i] = _FIELD.match(text, int(lines.start[i])) is not None
    return fields


def announces_command(lines: LineTable) -> Flags:
    """Tell at which boundaries a line ends in a colon and the next is a command behind its prompt: a block begins."""
    first, second, _ = first_characters(lines)
    prompt = np.isin(first, _PROMPTS) & (second == ord(" "))
    announced: Flags = (lines.last[:-1] == Kind.COLON) & prompt[1:] & ~prompt[:-1]
    return announced


def stands_below_heading(lines: LineTable) -> Flags:
    """Tell at which boundaries prose begins right below a heading in Markdown, a lone line behind a `#`."""
    first, second, _ = first_characters(lines)
    marked = first == ord("#")
    heading = marked & (second == ord(" ")) & ~np.append(False, marked[:-1])
    prose = (lines.first == Kind.UPPER) & (lines.marks == 0) & (lines.words > _HEADED)
    below: Flags = heading[:-1] & prose[1:]
    return below


def holds_on(text: str, lines: LineTable) -> Flags:
    """Tell behind which lines no block of code ends.

    Such are a comment, an opening brace, a line that goes on by a backslash, and a field whose text goes on one
    column further in.
    """
    first, second, _ = first_characters(lines)
    comments = (first == ord("#")) & (second == ord(" "))
    holds: Flags = comments & np.append(lines.marks[1:] > 0, False)  # before prose it may be a heading in Markdown
    for i in np.flatnonzero(_CONTINUED[lines.last]).tolist():
        holds[i] |= text[lines.stop[i] - 1] in "{\\"
    holds[:-1] |= _are_fields(lines)[:-1] & (np.diff(lines.indent) == 1)
    return holds[:-1]


def closes_block(lines: LineTable) -> Flags:
    """Tell which lines begin with a brace that closes a block of code, or are closing brackets alone."""
    first, *_ = first_characters(lines)
    closes: Flags = (first == ord("}")) | ((lines.words == 1) & (lines.first == Kind.CLOSED))
    return closes


def numbers_heading(lines: LineTable) -> Flags:
    """Tell which lines are the number of a section alone, as `2.5`, `B.4.`: some converters part it from its title."""
    letter = (lines.first == Kind.UPPER) & (lines.second == Kind.STOP) & (lines.third == Kind.DIGIT)
    digits = (lines.first == Kind.DIGIT) & ((lines.second == Kind.STOP) | (lines.third == Kind.STOP))
    ends = (lines.last == Kind.DIGIT) | ((lines.last == Kind.STOP) & (lines.before_last == Kind.DIGIT))
    columns = lines.stop - lines.start
    numbers: Flags = (
        (lines.words == 1) & (letter | digits) & ends & (columns >= len("2.5")) & (columns <= _LONGEST_NUMBER)
    )
    return numbers


def lies_in_folded_field(text: str, lines: LineTable, tight: Flags) -> Flags:
    """Tell which boundaries lie between lone full stops, which part the paragraphs of a field in control files.

    The field's lines are as they were typed; the stops stand near each other, with no blank line between.
    """
    inside = np.zeros(len(tight), np.bool_)
    single = (lines.words == 1) & (lines.first == Kind.STOP) & (lines.stop - lines.start == 1)
    stops = [i for i in np.flatnonzero(single).tolist() if text[lines.start[i]] == "."]
    for low, high in pairwise(stops):
        if high - low <= _LONGEST_PARAGRAPH and tight[low:high].all():
            inside[low:high] = True
    return inside


def lists_fields(lines: LineTable) -> Flags:
    """Tell at which boundaries both lines are a name, a colon and a value, as in headers and control files."""
    fields = _are_fields(lines)
    both: Flags = fields[1:] & fields[:-1]
    return both


def begins_picture(lines: LineTable) -> Flags:
    """Tell which lines begin with a picture in Markdown, `![`: a caption above goes into no picture."""
    first, second, _ = first_characters(lines)
    pictures: Flags = (first == ord("!")) & (second == ord("["))
    return pictures


def repeats_mark(lines: LineTable) -> Flags:
    """Tell at which boundaries both lines begin with the mark of a comment, a quotation, a command, a row or a ditto.

    Joined, the second mark would stand in the middle of a line. Marks that prose may begin with count where a blank
    or the mark itself follows.
    """
    first, second, _ = first_characters(lines)
    mark = (
        np.isin(first, _ALONE)
        | (np.isin(first, _SPACED) & (second == ord(" ")))
        | (np.isin(first, _DOUBLED) & (second == first))
    )
    repeated: Flags = mark[1:] & mark[:-1] & (first[1:] == first[:-1])
    return repeated


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


def _are_fields(lines: LineTable) -> Flags:
    fields: Flags = (lines.first_word_end == Kind.COLON) & (lines.first == Kind.UPPER) & (lines.words > 1)
    return fields
