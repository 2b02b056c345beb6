"""How one function runs over many documents: one file an engine, each yielding outcomes in the order of its inputs.

An engine is called with a picklable job and an iterable of inputs, which it draws from as it goes and never holds
whole. What a document becomes depends on neither the engine, nor the number of workers, nor on who is done first.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textclean.engines.serial import run_serially
from textclean.errors import InvalidOptionError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from textclean.config import EngineName
    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome

    Job = Callable[[Input], Outcome]
    Engine = Callable[[Job, Iterable[Input]], Generator[Outcome, None, None]]


def usable_cores() -> int:
    """Return how many cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def choose_engine(
    name: EngineName = "auto",
    *,
    jobs: int | None = None,
    timeout: float | None = None,
    address: str | None = None,
) -> Engine:
    """Return the engine called `name`, with `jobs` workers (all cores), giving each document `timeout` seconds.

    `auto` is processes where there are several cores and enough work, and serial otherwise; `address` is that of a Ray
    cluster. Raises `InvalidOptionError` for options that the engine cannot heed.
    """
    if name == "ray":
        from textclean.engines.ray import run_on_ray  # noqa: PLC0415 - an extra, and slow to load

        return partial(run_on_ray, jobs=jobs, timeout=timeout, address=address)
    if address:
        message = f"--address is that of a Ray cluster, and the engine is {name}: add --engine ray, or leave it out"
        raise InvalidOptionError(message)
    if name == "serial":
        if timeout or (jobs or 1) > 1:
            message = "--engine serial has no workers to share the work, or to stop: leave out --jobs and --timeout"
            raise InvalidOptionError(message)
        return run_serially
    workers = jobs or usable_cores()
    if name == "auto" and not timeout:
        from textclean.engines.automatic import run_as_fits  # noqa: PLC0415 - costs start-up time

        return partial(run_as_fits, jobs=workers)
    from textclean.engines.processes import run_in_processes  # noqa: PLC0415 - costs start-up time

    return partial(run_in_processes, jobs=workers, timeout=timeout)
