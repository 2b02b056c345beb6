"""Two columns side by side, as `pdftotext -layout` leaves them: told by their gutter, and put one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from textclean.lazy_pattern import lazy_pattern

_RIGHT = lazy_pattern(r"(?:^ {20,}|\S {2,})(?=\S)")
_FEWEST_LINES = 8
_SHARE = 0.4
_MOST_CROSSING = 0.1
_SHORTEST_SIDE = 25
_WORD_SPACE = 2
_INDENT = 4
"""Blanks by which a paragraph's first line stands further right than its column."""


class Unfolded(NamedTuple):
    """A text with its columns one after the other; `starts` and `origins` are offsets of its pieces here and before."""

    text: str
    starts: list[int]
    origins: list[int]

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Map a span to the text as it was: from where its first character stood to where its last did, in order."""
        if start >= end:
            return self._original(start), self._original(start)
        first, last = self._original(start), self._original(end - 1)
        return min(first, last), max(first, last) + 1

    def _original(self, at: int) -> int:
        index = max(bisect_right(self.starts, at) - 1, 0)
        return self.origins[index] + at - self.starts[index] if self.starts else at


def unfold_columns(text: str) -> Unfolded | None:
    r"""Return `text` with the columns of each two-column page one after the other, or None where no page has two.

    A page has two columns when at least eight lines, and two in five of its lines, have text on both sides of one and
    the same gutter, which hardly a line between them crosses. Tables of short cells stay as they are.

    >>> row = "the left side of a printed line          and its right side, as long\n"
    >>> unfolded = unfold_columns(row * 9)
    >>> unfolded.text.split("\n")[8:10]
    ['the left side of a printed line', 'and its right side, as long']
    """
    if "     " not in text:
        return None
    pieces: list[tuple[int, int]] = []
    found = False
    at = 0
    for page in text.split("\f"):
        ordered = _unfold_page(page)
        found = found or ordered is not None
        pieces += [(at + start, at + end) for start, end in ordered or [(0, len(page))]]
        at += len(page) + 1
        if at <= len(text):
            pieces.append((at - 1, at))
    return _assemble(text, pieces) if found else None


def _assemble(text: str, pieces: list[tuple[int, int]]) -> Unfolded:
    parts, starts, origins = [], [], []
    length = 0
    for start, end in pieces:
        starts.append(length)
        origins.append(start)
        parts.append(text[start:end])
        length += end - start
    return Unfolded("".join(parts), starts, origins)


def _unfold_page(page: str) -> list[tuple[int, int]] | None:
    """Return the pieces of a page in reading order, or None where it has one column."""
    lines = page.split("\n")
    gutter = _gutter(lines)
    if gutter is None:
        return None
    both = [index for index, line in enumerate(lines) if _is_on_both_sides(line, gutter)]
    if len(both) < _FEWEST_LINES:
        return None
    first, last = both[0], both[-1]
    between = [line for line in lines[first : last + 1] if line.strip()]
    crossing = sum(bool(line[gutter - 2 : gutter].strip()) for line in between)
    sides = sum(len(lines[index]) for index in both) / len(both)
    if len(both) < _SHARE * len(between) or crossing > _MOST_CROSSING * len(between) or sides < gutter + _SHORTEST_SIDE:
        return None
    edge = min(len(line) - len(line.lstrip()) for line in (lines[index] for index in both))
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    while last + 1 < len(lines) and _is_one_side(lines[last + 1], gutter):
        last += 1
    left, right = [], []
    for index in range(first, last + 1):
        start, line = offsets[index], lines[index]
        ending = (start + len(line), min(start + len(line) + 1, len(page)))
        here, there = line[:gutter].rstrip(), line[gutter:].strip()
        if here or not there:
            left += [(start + min(edge, len(here)), start + len(here)), ending]
        if there or not here:
            right += [(start + min(gutter, len(line)), start + len(line)), ending]
    return [(0, offsets[first]), *left, *right, (min(offsets[last + 1], len(page)), len(page))]


def _gutter(lines: list[str]) -> int | None:
    """Return where most right-hand sides start, paragraphs' indents apart."""
    runs = (match.span() for line in lines for match in _RIGHT.finditer(line))
    starts = Counter(end for start, end in runs if end - start > _WORD_SPACE)
    if not starts:
        return None
    top, _ = starts.most_common(1)[0]
    return top if starts[top] >= _FEWEST_LINES / 2 else None


def _is_on_both_sides(line: str, gutter: int) -> bool:
    right = line[gutter:]
    return bool(line[: gutter - 2].strip()) and bool(right[:_INDENT].strip()) and not line[gutter - 2 : gutter].strip()


def _is_one_side(line: str, gutter: int) -> bool:
    """Tell whether a line behind the last two-sided one belongs to a column: it keeps to one side of the gutter."""
    text = line.rstrip()
    indent = len(text) - len(text.lstrip())
    return bool(text) and (len(text) < gutter or gutter <= indent <= gutter + _INDENT)
