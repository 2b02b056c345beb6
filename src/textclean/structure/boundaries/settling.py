"""What each boundary is: by its scores first, then by rules that no score overrules, a later one before an earlier."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from textclean.structure.boundaries.cells import ends_in_leader, stand_in_columns
from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.notes import begins_numbered_notes, notes_in_sentences
from textclean.structure.boundaries.sequences import begins_counted_items
from textclean.structure.boundaries.standing import (
    announces_command,
    begins_field,
    begins_picture,
    closes_block,
    hangs_in,
    holds_on,
    is_formula,
    is_left_over,
    is_rule,
    lies_in_folded_field,
    lists_fields,
    numbers_heading,
    repeats_mark,
    stands_below_heading,
)
from textclean.structure.boundaries.table import first_characters

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from textclean.structure.boundaries.pulled_words import PulledWords
    from textclean.structure.boundaries.table import LineTable

    Scores = NDArray[np.float32]
    Flags = NDArray[np.bool_]

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


class Boundary(IntEnum):
    """What stands between two lines."""

    KEEP = 0
    JOIN = 1
    PARAGRAPH = 2
    DOUBT = 3


class Settled(NamedTuple):
    """What each boundary is, as a number of `Boundary`, and the rule that made it so, as an index of `RULES`."""

    boundaries: NDArray[np.uint8]
    rules: NDArray[np.uint8]


class _Boundaries:
    """What the boundaries are so far (`now`), and what the rules look at, a column each."""

    def __init__(  # noqa: PLR0913 - as `settle`
        self,
        text: str,
        table: LineTable,
        join: Scores,
        paragraph: Scores,
        width_nearby: Scores,
        *,
        pulled: PulledWords | None,
    ) -> None:
        self.text = text
        self.pulled = pulled
        self.table = table
        self.paragraph = paragraph
        self.width_nearby = width_nearby
        self.tight: Flags = (table.blanks[1:] == 0) & (table.feeds[1:] == 0)
        self.numbered = numbers_heading(table)[:-1]
        self.now = np.where(join > 0, Boundary.JOIN, np.where(paragraph > 0, Boundary.PARAGRAPH, Boundary.KEEP))
        self.now[(join > DOUBT[0]) & (join < DOUBT[1])] = Boundary.DOUBT

    @property
    def goes_on_small(self) -> Flags:
        """Whether a line ends in a small letter or a comma, and the next begins with a small letter."""
        small: Flags = np.isin(self.table.last[:-1], (Kind.LOWER, Kind.COMMA)) & (self.table.first[1:] == Kind.LOWER)
        return small


def settle(  # noqa: PLR0913 - what is known of the boundaries, column by column
    text: str,
    table: LineTable,
    join: Scores,
    paragraph: Scores,
    width_nearby: Scores,
    *,
    pulled: PulledWords | None = None,
) -> Settled:
    """Return what each boundary is, and by which rule; `pulled` are the words that line ends had cut."""
    seen = _Boundaries(text, table, join, paragraph, width_nearby, pulled=pulled)
    rules = np.zeros(len(join), np.uint8)
    for number, rule in enumerate(_RULES, start=1):
        before = seen.now.copy()
        rule(seen)
        rules[seen.now != before] = number
    return Settled(seen.now.astype(np.uint8), rules)


def _part_cells(seen: _Boundaries) -> None:
    """Part cells that stand below each other: no sentence goes on over a blank line behind a line so short."""
    table = seen.table
    need = table.last_columns[:-1] + table.indent[:-1] + 1 + table.first_word[1:]
    parted = (table.blanks[1:] > 0) & (table.feeds[1:] == 0) & ~seen.numbered
    seen.now[parted & (seen.now == Boundary.JOIN) & (need < _FULL * seen.width_nearby)] = Boundary.PARAGRAPH


def _keep_entries(seen: _Boundaries) -> None:
    entered = (seen.table.first[1:] != Kind.LOWER) | (seen.table.words[1:] == 1)
    entries = (seen.width_nearby < _NARROWEST) & entered
    seen.now[entries & (seen.now != Boundary.PARAGRAPH)] = Boundary.KEEP


def _keep_sentences_whole(seen: _Boundaries) -> None:
    """Part no sentence that goes on in small letters, unless the score is sure of it."""
    unsure = (seen.now == Boundary.PARAGRAPH) & (seen.paragraph < _SURE)
    seen.now[seen.tight & seen.goes_on_small & unsure] = Boundary.KEEP


def _keep_what_stands_alone(seen: _Boundaries) -> None:
    table = seen.table
    alone = is_rule(seen.text, table)
    alone = alone[:-1] | alone[1:] | begins_field(seen.text, table)[1:] | begins_picture(table)[1:]
    seen.now[alone & seen.tight] = Boundary.KEEP
    seen.now[alone & ~seen.tight] = Boundary.PARAGRAPH


def _join_no_formulas(seen: _Boundaries) -> None:
    formula = is_formula(seen.text, seen.table)
    beside = (formula[:-1] | formula[1:]) & (seen.now != Boundary.PARAGRAPH)
    seen.now[beside] = np.where(seen.tight[beside], Boundary.KEEP, Boundary.PARAGRAPH)


def _keep_blocks_whole(seen: _Boundaries) -> None:
    """Keep the lines of code, fields and quotations below each other."""
    table = seen.table
    parted = seen.now == Boundary.PARAGRAPH
    held = (holds_on(seen.text, table) | closes_block(table)[1:]) & parted
    held |= repeats_mark(table) | lists_fields(table) | lies_in_folded_field(seen.text, table, seen.tight)
    seen.now[seen.tight & held] = Boundary.KEEP


def _part_from_commands_and_headings(seen: _Boundaries) -> None:
    begun = announces_command(seen.table) | stands_below_heading(seen.table)
    seen.now[begun & (seen.now == Boundary.KEEP)] = Boundary.PARAGRAPH


def _keep_hung_lines(seen: _Boundaries) -> None:
    may_hang = seen.tight & (seen.now != Boundary.PARAGRAPH)
    seen.now[may_hang & hangs_in(seen.table, seen.width_nearby)] = Boundary.KEEP


def _part_notes(seen: _Boundaries) -> None:
    for first, last in notes_in_sentences(seen.text, seen.table):
        seen.now[[first - 1, last]] = Boundary.PARAGRAPH
    seen.now[begins_numbered_notes(seen.text, seen.table) & seen.tight] = Boundary.PARAGRAPH


def _keep_items_and_rows(seen: _Boundaries) -> None:
    """Keep items that count, entries that end in leaders, and cells that stand in columns, each on its line."""
    apart = begins_counted_items(seen.text, seen.table) | ends_in_leader(seen.text, seen.table)[:-1]
    apart |= stand_in_columns(seen.text, seen.table)
    seen.now[seen.tight & apart & (seen.now != Boundary.PARAGRAPH)] = Boundary.KEEP


def _join_within_wrapped_lines(seen: _Boundaries) -> None:
    """Join a sentence that runs through from wrapped lines to wrapped lines; keep what a first round left in doubt."""
    wraps = seen.tight & (seen.now == Boundary.JOIN)
    through = _runs_through(seen.table, wraps) & seen.tight & seen.goes_on_small
    seen.now[through & (seen.now != Boundary.KEEP)] = Boundary.JOIN
    seen.now[wraps & is_left_over(seen.table, seen.tight, wraps)] = Boundary.KEEP


def _join_numbers_with_titles(seen: _Boundaries) -> None:
    begins = np.append(True, seen.now[:-1] != Boundary.JOIN)
    titled = np.isin(seen.table.first[1:], (Kind.UPPER, Kind.LETTER, Kind.CJK))
    seen.now[seen.numbered & begins & seen.tight & titled] = Boundary.JOIN


def _join_what_no_line_begins_with(seen: _Boundaries) -> None:
    """Join `//` with the scheme before it, the numbers of a span, and wide marks that close or add to something."""
    table = seen.table
    address = (table.last[:-1] == Kind.COLON) & (table.first[1:] == Kind.SLASH) & (table.second[1:] == Kind.SLASH)
    wide = (_closes_wide(table)[1:] | _adds_in_brackets(table)) & seen.tight
    spans = (table.last[:-1] == Kind.DASH) & (table.before_last[:-1] == Kind.DIGIT) & (table.first[1:] == Kind.DIGIT)
    seen.now[address | wide | (spans & seen.tight)] = Boundary.JOIN


def _join_pulled_words(seen: _Boundaries) -> None:
    """Join at line ends that were put behind a word: the word holds both lines together.

    Where a blank line follows, the word's second half was a line of its own, the last of its paragraph.
    """
    if seen.pulled is not None:
        put = np.isin(seen.table.stop[:-1], seen.pulled.ends)
        seen.now[put & (seen.table.blanks[1:] == 0)] = Boundary.JOIN


_RULES: dict[Callable[[_Boundaries], None], str] = {
    _part_cells: "a blank line behind a line so short parts cells, no sentence",
    _keep_entries: "lines so short are entries of their own",
    _keep_sentences_whole: "a sentence that goes on in small letters is not parted",
    _keep_what_stands_alone: "a rule, a field or a picture stands alone",
    _join_no_formulas: "a displayed formula stands alone",
    _keep_blocks_whole: "lines of code, fields or a quotation stand below each other",
    _part_from_commands_and_headings: "a command is announced, or a heading stands above",
    _keep_hung_lines: "the line hangs in, and there was room for its first word",
    _part_notes: "a note at the page's foot",
    _keep_items_and_rows: "an item that counts, an entry with a leader, or cells in columns",
    _join_within_wrapped_lines: "wrapped lines stand before and behind",
    _join_numbers_with_titles: "the number of a section stands before its title",
    _join_what_no_line_begins_with: "no line begins in the midst of an address or a span, or with such a mark",
    _join_pulled_words: "a word that a line end had cut holds both lines together",
}

RULES = ("the scores", *_RULES.values())
"""What decided a boundary, in words: the scores, or the last of the rules that changed it."""


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
