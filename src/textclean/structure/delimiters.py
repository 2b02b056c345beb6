r"""Stretches between TeX delimiters: `$...$`, `$$...$$`, `\(...\)`, `\[...\]`; prices and Markdown escapes are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textclean.lazy_pattern import lazy_pattern
from textclean.marks import holds
from textclean.structure.code import find_code
from textclean.structure.tex_likeness import reads_like_display, reads_like_escaped, reads_like_inline

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = lazy_pattern(r"\\[\s\S]|\${5,}+|\$|\n[ \t\r]*\n|\f")
"""Two displays meet in four dollars; five or more are a rule or a filler, and no mark."""

_CLOSING = lazy_pattern(r"\$(?:(?![\d$])|(?<=[^\s$(\-~/|>]\$))|\$\$")
"""A dollar that can close a span; one before a digit and behind a space, as prices have it, cannot."""

_LONGEST_INLINE = 1500
_LONGEST_DISPLAY = 8000
_LONGEST_URL = 40_000
"""A model that lost its way inside of a URL goes on for long."""

_ESCAPES = frozenset({"\\(", "\\)", "\\[", "\\]"})
_MARKS = _ESCAPES | {"$", "\n"}

_Mark = tuple[int, str]


class Span(NamedTuple):
    """`text[start:end]` with its delimiters, `text[body_start:body_end]` without."""

    start: int
    end: int
    body_start: int
    body_end: int
    display: bool


def find_spans(text: str) -> Iterator[Span]:
    """Yield every stretch between TeX delimiters outside of code that reads like TeX, in order, disjoint."""
    dollars = "$" in text and _CLOSING.search(text) is not None
    if not dollars and not holds(text, "\\(") and not holds(text, "\\["):
        return
    marks = _find_marks(text)
    index = 0
    while index < len(marks):
        span, index = _span_at(text, marks, index)
        if span is not None:
            yield span


def _find_marks(text: str) -> list[_Mark]:
    """Return delimiters and paragraph ends with their positions; of code only that it stands there."""
    marks: list[_Mark] = []
    for match in _MARK.finditer(text):
        mark = match[0]
        if mark in _MARKS:
            marks.append((match.start(), mark))
        elif mark[0] in "\n\f":
            marks.append((match.start(), "\n"))
    regions = sorted(find_code(text))
    if not regions:
        return marks
    outside: list[_Mark] = []
    at = 0
    for place in marks:
        while at < len(regions) and regions[at].end <= place[0]:
            at += 1
        if at < len(regions) and regions[at].start <= place[0]:
            if outside and outside[-1][1] != "`":
                outside.append((place[0], "`"))
        else:
            outside.append(place)
    return outside


def _span_at(text: str, marks: list[_Mark], index: int) -> tuple[Span | None, int]:
    """Return the span that opens at a mark, if any, and the index of the mark to go on from."""
    mark = marks[index][1]
    if mark == "$":
        return _displayed(text, marks, index) if _is_double(marks, index) else _inline(text, marks, index)
    if mark in {"\\(", "\\["}:
        return _escaped(text, marks, index)
    return None, index + 1


def _displayed(text: str, marks: list[_Mark], index: int) -> tuple[Span | None, int]:
    close = index + 2
    while close < len(marks) and marks[close][1] not in "\n`" and not _is_double(marks, close):
        close += 1
    if close < len(marks) and marks[close][1] == "$":
        start, end = marks[index][0], marks[close][0]
        if end - start <= _limit(text, start, end, _LONGEST_DISPLAY) and reads_like_display(text[start + 2 : end]):
            return Span(start, end + 2, start + 2, end, display=True), close + 2
    return None, index + 2


def _inline(text: str, marks: list[_Mark], index: int) -> tuple[Span | None, int]:
    close = index + 1
    while close < len(marks) and marks[close][1] in _ESCAPES:
        close += 1
    if close < len(marks) and marks[close][1] == "$":
        start, end = marks[index][0], marks[close][0]
        if end - start <= _limit(text, start, end, _LONGEST_INLINE) and reads_like_inline(text, start, end):
            return Span(start, end + 1, start + 1, end, display=False), close + 1
    return None, index + 1


def _escaped(text: str, marks: list[_Mark], index: int) -> tuple[Span | None, int]:
    start, opening = marks[index]
    closing = "\\)" if opening == "\\(" else "\\]"
    close = index + 1
    while close < len(marks) and marks[close][1] == "$":
        close += 1
    if close < len(marks) and marks[close][1] == closing:
        end = marks[close][0]
        if end - start <= _LONGEST_DISPLAY and reads_like_escaped(text, start, end):
            return Span(start, end + 2, start + 2, end, display=opening == "\\["), close + 1
    return None, index + 1


def _is_double(marks: list[_Mark], index: int) -> bool:
    at, mark = marks[index]
    return mark == "$" and index + 1 < len(marks) and marks[index + 1] == (at + 1, "$")


def _limit(text: str, start: int, end: int, usual: int) -> int:
    return _LONGEST_URL if end - start > usual and text.find("://", start, start + 200) > 0 else usual
