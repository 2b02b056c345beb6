"""A time limit that a process keeps for itself, where nobody outside can end it for one document."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textclean.errors import TimeLimitError
from textclean.io.outcomes import Failed

if TYPE_CHECKING:
    from types import FrameType

    from textclean.engines import Job
    from textclean.io.discovery import Input
    from textclean.io.outcomes import Outcome


@dataclass(frozen=True)
class JobWithAlarm:
    """A job that gives up a document after `timeout` seconds; only in the main thread of its process."""

    job: Job
    timeout: float

    def __call__(self, one: Input) -> Outcome:
        """Return the outcome of the job, or that it took too long."""
        former = signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, self.timeout)
        try:
            return self.job(one)
        except TimeLimitError as error:
            return Failed(one, TimeLimitError.__name__, str(error))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, former)

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        raise too_slow(self.timeout)


def too_slow(timeout: float) -> TimeLimitError:
    """Return the error of a document that took longer than it may."""
    return TimeLimitError(f"took more than {timeout:g} seconds; raise --timeout, or leave it out")
