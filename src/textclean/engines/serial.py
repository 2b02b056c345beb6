"""One process, one document after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome


def run_batch(job: Callable[[Input], Outcome], inputs: Iterable[Input]) -> Iterator[Outcome]:
    """Yield the outcome of each input, in order."""
    return map(job, inputs)
