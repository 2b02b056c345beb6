r"""Runs of blanks: two or more spaces, blank lines beyond one, blanks at line ends, form feeds.

The one blank line between two paragraphs is no gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.code_points import pieces
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from textclean.code_points import CodePoints

Gaps = list[tuple[int, int]]

_GAP = lazy_pattern(r"[ \t\r\n\f\u00a0](?:[ \t\r\n\f\u00a0]+|(?<=\f))")
_IN_GAPS = ("  ", " \n", "\n ", "\n\n\n")
"""Every gap of blanks and line feeds alone holds one of these."""

_NEWLINE, _FORM_FEED = 10, 12
_BLANKS = frozenset(" \n\f\t\r\u00a0")
_RARE_BLANKS = _BLANKS - {" ", "\n"}
_BLANK_LINE = 2


def gaps_in_text(text: str, characters: frozenset[str]) -> Gaps:
    r"""Return the gaps of a text that holds none other than `characters`, by an expression: quick for a short text.

    >>> gaps_in_text("One  two\n\nthree\n\n\nfour", frozenset("One  two\nthree four"))
    [(3, 5), (15, 18)]
    """
    if characters.isdisjoint(_RARE_BLANKS) and not any(mark in text for mark in _IN_GAPS):
        return []
    return [match.span() for match in _GAP.finditer(text) if match[0] != "\n\n"]


def gaps_in_codes(codes: CodePoints, characters: frozenset[str]) -> Gaps:
    """Return the gaps of a text whose code points are `codes`, and none other than `characters`, by arrays."""
    import numpy as np  # noqa: PLC0415 - costs start-up time

    blanks = [ord(blank) for blank in _BLANKS & characters]
    found = [at + _pairs(piece, blanks) for at, piece in pieces(codes, overlap=1)]
    pairs = np.concatenate(found)
    apart = np.flatnonzero(np.diff(pairs) > 1)
    starts = pairs[np.concatenate(([0], apart + 1))] if len(pairs) else pairs
    stops = pairs[np.append(apart, -1)] + 2 if len(pairs) else pairs
    parts_paragraphs = (stops - starts == _BLANK_LINE) & (codes[starts] == _NEWLINE) & (codes[stops - 1] == _NEWLINE)
    gaps = list(zip(starts[~parts_paragraphs].tolist(), stops[~parts_paragraphs].tolist(), strict=True))
    if "\f" not in characters:
        return gaps
    feeds = np.flatnonzero(codes == _FORM_FEED)
    lone = feeds[~np.isin(feeds, pairs) & ~np.isin(feeds - 1, pairs)].tolist()
    return sorted([*gaps, *zip(lone, (at + 1 for at in lone), strict=True)]) if lone else gaps


def _pairs(codes: CodePoints, blanks: list[int]) -> NDArray[np.int64]:
    """Return where one of `blanks` stands before another."""
    import numpy as np  # noqa: PLC0415 - costs start-up time

    blank = np.zeros(len(codes), np.bool_)
    for code in blanks:
        blank |= codes == code
    return np.flatnonzero(blank[1:] & blank[:-1])
