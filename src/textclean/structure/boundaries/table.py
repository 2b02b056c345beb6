"""The lines of a text that hold anything, as columns of numbers: where they stand, how they begin and end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from textclean.code_points import code_points
from textclean.lazy_pattern import lazy_pattern
from textclean.structure.boundaries.characters import Kind, kinds_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.code_points import CodePoints

    Integers = NDArray[np.int64]
    Kinds = NDArray[np.uint8]

_NEWLINE, _FORM_FEED = 10, 12
_IDEOGRAPHIC_SPACE, _HALF_WIDTH = 0x3000, 0xFF61
"""East Asian marks between these take two columns, as the characters do."""

_LETTERS = np.zeros(256, bool)
_LETTERS[[Kind.LOWER, Kind.UPPER, Kind.LETTER, Kind.CJK, Kind.HANGUL, Kind.DIGIT]] = True


class LineTable(NamedTuple):
    """One entry for each line that is not blank. Offsets are code points, lengths are columns."""

    start: Integers
    """Offset of the first character that is no space."""
    stop: Integers
    """Offset behind the last such character."""
    indent: Integers
    blanks: Integers
    """Blank lines before the line."""
    feeds: Integers
    """Form feeds between the line before and this one."""
    first: NDArray[np.uint8]
    """Kind of the first character."""
    second: NDArray[np.uint8]
    third: NDArray[np.uint8]
    last: NDArray[np.uint8]
    before_last: NDArray[np.uint8]
    first_word: Integers
    """Length of the first word."""
    first_word_end: NDArray[np.uint8]
    """Kind of the first word's last character."""
    last_word: Integers
    last_word_start: NDArray[np.uint8]
    words: Integers
    gaps: Integers
    """Runs of two or more spaces inside the line."""
    widest_gap: Integers
    capitals: Integers
    """Words that begin with a capital."""
    shouted: Integers
    """Words of two or more letters in capitals."""
    numbers: Integers
    """Words that begin with a digit."""
    sentences: Integers
    """Words inside the line that end in a stop."""
    marks: Integers
    """Words that begin or end with a character of code."""
    dots: Integers
    """Words that are nothing but stops: leaders."""
    wide: Integers
    """Columns that the line takes beyond one for each character: East Asian characters take two."""
    first_columns: Integers
    """Columns that the line took in print; where it holds two printed lines, the first of them."""
    last_columns: Integers
    """Columns that the last printed line took of those it holds: one, unless a word was pulled up."""
    bracketed: NDArray[np.bool_]
    """Whether the line ends inside round brackets that open and close nearby."""
    rhyme: Integers
    """A number that stands for the line's last three letters."""
    opening: Integers
    """A number that stands for the line's first three characters."""


_COUNTS = ("gaps", "capitals", "shouted", "numbers", "stops", "marks", "dots")
_BITS = 9
_MOST = (1 << _BITS) - 1
"""Each count has so many bits of one number, so that all are added up at once."""

_KINDS = 32
_CODE_POINT = (1 << 21) - 1

_CLOSED, _CLOSED_WIDE = ord(")"), ord("）")
"""The opening bracket's number is the one before, which is even."""
_LONGEST_BRACKET = 400


@cache
def _word_flags() -> Integers:
    """Return for the kinds of a word's first, second and last character what it counts as, in the bits of `_COUNTS`."""
    last, second, first = np.indices((_KINDS, _KINDS, _KINDS)).reshape(3, -1)
    of_code = (Kind.CODE, Kind.SLASH)
    flags = {
        "gaps": first < 0,
        "capitals": first == Kind.UPPER,
        "shouted": (first == Kind.UPPER) & (second == Kind.UPPER) & (last != Kind.LOWER),
        "numbers": first == Kind.DIGIT,
        "stops": last == Kind.STOP,
        "marks": np.isin(first, of_code) | np.isin(last, of_code),
        "dots": (first == Kind.STOP) & (second >= Kind.STOP),
    }
    packed = np.zeros(len(first), np.int64)
    for i, name in enumerate(_COUNTS):
        packed += flags[name].astype(np.int64) << (_BITS * i)
    return packed


def _count_words(words: tuple[Kinds, Kinds, Kinds], gap: Integers, head: Integers, tail: Integers) -> list[Integers]:
    """Return the counts of `_COUNTS` for lines from their `head` to their `tail` word.

    `words` holds the kinds of each word's first, second and last character, `gap` the room before it in its line.
    """
    if not len(head):
        return [head] * len(_COUNTS)
    first, second, last = words
    shape = first.astype(np.uint16)
    shape |= second.astype(np.uint16) << np.uint16(5)
    shape |= last.astype(np.uint16) << np.uint16(10)
    packed = _word_flags().take(shape, mode="clip")
    packed += gap > 1
    if (tail - head).max() < _MOST:
        total = np.add.reduceat(packed, head)
        return [(total >> (_BITS * i)) & _MOST for i in range(len(_COUNTS))]
    return [np.add.reduceat((packed >> (_BITS * i)) & 1, head) for i in range(len(_COUNTS))]


def first_characters(lines: LineTable) -> tuple[Integers, Integers, Integers]:
    """Return the first three code points of each line; in a shorter line its last one stands again."""
    return lines.opening & _CODE_POINT, (lines.opening >> 21) & _CODE_POINT, lines.opening >> 42


_PIECE = 150_000
"""Code points read at a time: columns of a longer text leave the processor's cache, which costs a third."""

_SEAM = lazy_pattern(r"\S{3}\n(?=\S)")


def read_lines(text: str) -> LineTable:
    """Return the lines of `text` that hold more than spaces; newlines and form feeds end a line."""
    pieces = []
    low = 0
    while low < len(text):
        seam = _SEAM.search(text, low + _PIECE) if len(text) - low > 2 * _PIECE else None
        high = seam.end() if seam else len(text)
        piece = _read_piece(text[low:high])
        pieces.append(piece._replace(start=piece.start + low, stop=piece.stop + low) if low else piece)
        low = high
    if len(pieces) < 2:  # noqa: PLR2004 - nothing to put together
        return pieces[0] if pieces else _read_piece(text)
    return LineTable(*map(np.concatenate, zip(*pieces, strict=True)))


def _within_brackets(codes: CodePoints, offsets: Integers, *, wide: bool) -> NDArray[np.bool_]:
    """Tell which offsets have an opening bracket as the last one before them and a closing one as the next behind.

    `wide` says whether the text may hold East Asian brackets.
    """
    pairs = codes | 1
    is_bracket = pairs == _CLOSED
    if wide:
        is_bracket |= pairs == _CLOSED_WIDE
    at = np.flatnonzero(is_bracket)
    if not len(at):
        return np.zeros(len(offsets), bool)
    opens = codes[at] % 2 == 0
    behind = np.searchsorted(at, offsets)
    last, following = np.maximum(behind - 1, 0), np.minimum(behind, len(at) - 1)
    within: NDArray[np.bool_] = (behind > 0) & (behind < len(at)) & opens[last] & ~opens[following]
    return within & (at[following] - at[last] < _LONGEST_BRACKET)


def _read_piece(text: str) -> LineTable:
    codes = code_points(text)
    kinds = np.full(len(codes) + 2, Kind.SPACE, np.uint8)
    kinds_of(codes, out=kinds[1:-1])
    edges = np.flatnonzero((kinds[1:] != Kind.SPACE) != (kinds[:-1] != Kind.SPACE))
    word_start, word_stop = edges[::2], edges[1::2]
    low = np.flatnonzero(codes <= _FORM_FEED)
    low = low[(codes[low] == _NEWLINE) | (codes[low] == _FORM_FEED)]
    line_at = np.concatenate(([0], low + 1))
    first_word = np.searchsorted(word_start, line_at)
    end_word = np.append(first_word[1:], len(word_start))
    holds = np.flatnonzero(end_word > first_word)
    head, tail = first_word[holds], end_word[holds] - 1
    start, stop = word_start[head], word_stop[tail]
    is_feed = np.concatenate(([0], np.cumsum(codes[low] == _FORM_FEED)))
    feeds = np.diff(is_feed[holds], prepend=0)
    newlines = np.diff(holds, prepend=0) - feeds
    if len(newlines):
        newlines[0] += 1
    inked = kinds[1:]
    word_first, word_last = inked[word_start], kinds[word_stop]
    gap = np.empty(len(word_start), np.int64)
    gap[1:] = word_start[1:] - word_stop[:-1]
    gap[head] = 0
    words = word_first, inked[word_start + 1], word_last
    gaps, capitals, shouted, numbers, stops, marks, dots = _count_words(words, gap, head, tail)
    wide = np.zeros(len(head), np.int64)
    is_wide = (inked[:-1] == Kind.CJK) | (inked[:-1] == Kind.HANGUL)
    if is_wide.any():
        is_wide |= (codes > _IDEOGRAPHIC_SPACE) & (codes < _HALF_WIDTH) & (inked[:-1] != Kind.OTHER)
        wide = np.add.reduceat(is_wide, start, dtype=np.int64)
    rhyme = stop - 1
    for _ in range(3):
        rhyme = rhyme - ((rhyme > start) & ~_LETTERS[inked[rhyme]])

    def spell(at: Integers, step: int) -> Integers:
        low, middle, high = (codes[np.clip(at + step * i, start, stop - 1)].astype(np.int64) for i in range(3))
        spelled: Integers = low + (middle << 21) + (high << 42)
        return spelled

    last = inked[stop - 1]
    return LineTable(
        start=start,
        stop=stop,
        indent=start - line_at[holds],
        blanks=np.maximum(newlines - 1, 0),
        feeds=feeds,
        first=inked[start],
        second=inked[start + 1],
        third=inked[np.minimum(start + 2, len(codes))],
        last=last,
        before_last=inked[np.maximum(stop - 2, start)],
        first_word=word_stop[head] - start,
        first_word_end=word_last[head],
        last_word=stop - word_start[tail],
        last_word_start=word_first[tail],
        words=tail - head + 1,
        gaps=gaps,
        widest_gap=np.maximum.reduceat(gap, head) if len(head) else head,
        capitals=capitals,
        shouted=shouted,
        numbers=numbers,
        sentences=stops - (last == Kind.STOP),
        marks=marks,
        dots=dots,
        wide=wide,
        first_columns=stop - start + wide,
        last_columns=stop - start + wide,
        bracketed=_within_brackets(codes, stop, wide=bool(is_wide.any())),
        rhyme=spell(rhyme, -1),
        opening=spell(start, 1),
    )
