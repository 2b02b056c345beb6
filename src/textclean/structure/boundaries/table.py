"""The lines of a text that hold anything, as columns of numbers: where they stand, how they begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from textclean.structure.boundaries.characters import Kind, code_points, kinds_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_NEWLINE, _FORM_FEED = 10, 12
_LETTERS = np.zeros(256, bool)
_LETTERS[[Kind.LOWER, Kind.UPPER, Kind.LETTER, Kind.CJK, Kind.HANGUL, Kind.DIGIT]] = True
_ENDING = np.zeros(256, bool)
_ENDING[[Kind.STOP]] = True
_MARKS = np.zeros(256, bool)
_MARKS[[Kind.CODE, Kind.SLASH]] = True


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
    rhyme: Integers
    """A number that stands for the line's last three letters."""
    opening: Integers
    """A number that stands for the line's first three characters."""


_PIECE = 150_000
"""Code points read at a time: columns of a longer text leave the processor's cache, which costs a third."""

_SEAM = re.compile(r"\S{3}\n(?=\S)")


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


def _read_piece(text: str) -> LineTable:
    codes = code_points(text)
    kinds = kinds_of(codes)
    inked = kinds != Kind.SPACE
    padded = np.concatenate(([False], inked, [False]))
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    word_start, word_stop = edges[::2], edges[1::2]
    low = np.flatnonzero(codes <= _FORM_FEED)
    low = low[(codes[low] == _NEWLINE) | (codes[low] == _FORM_FEED)]
    line_at = np.concatenate(([0], low + 1))
    begun = np.zeros(len(kinds) + 1, np.int32)
    np.cumsum(padded[1:-1] & ~padded[:-2], out=begun[1:])
    first_word = begun[line_at].astype(np.int64)
    end_word = np.append(first_word[1:], len(word_start))
    holds = np.flatnonzero(end_word > first_word)
    head, tail = first_word[holds], end_word[holds] - 1
    start, stop = word_start[head], word_stop[tail]

    is_feed = np.concatenate(([0], np.cumsum(codes[low] == _FORM_FEED)))
    feeds = np.diff(is_feed[holds], prepend=0)
    newlines = np.diff(holds, prepend=0) - feeds
    if len(newlines):
        newlines[0] += 1
    word_first, word_last = kinds[word_start], kinds[word_stop - 1]
    length = word_stop - word_start
    last = len(kinds) - 1
    word_second = kinds[np.minimum(word_start + 1, last)] if last >= 0 else word_first
    gap = np.zeros(len(word_start), np.int64)
    gap[1:] = word_start[1:] - word_stop[:-1]
    gap[head] = 0
    capital = word_first == Kind.UPPER
    inner_stop = word_last == Kind.STOP
    inner_stop[tail] = False

    def count(flags: Flags) -> Integers:
        total = np.zeros(len(flags) + 1, np.int32)
        np.cumsum(flags, out=total[1:])
        counted: Integers = (total[tail + 1] - total[head]).astype(np.int64)
        return counted

    wide = np.zeros(len(head), np.int64)
    is_wide = (kinds == Kind.CJK) | (kinds == Kind.HANGUL)
    if is_wide.any():
        wide = np.add.reduceat(is_wide, start, dtype=np.int64)
    rhyme = stop - 1
    for _ in range(3):
        rhyme = rhyme - ((rhyme > start) & ~_LETTERS[kinds[rhyme]])

    def spell(at: Integers, step: int) -> Integers:
        low, middle, high = (codes[np.clip(at + step * i, start, stop - 1)].astype(np.int64) for i in range(3))
        spelled: Integers = low + (middle << 21) + (high << 42)
        return spelled

    return LineTable(
        start=start,
        stop=stop,
        indent=start - line_at[holds],
        blanks=np.maximum(newlines - 1, 0),
        feeds=feeds,
        first=kinds[start],
        second=kinds[np.minimum(start + 1, last)] if last >= 0 else kinds[start],
        third=kinds[np.minimum(start + 2, last)] if last >= 0 else kinds[start],
        last=kinds[stop - 1],
        before_last=kinds[np.maximum(stop - 2, start)],
        first_word=length[head],
        first_word_end=word_last[head],
        last_word=length[tail],
        last_word_start=word_first[tail],
        words=tail - head + 1,
        gaps=count(gap > 1),
        widest_gap=np.maximum.reduceat(gap, head) if len(head) else head,
        capitals=count(capital),
        shouted=count(capital & (word_second == Kind.UPPER) & (word_last != Kind.LOWER)),
        numbers=count(word_first == Kind.DIGIT),
        sentences=count(inner_stop),
        marks=count(_MARKS[word_first] | _MARKS[word_last]),
        dots=count((word_first == Kind.STOP) & (word_second >= Kind.STOP) & (length > 1)),
        wide=wide,
        rhyme=spell(rhyme, -1),
        opening=spell(start, 1),
    )
