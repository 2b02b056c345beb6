"""Seconds by step: steps that do what they did before, and add their time to a list."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from textclean.pipeline import Pipeline

if TYPE_CHECKING:
    from textclean.registry import Findings, Step
    from textclean.structure import Structure


class Stopwatch:
    """Adds up the seconds that each step of a pipeline takes; two clock readings a step, against none without it."""

    def __init__(self, pipeline: Pipeline) -> None:
        """Make `pipeline`, of the same steps in the same order, take its time."""
        self.seconds = [0.0] * len(pipeline.steps)
        steps = (_TimedStep(step, self.seconds, number) for number, step in enumerate(pipeline.steps))
        self.pipeline = Pipeline(*steps, name=pipeline.name, without=pipeline.without)

    def read(self) -> tuple[float, ...]:
        """Return the seconds of each step, in order, since the last reading."""
        seconds = tuple(self.seconds)
        self.seconds[:] = [0.0] * len(seconds)
        return seconds


class _TimedStep:
    def __init__(self, step: Step, seconds: list[float], number: int) -> None:
        self.name = step.name
        self._step = step
        self._seconds = seconds
        self._number = number

    def examine(self, structure: Structure) -> Findings:
        start = perf_counter()
        findings = self._step.examine(structure)
        self._seconds[self._number] += perf_counter() - start
        return findings
