"""Weighs what is seen at line boundaries by the table `weights.txt`, and says which evidence decided.

The table was fitted by `benchmarks/train_line_model.py`. A row holds up to six questions and a weight, in
hundredths of a logit, for each pattern of answers to them; the first question counts most in the pattern's number.
"""

from __future__ import annotations

from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from textclean.structure.boundaries.factors import NAMED
from textclean.structure.boundaries.rows import Question, Row
from textclean.structure.boundaries.scoring import Scoring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Factors = Mapping[str, Any]
    Scores = NDArray[np.float32]


class Model:
    """A sum of rows over a bias: above nought speaks for, below against."""

    def __init__(self, bias: float, rows: tuple[Row, ...]) -> None:
        """Take the bias, in logits, and the rows."""
        self.bias = bias
        self.rows = rows

    @cached_property
    def _scoring(self) -> Scoring:
        return Scoring(self.bias, self.rows)

    def score(self, seen: Factors, size: int) -> Scores:
        """Return the score of each of `size` boundaries."""
        return self._scoring.score(seen, size)

    def evidence(self, seen: Factors, at: int) -> list[tuple[float, str]]:
        """Return what speaks for and against at one boundary: weights in logits, greatest first, with their answers."""
        found = []
        for questions, weights in self.rows:
            pattern = 0
            answers = []
            for question in questions:
                column = seen[question.factor]
                holds = bool((column[at] if np.ndim(column) else column) < question.below)
                pattern = 2 * pattern + holds
                answers.append(str(question) if holds else str(question).replace("<", ">=", 1))
            found.append((float(weights[pattern]), " ".join(answers)))
        return sorted(found, key=lambda item: -abs(item[0]))


def parse_models(table: str) -> dict[str, Model]:
    """Read models from the lines of a table: `model NAME BIAS`, then its rows."""
    models: dict[str, Model] = {}
    name, bias = "", 0.0
    rows: list[Row] = []
    for line in [*table.splitlines(), "model end 0"]:
        if line.startswith("model "):
            if name:
                models[name] = Model(bias, tuple(rows))
            _, name, number = line.split()
            bias, rows = float(number), []
        elif line and not line.startswith("#"):
            asked, _, weights = line.partition(":")
            questions = tuple(_question(word) for word in asked.split())
            rows.append(Row(questions, np.array(weights.split(), np.float32) / np.float32(100)))
    return models


def _question(word: str) -> Question:
    factor, _, limit = word.partition("<")
    return Question(factor, float(NAMED[factor].index(limit)) if factor in NAMED else float(limit))


def format_models(models: Mapping[str, Model]) -> str:
    """Write models as a table that `parse_models` reads."""
    parts = []
    for name, model in models.items():
        parts.append(f"model {name} {model.bias:.3f}")
        for questions, weights in model.rows:
            numbers = " ".join(str(round(100 * float(weight))) for weight in weights)
            parts.append(f"{' '.join(map(str, questions))}: {numbers}")
    return "\n".join(parts) + "\n"


@cache
def line_models() -> dict[str, Model]:
    """Return the models of the shipped table: `join`, `join-in-context` and `paragraph`."""
    return parse_models(files("textclean.structure.boundaries").joinpath("weights.txt").read_text(encoding="utf-8"))
