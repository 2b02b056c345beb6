"""A Ray cluster, or one started here: each task cleans a chunk, and nodes may come and go while it runs.

Tasks of Ray itself and not a data set of Ray Data: outcomes are wanted in the order of the inputs, from a stream that
is never whole anywhere, and a chunk that a lost node took with it is simply run again.
"""

from __future__ import annotations

import signal
import threading
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from textclean.engines.alarm import JobWithAlarm
from textclean.engines.chunks import ChunkedInputs
from textclean.errors import EngineError, InvalidOptionError, WorkerDiedError
from textclean.extras import load_extra
from textclean.io.outcomes import Failed
from textclean.io.reading import STANDARD_STREAM

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from textclean.engines import Job
    from textclean.engines.chunks import Numbered
    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome

    Answer = tuple[type[Outcome], tuple[Any, ...]]

_RETRIES = 3
"""How often a chunk is run again whose worker or node was lost."""

_RETRIES_ALONE = 1
"""The same for a document of a chunk that was lost each time: the one that kills its worker does so at once."""


def run_on_ray(
    job: Job,
    inputs: Iterable[Input],
    *,
    jobs: int | None = None,
    timeout: float | None = None,
    address: str | None = None,
) -> Generator[Outcome, None, None]:
    """Yield the outcome of each input, in order, from the Ray cluster at `address`, or one of `jobs` CPUs started here.

    Files must be readable under their paths on every node, and this package installed there; rows are sent. A document
    whose worker dies becomes a `Failed`; `timeout` is kept by an alarm in the worker, which code that never comes back
    from C does not hear. Raises `EngineError` when Ray is not installed, cannot be reached, or cannot run the job.
    """
    if timeout:
        job = JobWithAlarm(job, timeout)
    with _cluster(jobs, address) as ray:
        yield from _Tasks(ray, job).outcomes(ChunkedInputs(inputs))


class _Tasks:
    """Tasks in flight, in order."""

    def __init__(self, ray: Any, job: Job) -> None:  # noqa: ANN401 - the module, which is not always there
        self._ray = ray
        self._job = job
        self._shared_job = ray.put(job)
        self._clean = ray.remote(clean_chunk)
        self._waiting: deque[tuple[list[Numbered], Any]] = deque()

    def outcomes(self, inputs: ChunkedInputs) -> Generator[Outcome, None, None]:
        """Yield each outcome in order, while later chunks are on their way."""
        try:
            while True:
                while chunk := inputs.next_chunk():
                    self._waiting.append((chunk, self._submit(chunk, _RETRIES)))
                if not self._waiting:
                    return
                for numbered, outcome in self._collect(*self._waiting.popleft()):
                    inputs.finish(numbered)
                    yield outcome
        finally:
            for _, task in self._waiting:
                self._ray.cancel(task, force=True)

    def _submit(self, chunk: list[Numbered], retries: int) -> Any:  # noqa: ANN401 - Ray's reference to a result
        """Send documents; standard input is read here, where it is."""
        inputs = [numbered.one for numbered in chunk]
        if any(one.path == STANDARD_STREAM and one.row is None for one in inputs):
            return self._ray.put(clean_chunk(self._job, inputs))
        return self._clean.options(max_retries=retries).remote(self._shared_job, inputs)

    def _collect(self, chunk: list[Numbered], task: Any) -> Iterator[tuple[Numbered, Outcome]]:  # noqa: ANN401
        """Yield the outcomes of a chunk; one whose worker died again and again is run document by document."""
        try:
            answers: list[Answer] = self._ray.get(task)
        except self._ray.exceptions.RayTaskError as error:
            message = f"the cluster cannot run the job ({error.cause}); install textclean and its plugins on every node"
            raise EngineError(message) from None
        except self._ray.exceptions.RayError as error:
            if len(chunk) > 1:
                for numbered in chunk:
                    yield from self._collect([numbered], self._submit([numbered], _RETRIES_ALONE))
                return
            why = " ".join(str(error).split(". ")[0].split())
            reason = f"its worker died on every try ({why}); give it more memory, or leave it out"
            answers = [(Failed, (WorkerDiedError.__name__, reason))]
        for numbered, (kind, fields) in zip(chunk, answers, strict=True):
            yield numbered, kind(numbered.one, *fields)


def clean_chunk(job: Job, chunk: list[Input]) -> list[Answer]:
    """Run a job on documents; an answer is the class of the outcome and its fields without the first, the input."""
    outcomes = map(job, chunk)
    return [(type(outcome), outcome[1:]) for outcome in outcomes]


@contextmanager
def _cluster(jobs: int | None, address: str | None) -> Iterator[Any]:
    """Connect to a cluster, or start one and shut it down; yield the module."""
    ray = load_extra("ray", "ray", "--engine ray")
    if ray.is_initialized():
        yield ray
        return
    if address and jobs:
        message = "the cluster at --address decides how many documents are cleaned at once: leave out --jobs"
        raise InvalidOptionError(message)
    quiet = {"log_to_driver": False, "logging_level": "ERROR", "configure_logging": False}
    start = {"address": address} if address else {"num_cpus": jobs, "include_dashboard": False}
    try:
        with _own_signals():
            ray.init(**quiet, **start)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        message = f"no Ray cluster can be reached or started ({' '.join(str(error).split())}); check --address"
        raise EngineError(message) from None
    try:
        yield ray
    finally:
        ray.shutdown()


@contextmanager
def _own_signals() -> Iterator[None]:
    """Keep this program's way to be told to end, which Ray replaces."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)
