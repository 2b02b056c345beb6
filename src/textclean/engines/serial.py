"""One process, one document after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from textclean.engines import Job
    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome


def run_serially(job: Job, inputs: Iterable[Input]) -> Generator[Outcome, None, None]:
    """Yield the outcome of each input, in order."""
    for one in inputs:
        yield job(one)
