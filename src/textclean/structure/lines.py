"""What every boundary between two lines is: a wrap to be joined, a line break to be kept, a paragraph break."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from textclean.structure.boundaries.factors import BREAKS, observe
from textclean.structure.boundaries.model import line_models
from textclean.structure.boundaries.neighbours import observe_neighbours
from textclean.structure.boundaries.pulled_words import as_printed
from textclean.structure.boundaries.settling import Boundary, settle
from textclean.structure.boundaries.table import read_lines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.structure.boundaries.pulled_words import PulledWords
    from textclean.structure.boundaries.table import LineTable

    Scores = NDArray[np.float32]

_TIGHT = BREAKS.index("0")


class Lines(NamedTuple):
    """The lines of a text that hold anything, and what each boundary is: entry `i` stands behind line `i`."""

    table: LineTable
    boundaries: NDArray[np.uint8]
    join: NDArray[np.float32]
    """Scores in logits: above nought, the lines belong together."""
    paragraph: NDArray[np.float32]
    """Scores in logits: above nought, a break is one of paragraphs; nought where lines belong together."""
    rules: NDArray[np.uint8]
    """What decided each boundary: an index of `RULES`, nought where the scores did."""


class Evidence(NamedTuple):
    """One piece of evidence on a boundary: its weight in logits, above nought for a join, and what was seen."""

    weight: float
    answers: str


def decide_lines(text: str, pulled: PulledWords | None = None) -> Lines:
    """Decide every boundary between lines of `text`, blank lines and page breaks included.

    `pulled` says where words were put together that line ends had cut: their lines are one.
    """
    table = _read(text, pulled)
    size = max(len(table.start) - 1, 0)
    nothing = np.zeros(size, np.float32)
    if size == 0 or not ((table.blanks[1:] == 0) | (table.feeds[1:] > 0)).any():
        boundaries = np.full(size, Boundary.PARAGRAPH, np.uint8)
        return Lines(table, boundaries, nothing, nothing, np.zeros(size, np.uint8))
    seen = observe(table)
    models = line_models()
    tight = seen["break"] == _TIGHT
    first = models["join"].score(seen, size)
    seen.update(observe_neighbours(first, tight))
    join = first + models["join-in-context"].score(seen, size)
    seen.update(observe_neighbours(join, tight))
    apart = np.flatnonzero(join <= 0)
    here = {name: column[apart] if np.ndim(column) else column for name, column in seen.items()}
    paragraph = nothing
    paragraph[apart] = models["paragraph"].score(here, len(apart))
    settled = settle(text, table, join, paragraph, seen["width-nearby"], pulled=pulled)
    return Lines(table, settled.boundaries, join, paragraph, settled.rules)


def _read(text: str, pulled: PulledWords | None) -> LineTable:
    table = read_lines(text)
    return as_printed(table, pulled) if pulled is not None and len(table.start) else table


def explain_boundary(text: str, boundary: int, pulled: PulledWords | None = None) -> list[Evidence]:
    """Return what decided whether the lines before and behind a boundary are joined, strongest first.

    `boundary` counts the lines that are not blank: 0 stands behind the first. The weights add up to the score.
    `pulled` is as for `decide_lines`. Raises `IndexError` where there is no such boundary.
    """
    table = _read(text, pulled)
    if not 0 <= boundary < len(table.start) - 1:
        message = f"boundary {boundary} of {max(len(table.start) - 1, 0)}"
        raise IndexError(message)
    seen = observe(table)
    models = line_models()
    first = models["join"].score(seen, len(table.start) - 1)
    around = observe_neighbours(first, seen["break"] == _TIGHT)
    found = models["join"].evidence(seen, boundary) + models["join-in-context"].evidence({**seen, **around}, boundary)
    bias = models["join"].bias + models["join-in-context"].bias
    return sorted((Evidence(*item) for item in [*found, (bias, "bias")]), key=lambda item: -abs(item.weight))
