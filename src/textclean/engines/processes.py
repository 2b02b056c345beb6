"""Several processes on one machine; a document that ends its process, or takes too long, costs itself alone."""

from __future__ import annotations

from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from textclean.engines.alarm import too_slow
from textclean.engines.chunks import ChunkedInputs
from textclean.engines.workers import Worker, cannot_start, explain_exit, pickle_job
from textclean.errors import WorkerDiedError
from textclean.io.outcomes import Failed
from textclean.io.reading import STANDARD_STREAM

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from textclean.engines import Job
    from textclean.engines.chunks import Numbered
    from textclean.errors import TimeLimitError
    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome


def run_in_processes(
    job: Job, inputs: Iterable[Input], *, jobs: int, timeout: float | None = None
) -> Generator[Outcome, None, None]:
    """Yield the outcome of each input, in order, from `jobs` worker processes.

    A document whose process dies becomes a `Failed`, and so does one that takes more than `timeout` seconds; the other
    documents that its process had are given to another. Inputs are drawn as workers have time for them. Raises
    `UsageError` for a job that cannot be pickled, and `EngineError` when no process can be started.
    """
    pool = _Pool(job, inputs, jobs, timeout)
    try:
        yield from pool.outcomes()
    finally:
        pool.end()


class _Pool:
    """Worker processes, what they are at, and the outcomes that wait for their turn."""

    def __init__(self, job: Job, inputs: Iterable[Input], jobs: int, timeout: float | None) -> None:
        self._job = job
        self._pickled = pickle_job(job)
        self._inputs = ChunkedInputs(inputs)
        self._jobs = jobs
        self._timeout = timeout
        self._done: dict[int, tuple[Numbered, Outcome]] = {}
        self._workers: list[Worker] = []
        self._stillborn: int | None = None  # how many died before they were ready, since the last that was

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Yield each outcome as soon as its turn has come."""
        for _ in range(self._jobs):
            self._workers.append(Worker(self._pickled))
        place = 0
        while True:
            self._send()
            if place in self._done:
                numbered, outcome = self._done.pop(place)
                self._inputs.finish(numbered)
                place += 1
                yield outcome
            elif self._inputs.exhausted and not self._inputs.in_flight:
                return
            else:
                self._receive()

    def end(self) -> None:
        """End every process."""
        for worker in self._workers:
            worker.end()

    def _send(self) -> None:
        """Give every worker that wants it a chunk."""
        for at, worker in enumerate(self._workers):
            if worker.wants_work and (chunk := self._next_chunk()):
                try:
                    worker.send(chunk)
                except OSError:
                    self._inputs.give_back(chunk)
                    self._replace(at)

    def _next_chunk(self) -> list[Numbered]:
        """Return documents for a worker; standard input is read here, where it is."""
        chunk = self._inputs.next_chunk()
        for numbered in chunk:
            if numbered.one.path == STANDARD_STREAM and numbered.one.row is None:
                self._done[numbered.place] = numbered, self._job(numbered.one)
        return [numbered for numbered in chunk if numbered.place not in self._done]

    def _receive(self) -> None:
        """Take what workers have done; when none has anything to say in time, stop the one that takes too long."""
        spoke = wait([worker.connection for worker in self._workers], self._patience())
        for at, worker in enumerate(self._workers):
            if worker.connection in spoke:
                try:
                    answer = worker.receive()
                except (EOFError, OSError):
                    self._replace(at)
                else:
                    self._take(answer)
            elif self._timeout and (worker.seconds_left(self._timeout) or 1) <= 0:
                self._replace(at, too_slow(self._timeout))

    def _take(self, answer: tuple[Numbered, Outcome] | None) -> None:
        """Keep an outcome until its turn."""
        if answer is None:
            self._stillborn = 0
        else:
            self._done[answer[0].place] = answer

    def _patience(self) -> float | None:
        """Return how long to wait for workers: until the first of them has had its time."""
        if not self._timeout:
            return None
        left = [worker.seconds_left(self._timeout) for worker in self._workers]
        return max(0.0, min((seconds for seconds in left if seconds is not None), default=self._timeout))

    def _replace(self, at: int, problem: TimeLimitError | None = None) -> None:
        """Put a new worker in the place of one that died or is to be stopped: its document failed, the rest goes on."""
        worker = self._workers[at]
        if worker.awaited:
            at_fault = worker.awaited.popleft()
            error = problem or WorkerDiedError(
                f"its worker process {explain_exit(worker.exit_code())}; give it more memory, or leave it out"
            )
            self._done[at_fault.place] = at_fault, Failed(at_fault.one, type(error).__name__, str(error))
            self._inputs.give_back(worker.awaited)
        elif not worker.ready:
            self._count_stillborn(worker)
        worker.end()
        self._workers[at] = Worker(self._pickled)

    def _count_stillborn(self, worker: Worker) -> None:
        """Give up when no process has ever started, or none does any more. Raises `EngineError`."""
        if self._stillborn is None or self._stillborn > self._jobs:
            raise cannot_start(worker.exit_code())
        self._stillborn += 1
