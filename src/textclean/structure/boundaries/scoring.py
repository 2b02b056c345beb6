"""A model's rows laid out as arrays, so that all rows are asked and weighed at once.

A row at a time takes some thousand calls of numpy for any text, which is most of the time of a short one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from textclean.structure.boundaries.rows import Row

_DEEPEST = 6
"""Questions in a row, at most."""

_CHUNK = 512
"""Boundaries weighed at a time, so that what is in work stays in the processor's cache."""


class Scoring:
    """The rows of one model over its bias, ready to score boundaries."""

    def __init__(self, bias: float, rows: tuple[Row, ...]) -> None:
        """Take a model's bias and rows, and number every question that they ask, by factor."""
        limits: dict[str, set[float]] = {}
        for row in rows:
            for question in row.questions:
                limits.setdefault(question.factor, set()).add(question.below)
        self._factors: list[tuple[str, NDArray[np.float64]]] = []
        number: dict[tuple[str, float], int] = {}
        for factor, values in limits.items():
            ordered = sorted(values)
            self._factors.append((factor, np.array(ordered)[:, None]))
            number.update({(factor, below): len(number) + i for i, below in enumerate(ordered)})
        self._questions = len(number)
        self._asked = np.full((_DEEPEST, len(rows) + 1), self._questions)
        self._weights = np.zeros((len(rows) + 1, 2**_DEEPEST), np.float32)
        self._weights[0] = bias
        for i, (questions, weights) in enumerate(rows, 1):
            self._asked[_DEEPEST - len(questions) :, i] = [number[one] for one in questions]
            self._weights[i, : len(weights)] = weights

    def score(self, seen: Mapping[str, Any], size: int) -> NDArray[np.float32]:
        """Return the score of each of `size` boundaries."""
        answers = np.zeros((self._questions + 1, size), np.uint8)
        at = 0
        for factor, limits in self._factors:
            column = np.asarray(seen[factor])
            kind = column.dtype if column.dtype.kind == "f" and column.ndim else limits.dtype
            answers[at : at + len(limits)] = column < limits.astype(kind, copy=False)
            at += len(limits)
        total = np.empty(size, np.float32)
        row_start = np.arange(0, self._weights.size, self._weights.shape[1])[:, None]
        for start in range(0, size, _CHUNK):
            part = answers[:, start : start + _CHUNK]
            pattern = part[self._asked[0]]
            for asked in self._asked[1:]:
                pattern += pattern
                pattern |= part[asked]
            weights = np.take(self._weights, pattern + row_start, mode="clip")
            np.add.reduce(weights, axis=0, out=total[start : start + _CHUNK])
        return total
