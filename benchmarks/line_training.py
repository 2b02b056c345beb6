"""Fits rows of questions by boosting: a row asks the same questions of every boundary and corrects the rows before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from textclean.structure.boundaries.factors import NAMED
from textclean.structure.boundaries.model import Model
from textclean.structure.boundaries.rows import Question, Row

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.int32]
    Column = NDArray[np.float64]

CANDIDATES = 20
"""Limits tried for each number, at even quantiles."""


class Recipe(NamedTuple):
    """How a model is fitted."""

    rows: int = 100
    questions: int = 5
    rate: float = 0.2
    shrink: float = 5.0
    sample: float = 0.3
    factors: float = 0.5
    seed: int = 0


class Binned(NamedTuple):
    """Factors cut at limits: one column of bin numbers for each."""

    names: list[str]
    limits: list[list[float]]
    bins: list[Matrix]


def find_limits(columns: dict[str, NDArray[Any]]) -> dict[str, list[float]]:
    """Return the limits to try for each factor."""
    limits = {}
    for name, values in columns.items():
        if name in NAMED:
            limits[name] = [float(i) for i in range(1, len(NAMED[name]))]
            continue
        cuts = np.unique(np.quantile(values, np.linspace(0, 1, CANDIDATES + 2)[1:-1]))
        if np.array_equal(values, np.round(values)):
            found = sorted({float(np.floor(c)) + 0.5 for c in cuts} | {float(np.floor(c)) - 0.5 for c in cuts})
        else:
            found = sorted({float(f"{c:.2g}") for c in cuts})
        limits[name] = [c for c in found if values.min() < c <= values.max()]
    return {name: found for name, found in limits.items() if found}


def cut(columns: dict[str, NDArray[Any]], limits: dict[str, list[float]]) -> Binned:
    """Sort each factor into bins."""
    names = list(limits)
    bins = [np.searchsorted(limits[n], columns[n], side="right").astype(np.int32) for n in names]
    return Binned(names, [limits[n] for n in names], bins)


class Task(NamedTuple):
    """What is to be told from what: the factors, the truth of each boundary, and how much it counts."""

    data: Binned
    target: Column
    weight: Column
    start: Column | None = None
    """Scores to be corrected, if any."""


def fit(task: Task, rows: NDArray[np.int64], recipe: Recipe) -> Model:
    """Fit a model to the boundaries in `rows`."""
    data, start = task.data, task.start
    rng = np.random.default_rng(recipe.seed)
    bins = [column[rows] for column in data.bins]
    target, weight = task.target[rows], task.weight[rows]
    share = float(target @ weight / weight.sum())
    bias = float(np.log(share / (1 - share))) if start is None else 0.0
    scores = np.full(len(rows), bias) if start is None else start[rows].astype(float)
    fitted = []
    for _ in range(recipe.rows):
        sample = np.flatnonzero(rng.random(len(rows)) < recipe.sample)
        chance = 1 / (1 + np.exp(-scores[sample]))
        slope = (target[sample] - chance) * weight[sample]
        curve = np.maximum(chance * (1 - chance), 1e-4) * weight[sample]
        chosen = rng.permutation(len(bins))[: max(1, int(len(bins) * recipe.factors))]
        picked = {f: bins[f][sample] for f in chosen}
        asked = _ask(picked, data.limits, slope, curve, recipe)
        leaf = np.zeros(len(sample), np.int32)
        everywhere = np.zeros(len(rows), np.int32)
        for factor, limit in asked:
            leaf = 2 * leaf + (picked[factor] <= limit)
            everywhere = 2 * everywhere + (bins[factor] <= limit)
        size = 1 << len(asked)
        sums = np.bincount(leaf, slope, size), np.bincount(leaf, curve, size)
        weights = np.round(recipe.rate * sums[0] / (sums[1] + recipe.shrink), 2)
        scores += weights[everywhere]
        questions = tuple(Question(data.names[f], data.limits[f][k]) for f, k in asked)
        fitted.append(Row(questions, weights.astype(np.float32)))
    return Model(round(bias, 3), tuple(fitted))


def _ask(
    picked: dict[int, Matrix], limits: list[list[float]], slope: Column, curve: Column, recipe: Recipe
) -> list[tuple[int, int]]:
    """Choose questions one after the other, each the one that tells most beside those before."""
    leaf = np.zeros(len(slope), np.int32)
    asked: list[tuple[int, int]] = []
    for depth in range(recipe.questions):
        best, choice = -1.0, (-1, -1)
        for factor, column in picked.items():
            size = len(limits[factor]) + 1
            index = leaf * size + column
            shape = (1 << depth, size)
            g = np.bincount(index, slope, shape[0] * size).reshape(shape).cumsum(1)
            h = np.bincount(index, curve, shape[0] * size).reshape(shape).cumsum(1)
            left, below = g[:, :-1], h[:, :-1]
            right, above = g[:, -1:] - left, h[:, -1:] - below
            gain = (left**2 / (below + recipe.shrink) + right**2 / (above + recipe.shrink)).sum(0)
            at = int(gain.argmax())
            if gain[at] > best and (factor, at) not in asked:
                best, choice = float(gain[at]), (factor, at)
        asked.append(choice)
        leaf = 2 * leaf + (picked[choice[0]] <= choice[1])
    return asked


def score(model: Model, task: Task) -> Column:
    """Return a model's scores of all boundaries."""
    data, start = task.data, task.start
    at = {name: i for i, name in enumerate(data.names)}
    total = np.full(len(data.bins[0]), model.bias) if start is None else start + model.bias
    for questions, weights in model.rows:
        pattern = np.zeros(len(total), np.int32)
        for question in questions:
            factor = at[question.factor]
            pattern = 2 * pattern + (data.bins[factor] <= data.limits[factor].index(question.below))
        total += weights[pattern]
    return total
