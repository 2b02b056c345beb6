"""How wide the page was, and where on it each line ends, also where a converter has joined lines of the page.

Some converters drop a hyphen at a line end and put the next line behind it: a line then holds two lines of the page,
or three. Taken as they stand, such lines would make every other one look short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float32]

_BAND = 0.93
"""Full lines differ by this much: by the next word, and by the letters of proportional type."""

_OUTLIER = 1.05
"""A line this much longer than 99 of 100 others sets no width."""

_NARROWEST = 50
"""Lines of fewer columns are verse or entries, and lines twice as long are prose beside them."""

_ONE, _BETWEEN, _TWO = (0.85, 1.1), (1.12, 1.4), (1.55, 2.15)
"""How long, in widths of the page, one line is, neither one nor two, and two: the second may be a short last line."""

_FEWEST = 3
_RARELY = 1.8
"""A converter joins the lines that were cut in a word: less than one in two."""


class PageLines(NamedTuple):
    """Where on the page the lines of a text end, in columns, and how wide the page was."""

    last: Column
    """Where the last line of the page ends that a line holds."""
    first: Column
    """Where the first ends; outliers are cut."""
    width: float
    joined: float
    """Share of the lines that hold more than one line of the page."""


def measure_page(right: Column) -> PageLines:
    """Measure lines that end in the columns `right`; there must be one or more."""
    usual, long = np.quantile(right, (0.95, 0.99))
    ends = np.sort(right)
    width = _width_of_joined(ends)
    if not width:
        return PageLines(right, np.minimum(right, np.float32(long * _OUTLIER + 2)), max(float(usual), 1.0), 0.0)
    before = np.maximum(np.ceil(right / np.float32(width * _ONE[1])) - 1, 0)
    last = right - before * np.float32(width)
    return PageLines(last, np.minimum(right, np.float32(width * _OUTLIER)), width, float((before > 0).mean()))


def _width_of_joined(ends: Column) -> float:
    """Return the width about which most lines gather while some gather about twice as much; nought if there is none."""
    if ends[-1] < _NARROWEST * _TWO[0]:
        return 0.0
    full = _full_width(ends)
    half = ends[: np.searchsorted(ends, np.float32(full / _TWO[0]), side="right")]
    for width in (full, _full_width(half)):
        one, between, two = (
            np.diff(np.searchsorted(ends, np.multiply(span, width).astype(np.float32), side="right"))[0]
            for span in (_ONE, _BETWEEN, _TWO)
        )
        if width >= _NARROWEST and two >= _FEWEST and two > between and one >= _RARELY * two:
            return width
    return 0.0


def _full_width(ends: Column) -> float:
    """Return the greatest width about which lines gather that hold half as much as those about any other."""
    if not len(ends):
        return 0.0
    text = np.append(0.0, np.cumsum(ends, dtype=np.float64))
    gathered = text[np.searchsorted(ends, ends, side="right")] - text[np.searchsorted(ends, ends * np.float32(_BAND))]
    return float(ends[np.flatnonzero(gathered >= gathered.max() / 2)[-1]])
