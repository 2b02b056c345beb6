"""Greatest values and means over the neighbours of each entry of a column, in time that the reach does not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float32]


def widest_nearby(values: Column, reach: int) -> Column:
    """Return the greatest of the values at most `reach` away on either side; `reach` is a power of two."""
    wide = np.concatenate((np.repeat(values[:1], reach), values, np.repeat(values[-1:], reach)))
    step = 1
    while step <= reach:
        wide = np.maximum(wide[:-step], wide[step:])
        step *= 2
    return np.maximum(wide[:-1], wide[1:])


def mean_nearby(values: NDArray[np.generic], reach: int) -> Column:
    """Return the mean of the values at most `reach` away on either side."""
    size = len(values)
    total = np.zeros(size + 1)
    np.cumsum(values, out=total[1:])
    if size <= 2 * reach + 1:
        at = np.arange(size)
        low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, size)
        short: Column = ((total[high] - total[low]) / (high - low)).astype(np.float32)
        return short
    mean = np.empty(size, np.float32)
    span = 2 * reach + 1
    mean[reach : size - reach] = (total[span:] - total[:-span]) / span
    edge = np.arange(reach)
    mean[:reach] = total[edge + reach + 1] / (edge + reach + 1)
    mean[size - reach :] = (total[size] - total[size - span + 1 : size - reach]) / np.arange(span - 1, reach, -1)
    return mean
