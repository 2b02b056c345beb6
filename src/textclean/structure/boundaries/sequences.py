"""Items that count: they begin with `(a)`, `2.` or `1 Department`, and the next label at the head of a near line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.edges import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from textclean.structure.boundaries.table import LineTable

_MARKED = lazy_pattern(r"(?P<opening>\(?)(?P<label>\d{1,3}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})(?P<closing>[.)])\s")
_BARE = lazy_pattern(r"(?P<opening>)(?P<label>\d{1,2}|[a-z])(?P<closing>)\s(?=[^\W\d_a-z])")
"""A bare number or letter is a label where a capital follows it, as in front of an author's institution."""

_WIDE = lazy_pattern(
    rf"(?P<opening>（?)(?P<label>\d{{1,2}}|[{NUMERALS}])(?P<closing>[）．、])|(?P<circled>[\u2460-\u2473])"
)
_LONGEST_LABEL, _LONGEST_BARE = 7, 2
_FARTHEST, _FARTHEST_BARE = 12, 3
"""Lines from a label to the next one, at most."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_STARTS = np.zeros(32, bool)
_STARTS[[Kind.DIGIT, Kind.LOWER, Kind.UPPER, Kind.BRACKET]] = True
_WIDE_STARTS = np.zeros(32, bool)
_WIDE_STARTS[[Kind.DIGIT, Kind.CJK, Kind.OPENER]] = True


def begins_counted_items(text: str, lines: LineTable) -> NDArray[np.bool_]:
    """Tell at which boundaries an item begins whose label comes next behind, or before, that of a near line.

    A label at the head of a line can be chance, in a sentence that counts its parts; two in order seldom are.
    """
    begun = np.zeros(max(len(lines.start) - 1, 0), np.bool_)
    seen: dict[tuple[str, str, int], int] = {}
    marked = (lines.first_word_end == Kind.CLOSED) | (lines.first_word_end == Kind.STOP)
    bare = (lines.first_word <= _LONGEST_BARE) & ((lines.first == Kind.DIGIT) | (lines.first_word == 1))
    narrow = _STARTS[lines.first] & (marked | bare) & (lines.first_word <= _LONGEST_LABEL) & (lines.words > 1)
    wide = _WIDE_STARTS[lines.first] & (lines.wide > 0)
    for at in np.flatnonzero(narrow | wide).tolist():
        start = int(lines.start[at])
        match = _MARKED.match(text, start) or _BARE.match(text, start) if narrow[at] else None
        match = match or (_WIDE.match(text, start) if wide[at] else None)
        if match is None:
            continue
        circled = match.groupdict().get("circled")
        marks = "○" if circled else match["opening"] + match["closing"]
        for kind, number in _readings(circled or match["label"]):
            before = seen.get((marks, kind, number - 1))
            if before is not None and at - before <= (_FARTHEST if marks else _FARTHEST_BARE):
                begun[at - 1] = True
                begun[before - 1 : before] = True
            seen[marks, kind, number] = at
    return begun


def _readings(label: str) -> Iterator[tuple[str, int]]:
    """Yield what a label may count: figures, letters, Roman numerals, ideographs; circled figures follow each other."""
    if label in NUMERALS:
        yield "ideograph", NUMERALS.index(label)
        return
    if label.isdecimal():
        yield "figure", int(label)
        return
    if len(label) == 1:
        yield "letter", ord(label)
    if label.lower() in _ROMAN:
        yield "numeral" if label.islower() else "NUMERAL", _ROMAN[label.lower()]
