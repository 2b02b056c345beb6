"""Two columns of running text that a converter printed side by side, line by line."""

from __future__ import annotations

from collections import Counter
from statistics import mean, median
from typing import TYPE_CHECKING, NamedTuple

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = lazy_pattern(r"(?<=\S) {3,}(?=\S)")
NARROWEST_GAP = 3
_DEEPEST_INDENT = 6
_BLANKS = "   "
_FEWEST = 6
"""Lines with text in both columns from which two columns are believed."""

_WORDS = 3.5
_FILL = 0.75
_FLOW = 0.35
_ALIGNED = 0.6
_LETTERS = 0.7


class ColumnLine(NamedTuple):
    """A line whose left text ends at `left_end` and whose right text starts at `right`; -1 where there is none."""

    start: int
    end: int
    left_end: int
    right: int


class Columns(NamedTuple):
    """Lines that stand in two columns, the right one at column `at`; `certain` where nothing else explains them."""

    at: int
    lines: tuple[ColumnLine, ...]
    certain: bool


def find_columns(text: str) -> Iterator[Columns]:
    """Yield the stretches of each page in which two columns of text stand side by side."""
    at = 0
    for page in text.split("\f"):
        if _has_gaps(page):
            yield from _of_page(text, at, page)
        at += len(page) + 1


def _has_gaps(page: str) -> bool:
    """Tell whether gaps stand between words on many lines; a plain search is ten times as fast as an expression."""
    found = 0
    at = page.find(_BLANKS)
    while at >= 0 and found < _FEWEST:
        end = page.find("\n", at) % (len(page) + 1)
        start = page.rfind("\n", 0, at) + 1
        found += bool(page[start:at].strip()) or _GAP.search(page, start, end) is not None
        at = page.find(_BLANKS, end)
    return found >= _FEWEST


def _of_page(text: str, offset: int, page: str) -> Iterator[Columns]:
    lines = page.split("\n")
    ends = Counter(match.end() for line in lines for match in _GAP.finditer(line))
    if not ends:
        return
    column, count = ends.most_common(1)[0]
    if count < _FEWEST * _ALIGNED:
        return
    block: list[ColumnLine] = []
    at = offset
    for line in [*lines, None]:
        read = None if line is None else _read(line, at, column)
        empty = read is not None and read.left_end < 0 and read.right < 0
        if read is None or (empty and block and block[-1].left_end < 0 and block[-1].right < 0):
            yield from _settle(text, column, block)
            block = []
        elif not empty or block:
            block.append(read)
        at += len(line or "") + 1


def _read(line: str, at: int, column: int) -> ColumnLine | None:
    """Return a line that leaves the gap before `column` blank; None for one that runs across."""
    if line[column - NARROWEST_GAP : column].strip():
        return None
    left, right = line[:column].rstrip(), line[column:].strip()
    start = column + len(line[column:]) - len(line[column:].lstrip())
    if right and start > column + _DEEPEST_INDENT:
        return None
    return ColumnLine(at, at + len(line), at + len(left) if left else -1, at + start if right else -1)


def _settle(text: str, column: int, block: list[ColumnLine]) -> Iterator[Columns]:
    both = [index for index, line in enumerate(block) if line.left_end >= 0 and line.right >= 0]
    if len(both) < _FEWEST:
        return
    first, last = both[0], both[-1]
    while last + 1 < len(block) and (block[last + 1].left_end >= 0) != (block[last + 1].right >= 0):
        last += 1
    lines = block[first : last + 1]
    left = [text[line.start : line.left_end].strip() for line in lines if line.left_end >= 0]
    right = [text[line.right : line.end].strip() for line in lines if line.right >= 0]
    if not (_is_text(left) and _is_text(right)):
        return
    rows = sum(1 for line in lines if line.left_end < 0 and line.right < 0)
    aligned = mean(block[index].right - block[index].start == column for index in both)
    one_gap = mean(len(_GAP.findall(text[block[index].start : block[index].end])) == 1 for index in both)
    certain = (
        _flows(left)
        and _flows(right)
        and aligned >= _ALIGNED
        and one_gap >= 1 - 1 / _FEWEST
        and len(lines) >= _FEWEST * (rows + 1)
    )
    yield Columns(column, tuple(lines), certain)


def _is_text(column: Sequence[str]) -> bool:
    if mean(len(line.split()) for line in column) < _WORDS:
        return False
    joined = "".join(column).replace(" ", "")
    return sum(map(str.isalpha, joined)) >= _LETTERS * len(joined)


def _flows(column: Sequence[str]) -> bool:
    """Tell whether lines are full and many go on in the next one, as running text does and cells do not."""
    widest = sorted(map(len, column))[-2] if len(column) > 1 else len(column[0])
    goes_on = mean(line[0].islower() for line in column[1:])
    return median(map(len, column)) >= _FILL * widest and goes_on >= _FLOW
