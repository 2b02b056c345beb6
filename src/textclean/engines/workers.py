"""A worker process as its master sees it: started, asked, listened to, ended."""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections import deque
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING

from textclean.engines.chunks import CHUNK
from textclean.engines.worker import READY, serve
from textclean.errors import EngineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.context import ForkServerContext, SpawnContext

    from textclean.engines import Job
    from textclean.engines.chunks import Numbered
    from textclean.io.outcomes import Outcome

_CONTEXT: ForkServerContext | SpawnContext = (
    get_context("forkserver") if "forkserver" in get_all_start_methods() else get_context("spawn")
)
"""Never a plain fork: it copies locks that threads of this process hold (of a progress bar, of Ray), and hangs on them.
The fork server has loaded the package and its tables once for all workers."""

_PRELOADED = ["__main__", "textclean.engines.worker", "textclean.batch", "textclean.engines.warm"]

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""As many workers as cores are enough: libraries that start threads of their own would only fight for them."""


_UNTIL_EXIT = 5.0
"""Seconds to wait for the exit code of a process whose connection has closed."""


def pickle_job(job: Job) -> bytes:
    """Return a job as bytes for other processes. Raises `UsageError` when they could not find what it is made of."""
    try:
        return pickle.dumps(job)
    except Exception as error:  # noqa: BLE001 - pickle raises whatever the objects do
        why = f"{type(error).__name__}: {error}"
        message = f"the pipeline cannot be sent to other processes ({why}); name its functions, or use --engine serial"
        raise UsageError(message) from None


class Worker:
    """One worker process, the documents that it was sent, and when it last answered."""

    def __init__(self, job: bytes) -> None:
        """Start a process with a pickled job."""
        _CONTEXT.set_forkserver_preload(_PRELOADED)
        self.connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=serve, args=(theirs, job), daemon=True)
        with _environment(_ONE_THREAD):
            self._process.start()
        theirs.close()
        self.ready = False
        self.awaited: deque[Numbered] = deque()
        self._load = 0
        self._busy_since = 0.0

    @property
    def wants_work(self) -> bool:
        """Whether it is ready, and has less before it than one chunk: a worker never waits for the next."""
        return self.ready and self._load < CHUNK

    def send(self, chunk: list[Numbered]) -> None:
        """Send documents. Raises `OSError` when the process has died, with nothing sent."""
        self.connection.send([numbered.one for numbered in chunk])
        if not self.awaited:
            self._busy_since = time.monotonic()
        self.awaited.extend(chunk)
        self._load += sum(numbered.weight for numbered in chunk)

    def receive(self) -> tuple[Numbered, Outcome] | None:
        """Return the next document with its outcome, or None for the message that it is ready.

        Raises `EOFError` or `OSError` when the process has died, and `UsageError` when it could not take the job.
        """
        answer = self.connection.recv()
        if not self.ready:
            if answer != READY:
                message = f"worker processes cannot take the pipeline ({answer}); use --engine serial"
                raise UsageError(message)
            self.ready = True
            return None
        self._busy_since = time.monotonic()
        numbered = self.awaited.popleft()
        self._load -= numbered.weight
        kind, fields = answer
        return numbered, kind(numbered.one, *fields)

    def seconds_left(self, timeout: float) -> float | None:
        """Return how long its document may still take, or None when it has none or has just answered."""
        if not self.awaited or self.connection.poll():
            return None
        return self._busy_since + timeout - time.monotonic()

    def exit_code(self) -> int | None:
        """Return the exit code of a process that has died, negative for a signal; it comes a moment after its end."""
        self._process.join(_UNTIL_EXIT)
        return self._process.exitcode

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def explain_exit(code: int | None) -> str:
    """Say how a process ended.

    >>> explain_exit(-9), explain_exit(3)
    ('was killed by SIGKILL (out of memory?)', 'ended with exit code 3')
    """
    if code is not None and code < 0:
        name = signal.Signals(-code).name
        return f"was killed by {name}" + (" (out of memory?)" if name == "SIGKILL" else "")
    return f"ended with exit code {code}"


def cannot_start(code: int | None) -> EngineError:
    """Return the error for a worker that died before it was ready."""
    return EngineError(
        f"a worker process {explain_exit(code)} before it could start; a script that cleans in processes needs "
        "`if __name__ == '__main__':` around its calls; or use --engine serial"
    )


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """Set environment variables that are not set, for processes started meanwhile."""
    missing = {name: value for name, value in values.items() if name not in os.environ}
    os.environ.update(missing)
    try:
        yield
    finally:
        for name in missing:
            os.environ.pop(name, None)
