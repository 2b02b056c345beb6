"""Processes where they pay: several cores, and more work than it takes to start them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from textclean.engines.chunks import weight_of
from textclean.engines.serial import run_serially

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from textclean.engines import Job
    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome

ENOUGH_WORK = 2_000_000
"""Bytes of a batch from which on processes are worth starting: some two seconds of work for one of them, against
half a second until the first answers."""


def run_as_fits(job: Job, inputs: Iterable[Input], *, jobs: int) -> Generator[Outcome, None, None]:
    """Look at the first inputs, then run all of them serially or in processes."""
    inputs = iter(inputs)
    seen: list[Input] = []
    weight = 0
    while jobs > 1 and (weight < ENOUGH_WORK or len(seen) == 1) and (one := next(inputs, None)):
        seen.append(one)
        weight += weight_of(one)
    inputs = chain(seen, inputs)
    if weight < ENOUGH_WORK or len(seen) == 1:
        return run_serially(job, inputs)
    from textclean.engines.processes import run_in_processes  # noqa: PLC0415 - costs start-up time

    return run_in_processes(job, inputs, jobs=jobs)
