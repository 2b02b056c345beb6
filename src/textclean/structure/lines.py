"""What every boundary between two lines is: a wrap to be joined, a line break to be kept, a paragraph break."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.factors import BREAKS, observe
from textclean.structure.boundaries.model import line_models
from textclean.structure.boundaries.neighbours import observe_neighbours
from textclean.structure.boundaries.notes import begins_numbered_notes, notes_in_sentences
from textclean.structure.boundaries.pulled_words import as_printed
from textclean.structure.boundaries.standing import (
    announces_command,
    begins_field,
    begins_picture,
    closes_block,
    hangs_in,
    holds_on,
    is_left_over,
    is_rule,
    lies_in_folded_field,
    lists_fields,
    numbers_heading,
    repeats_mark,
    stands_below_heading,
)
from textclean.structure.boundaries.table import first_characters, read_lines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.structure.boundaries.pulled_words import PulledWords
    from textclean.structure.boundaries.table import LineTable

    Scores = NDArray[np.float32]

DOUBT = (-0.1, 0.3)
"""Scores between these, in logits, decide nothing: by cross-validation half of these boundaries are joins."""

_NARROWEST = 30
"""No prose is set in fewer columns; lines so short are entries of their own, unless one begins with a small letter
and holds more than a word or an address."""

_SURE = 1.0
"""Score from which a paragraph begins with a small letter where the line before ends in one; by cross-validation any
value from 0 to 3 does as well."""

_FULL = 0.7
"""Share of the width that a line fills, with the next word, where a blank line stands in the midst of a sentence; the
cells of a table, one below the other, fill less than half of it."""

_FEWEST_WORDS = 4
_WIDE_MARKS = 0x3000
_WIDE_BRACKET, _WIDE_CLOSED = ord("（"), ord("）")

_TIGHT = BREAKS.index("0")


class Boundary(IntEnum):
    """What stands between two lines."""

    KEEP = 0
    JOIN = 1
    PARAGRAPH = 2
    DOUBT = 3


class Lines(NamedTuple):
    """The lines of a text that hold anything, and what each boundary is: entry `i` stands behind line `i`."""

    table: LineTable
    boundaries: NDArray[np.uint8]
    join: NDArray[np.float32]
    """Scores in logits: above nought, the lines belong together."""
    paragraph: NDArray[np.float32]
    """Scores in logits: above nought, a break is one of paragraphs; nought where lines belong together."""


class Evidence(NamedTuple):
    """One piece of evidence on a boundary: its weight in logits, above nought for a join, and what was seen."""

    weight: float
    answers: str


def decide_lines(text: str, pulled: PulledWords | None = None) -> Lines:
    """Decide every boundary between lines of `text`, blank lines and page breaks included.

    `pulled` says where words were put together that line ends had cut: their lines are one.
    """
    table = _read(text, pulled)
    size = max(len(table.start) - 1, 0)
    nothing = np.zeros(size, np.float32)
    if size == 0 or not ((table.blanks[1:] == 0) | (table.feeds[1:] > 0)).any():
        return Lines(table, np.full(size, Boundary.PARAGRAPH, np.uint8), nothing, nothing)
    seen = observe(table)
    models = line_models()
    tight = seen["break"] == _TIGHT
    first = models["join"].score(seen, size)
    seen.update(observe_neighbours(first, tight))
    join = first + models["join-in-context"].score(seen, size)
    seen.update(observe_neighbours(join, tight))
    apart = np.flatnonzero(join <= 0)
    here = {name: column[apart] if np.ndim(column) else column for name, column in seen.items()}
    paragraph = nothing
    paragraph[apart] = models["paragraph"].score(here, len(apart))
    return Lines(table, settle(text, table, join, paragraph, seen["width-nearby"], pulled=pulled), join, paragraph)


def _read(text: str, pulled: PulledWords | None) -> LineTable:
    table = read_lines(text)
    return as_printed(table, pulled) if pulled is not None and len(table.start) else table


def settle(  # noqa: PLR0913 - what is known of the boundaries, column by column
    text: str,
    table: LineTable,
    join: Scores,
    paragraph: Scores,
    width_nearby: Scores,
    *,
    pulled: PulledWords | None = None,
) -> NDArray[np.uint8]:
    """Return what each boundary is by its scores and by the rules that no score overrules."""
    tight = (table.blanks[1:] == 0) & (table.feeds[1:] == 0)
    boundaries = np.where(join > 0, Boundary.JOIN, np.where(paragraph > 0, Boundary.PARAGRAPH, Boundary.KEEP))
    boundaries[(join > DOUBT[0]) & (join < DOUBT[1])] = Boundary.DOUBT
    need = table.last_columns[:-1] + table.indent[:-1] + 1 + table.first_word[1:]
    numbered = numbers_heading(table)[:-1]
    parted = (table.blanks[1:] > 0) & (table.feeds[1:] == 0) & ~numbered
    boundaries[parted & (boundaries == Boundary.JOIN) & (need < _FULL * width_nearby)] = Boundary.PARAGRAPH
    entered = (table.first[1:] != Kind.LOWER) | (table.words[1:] == 1)
    entries = (width_nearby < _NARROWEST) & entered
    boundaries[entries & (boundaries != Boundary.PARAGRAPH)] = Boundary.KEEP
    meant = is_rule(text, table)
    meant = meant[:-1] | meant[1:] | begins_field(text, table)[1:] | begins_picture(table)[1:]
    small = (table.first[1:] == Kind.LOWER) & ((table.last[:-1] == Kind.LOWER) | (table.last[:-1] == Kind.COMMA))
    boundaries[tight & (meant | (small & (boundaries == Boundary.PARAGRAPH) & (paragraph < _SURE)))] = Boundary.KEEP
    boundaries[meant & ~tight] = Boundary.PARAGRAPH
    held = holds_on(text, table) & (boundaries == Boundary.PARAGRAPH)
    held |= repeats_mark(table) | lists_fields(table) | lies_in_folded_field(text, table, tight)
    held |= closes_block(table)[1:] & (boundaries == Boundary.PARAGRAPH)
    boundaries[tight & held] = Boundary.KEEP
    begun = announces_command(table) | stands_below_heading(table)
    boundaries[begun & (boundaries == Boundary.KEEP)] = Boundary.PARAGRAPH
    hung = tight & (boundaries != Boundary.PARAGRAPH) & hangs_in(table, width_nearby)
    boundaries[hung] = Boundary.KEEP
    for first, last in notes_in_sentences(text, table):
        boundaries[[first - 1, last]] = Boundary.PARAGRAPH
    boundaries[begins_numbered_notes(text, table) & tight] = Boundary.PARAGRAPH
    wraps = tight & (boundaries == Boundary.JOIN)
    boundaries[_runs_through(table, wraps) & tight & small & (boundaries != Boundary.KEEP)] = Boundary.JOIN
    boundaries[wraps & is_left_over(table, tight, wraps)] = Boundary.KEEP
    scheme = (table.last[:-1] == Kind.COLON) & (table.first[1:] == Kind.SLASH) & (table.second[1:] == Kind.SLASH)
    begins = np.append(True, boundaries[:-1] != Boundary.JOIN)
    titled = (table.first[1:] == Kind.UPPER) | (table.first[1:] == Kind.LETTER) | (table.first[1:] == Kind.CJK)
    boundaries[numbered & begins & tight & titled] = Boundary.JOIN
    boundaries[scheme | ((_closes_wide(table)[1:] | _adds_in_brackets(table)) & tight)] = Boundary.JOIN
    if pulled is not None:
        boundaries[np.isin(table.stop[:-1], pulled.ends)] = Boundary.JOIN
    return boundaries.astype(np.uint8)


def _runs_through(table: LineTable, wraps: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell at which boundaries wrapped lines stand on both sides, each of some words: prose, not commands or cells."""
    prose = table.words >= _FEWEST_WORDS
    through = prose[:-1] & prose[1:]
    through[1:] &= wraps[:-1]
    through[:-1] &= wraps[1:]
    through[[0, -1]] = False
    return through


def _closes_wide(table: LineTable) -> NDArray[np.bool_]:
    """Tell which lines begin with an East Asian mark that closes something; no line may, so the one before goes on."""
    closing = np.isin(table.first, (Kind.STOP, Kind.COMMA, Kind.COLON, Kind.SEMICOLON, Kind.CLOSER))
    return closing & (first_characters(table)[0] >= _WIDE_MARKS)


def _adds_in_brackets(table: LineTable) -> NDArray[np.bool_]:
    """Tell at which boundaries a wide bracket opens that begins no paragraph: more than one character stands in it.

    What is said in brackets belongs to the sentence before, and behind a stop to its paragraph.
    """
    first, _, third = first_characters(table)
    opens: NDArray[np.bool_] = (first == _WIDE_BRACKET) & (third != _WIDE_CLOSED)
    return opens[1:] & np.isin(table.last[:-1], (Kind.CJK, Kind.LETTER, Kind.LOWER, Kind.UPPER, Kind.COMMA, Kind.STOP))


def explain_boundary(text: str, boundary: int, pulled: PulledWords | None = None) -> list[Evidence]:
    """Return what decided whether the lines before and behind a boundary are joined, strongest first.

    `boundary` counts the lines that are not blank: 0 stands behind the first. The weights add up to the score.
    `pulled` is as for `decide_lines`. Raises `IndexError` where there is no such boundary.
    """
    table = _read(text, pulled)
    if not 0 <= boundary < len(table.start) - 1:
        message = f"boundary {boundary} of {max(len(table.start) - 1, 0)}"
        raise IndexError(message)
    seen = observe(table)
    models = line_models()
    first = models["join"].score(seen, len(table.start) - 1)
    around = observe_neighbours(first, seen["break"] == _TIGHT)
    found = models["join"].evidence(seen, boundary) + models["join-in-context"].evidence({**seen, **around}, boundary)
    bias = models["join"].bias + models["join-in-context"].bias
    return sorted((Evidence(*item) for item in [*found, (bias, "bias")]), key=lambda item: -abs(item.weight))
