"""What the first scores of the boundaries around say about each one: a block is decided as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

REACHES = (2, 4, 8, 20, 60)
SIDES = (2, 6)
_LIMIT = 8.0


def chance(scores: Scores) -> Scores:
    """Return the probability that stands behind each score."""
    return (1 / (1 + np.exp(-np.clip(scores, -_LIMIT, _LIMIT)))).astype(np.float32)


def observe_neighbours(join: Scores, tight: NDArray[np.bool_]) -> dict[str, Any]:
    """Return the factors of the second pass; `tight` tells where nothing but a line break stands."""
    seen: dict[str, Any] = {
        "join": join,
        "next-join": np.append(join[1:], np.float32(0)),
        "previous-join": np.append(np.float32(0), join[:-1]),
    }
    likely = chance(join)
    weight = tight.astype(np.float32)
    joined, blank = likely * weight, 1 - weight
    for reach in REACHES:
        seen[f"joins-{reach}"] = (_others(joined, reach) + 0.2) / (_others(weight, reach) + 0.4)
    for reach in SIDES:
        for name, before in (("before", True), ("behind", False)):
            sums = (_beside(values, reach, before=before) for values in (joined, weight))
            seen[f"joins-{name}-{reach}"] = (next(sums) + 0.2) / (next(sums) + 0.4)
    seen["blank-joins-8"] = (_others(likely * blank, 8) + 0.02) / (_others(blank, 8) + 0.2)
    seen["blank-joins-60"] = (_others(likely * blank, 60) + 0.02) / (_others(blank, 60) + 0.2)
    seen["document-joins"] = float((joined.sum() + 0.2) / (weight.sum() + 0.4))
    return seen


def _beside(values: Scores, reach: int, *, before: bool) -> Scores:
    """Return the sum over the `reach` neighbours on one side."""
    size = len(values)
    total = np.zeros(size + reach + 1, np.float64)
    np.cumsum(values, out=total[1 : size + 1])
    if before:
        low = np.concatenate((np.zeros(min(reach, size)), total[: max(size - reach, 0)]))
        side = total[:size] - low
    else:
        total[size + 1 :] = total[size]
        side = total[reach + 1 : size + reach + 1] - total[1 : size + 1]
    return side.astype(np.float32)


def _others(values: Scores, reach: int) -> Scores:
    """Return the sum over the neighbours at most `reach` away, without the entry itself."""
    size = len(values)
    total = np.zeros(size + 1, np.float64)
    np.cumsum(values, out=total[1:])
    padded = np.concatenate((np.zeros(reach), total, np.full(reach, total[-1])))
    others: Scores = (padded[2 * reach + 1 :] - padded[:size] - values).astype(np.float32)
    return others
