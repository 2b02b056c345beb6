"""How lines end and begin, in the few kinds that tell whether a sentence, a list or a table goes on.

The kinds stand in order: those behind (or before) which a line break is nearly always meant come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.table import first_characters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from textclean.structure.boundaries.table import LineTable

    Codes = NDArray[np.uint8]

ENDS = (
    *("stop+quote", "colon", "other", "stop", "digit", "code", "dash", "bracket", "upper", "semicolon", "quote"),
    *("hyphen", "slash", "comma", "hangul", "letter", "cjk", "lower"),
)
STARTS = (
    *("bullet", "code", "dash", "quote+upper", "digit", "other", "hyphen", "stop", "upper", "bracket", "hangul"),
    *("quote+other", "letter", "cjk", "comma", "lower"),
)
MARKERS = ("§.", "section", "bullet", "(x)", "[x]", "number.", "number)", "letter.", "letter)", "number", "none")
STOPPED_WORDS = ("1", "6+", "5", "4", "3", "Aaaaaa", "Aaaaa", "Aaaa", "2", "Aaa", "Aa", "A", "none")
"""The last word in front of a stop by its length, `A` where it begins with a capital: initials and abbreviations."""

_END_KINDS = {kind: kind.name.lower() for kind in Kind if kind.name.lower() in ENDS} | {
    Kind.OPENER: "quote",
    Kind.CLOSER: "quote",
    Kind.QUOTE: "quote",
    Kind.CLOSED: "bracket",
    Kind.BRACKET: "bracket",
}
_START_KINDS = {kind: kind.name.lower() for kind in Kind if kind.name.lower() in STARTS} | {
    Kind.OPENER: "quote+other",
    Kind.CLOSER: "quote+other",
    Kind.QUOTE: "quote+other",
    Kind.SLASH: "code",
    Kind.COLON: "comma",
    Kind.SEMICOLON: "comma",
}


def _table(names: tuple[str, ...], kinds: Mapping[Kind, str]) -> Codes:
    table = np.full(32, names.index("other"), np.uint8)
    for kind, name in kinds.items():
        table[kind] = names.index(name)
    return table


def _flags(*kinds: Kind) -> NDArray[np.bool_]:
    flags = np.zeros(32, bool)
    flags[list(kinds)] = True
    return flags


_END_OF = _table(ENDS, _END_KINDS)
_START_OF = _table(STARTS, _START_KINDS)
_CLOSING = _flags(Kind.CLOSER, Kind.QUOTE, Kind.CLOSED)
_QUOTING = _flags(Kind.OPENER, Kind.CLOSER, Kind.QUOTE)
_DASHED = _flags(Kind.HYPHEN, Kind.DASH, Kind.CODE)
_LONGEST_NUMBER = 7
"""With its point or bracket; a longer one is a year, a sum, a telephone number."""
_LONGEST_NOTE = 6
_LONGEST_LETTER = 4
NUMERALS = "一二三四五六七八九十"
"""Chinese and Japanese lists count by these, as in `一、` and `（一）`."""
_LETTER_AND_POINT = 2
_CASED = _flags(Kind.LOWER, Kind.UPPER)
_STOPS = np.isin(np.arange(len(ENDS)), [ENDS.index("stop"), ENDS.index("stop+quote")])
_POINTS = _STOPS | np.isin(np.arange(len(ENDS)), [ENDS.index(name) for name in ("comma", "colon", "semicolon", "dash")])


def line_ends(lines: LineTable) -> Codes:
    """Return the index into `ENDS` for each line; a stop behind which quotes or brackets close is `stop+quote`."""
    quoted = _CLOSING[lines.last] & (lines.before_last == Kind.STOP)
    return np.where(quoted, np.uint8(ENDS.index("stop+quote")), _END_OF[lines.last])


def line_starts(lines: LineTable) -> Codes:
    """Return the index into `STARTS` for each line."""
    quoted = _QUOTING[lines.first] & (lines.second == Kind.UPPER)
    return np.where(quoted, np.uint8(STARTS.index("quote+upper")), _START_OF[lines.first])


def is_stop(ends: Codes) -> NDArray[np.bool_]:
    """Tell where a line ends as a sentence does."""
    return _STOPS[ends]


def is_point(ends: Codes) -> NDArray[np.bool_]:
    """Tell where a line ends in a mark of punctuation, as most lines of verse do."""
    return _POINTS[ends]


def markers(lines: LineTable) -> Codes:
    """Return what each line begins with, as an item of a list would: the index into `MARKERS`."""
    length, end = lines.first_word, lines.first_word_end
    found = np.full(len(length), MARKERS.index("none"), np.uint8)

    def mark(name: str, where: NDArray[np.bool_]) -> None:
        found[where] = MARKERS.index(name)

    digit = (lines.first == Kind.DIGIT) & (length <= _LONGEST_NUMBER)
    mark("number", digit & (end == Kind.DIGIT))
    mark("number.", digit & (end == Kind.STOP))
    mark("number)", digit & (end == Kind.CLOSED))
    parted = (lines.second == Kind.STOP) | (lines.third == Kind.STOP)
    mark("section", digit & (length > _LETTER_AND_POINT) & parted & (end == Kind.DIGIT))
    opening, behind, third = first_characters(lines)
    mark("§.", (opening == ord("§")) & (lines.second == Kind.STOP))
    mark("(x)", (opening == ord("（")) & (third == ord("）")))
    mark("number.", (behind == ord("、")) & (np.isin(opening, list(map(ord, NUMERALS))) | (lines.first == Kind.DIGIT)))
    letter = _CASED[lines.first] & (length == _LETTER_AND_POINT)
    mark("letter.", letter & (end == Kind.STOP))
    mark("letter)", letter & (end == Kind.CLOSED))
    bracketed = (lines.first == Kind.BRACKET) & (end == Kind.CLOSED)
    mark("[x]", bracketed & (length <= _LONGEST_NOTE))
    mark("(x)", bracketed & (length <= _LONGEST_LETTER))
    mark("bullet", (lines.first == Kind.BULLET) | ((length == 1) & (lines.words > 1) & _DASHED[lines.first]))
    return found


def stopped_words(lines: LineTable, ends: Codes) -> Codes:
    """Return what kind of word stands in front of the stop that ends each line: the index into `STOPPED_WORDS`."""
    small = np.array([STOPPED_WORDS.index(name) for name in ("1", "2", "3", "4", "5", "6+")], np.uint8)
    large = np.array([STOPPED_WORDS.index(name) for name in ("A", "Aa", "Aaa", "Aaaa", "Aaaaa", "Aaaaaa")], np.uint8)
    length = np.clip(lines.last_word - 2, 0, 5)
    word = np.where(lines.last_word_start == Kind.UPPER, large[length], small[length])
    return np.where(_STOPS[ends], word, np.uint8(STOPPED_WORDS.index("none")))
