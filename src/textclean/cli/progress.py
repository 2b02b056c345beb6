"""How far a run is: a bar on a terminal, and now and then a line where a long run has none."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from textclean.io.outcomes import Failed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textclean.cli.talk import Talk
    from textclean.io.outcomes import Done

    class Advance(Protocol):
        """Counts a document, told with its outcome where there is one."""

        def __call__(self, outcome: Done | Failed | None = None) -> None:
            """Count one."""
            ...


FIRST_LINE, NEXT_LINE = 30.0, 60.0
"""Seconds until the first line where there is no terminal, and from one line to the next."""

_REDRAW = 0.1
"""Seconds between two states of the bar."""


class Progress:
    """What is done so far, out of `total` documents where that is known."""

    def __init__(self, total: int | None) -> None:
        """Start now."""
        self.total = total
        self.documents = 0
        self._bytes = 0
        self._failed = 0
        self._started = time.monotonic()

    def add(self, outcome: Done | Failed | None) -> None:
        """Count a document."""
        self.documents += 1
        self._failed += isinstance(outcome, Failed)
        self._bytes += outcome.input.size if outcome else 0

    def __str__(self) -> str:
        seconds = max(time.monotonic() - self._started, 1e-3)
        rate = self.documents / seconds
        of_all = f"{self.documents:,}" if self.total is None else f"{self.documents:,}/{self.total:,}"
        parts = [f"{of_all} documents", *([f"{self._bytes / 1e6:,.1f} MB"] if self._bytes else []), f"{rate:,.0f}/s"]
        if self._failed:
            parts.append(f"{self._failed:,} failed")
        if self.total and rate:
            parts.append(f"{_clock((self.total - self.documents) / rate)} left")
        return ", ".join(parts)


@contextmanager
def shown_progress(talk: Talk, total: int | None, *, prints: bool) -> Iterator[Advance]:
    """Show how far a run of `total` documents is (None: nobody knows); yield what to call after each.

    `prints` says that the command writes to standard output: where that is a terminal, nothing else is shown on it.
    """
    if talk.quiet or total in (0, 1) or (prints and sys.stdout.isatty()):
        yield lambda outcome=None: None  # noqa: ARG005 - the protocol's
        return
    progress = Progress(total)
    if sys.stderr.isatty():
        with _bar(talk, progress) as redraw:
            yield _calling(progress, redraw, _REDRAW, _REDRAW)
            redraw()
    else:
        yield _calling(progress, lambda: talk.say(f"textclean: {progress}"), FIRST_LINE, NEXT_LINE)


def _calling(progress: Progress, show: Callable[[], None], first: float, then: float) -> Advance:
    due = time.monotonic() + first

    def advance(outcome: Done | Failed | None = None) -> None:
        nonlocal due
        progress.add(outcome)
        if time.monotonic() >= due:
            show()
            due = time.monotonic() + then

    return advance


@contextmanager
def _bar(talk: Talk, progress: Progress) -> Iterator[Callable[[], None]]:
    from rich.console import Console  # noqa: PLC0415 - costs start-up time
    from rich.progress import BarColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = BarColumn(), TextColumn("{task.description}", markup=False)
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=progress.total)
        with talk.above(lambda line: bar.console.print(line, markup=False, highlight=False, soft_wrap=True)):
            yield lambda: bar.update(task, completed=progress.documents, description=str(progress))


def _clock(seconds: float) -> str:
    """Write a time as people do.

    >>> _clock(75), _clock(3700)
    ('1:15', '1:01:40')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
