"""What is said on standard error: errors and warnings a line each, progress on a terminal, figures at the end."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from textclean.io.outcomes import Failed
from textclean.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textclean.io.outcomes import Outcome


class Talk:
    """Speaks to the user; quiet, it tells errors only."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Speak straight to standard error until a progress bar stands there."""
        self.quiet = quiet
        self._print: Callable[[str], None] = lambda line: click.echo(line, err=True)

    def error(self, message: str) -> None:
        """Tell what failed."""
        self._print(visible(f"textclean: error: {message}"))

    def warning(self, message: str) -> None:
        """Tell what was assumed."""
        if not self.quiet:
            self._print(visible(f"textclean: warning: {message}"))

    def say(self, message: str) -> None:
        """Tell figures and the like."""
        if not self.quiet:
            self._print(message)

    @contextmanager
    def progress(self, total: int | None, *, prints: bool) -> Iterator[Callable[[], None]]:
        """Show a bar on a terminal, unless the command prints there itself; yield what to call after each document.

        None documents in `total` are as many as nobody knows before they are read.
        """
        beside = prints and sys.stdout.isatty()
        if self.quiet or total in (0, 1) or beside or not sys.stderr.isatty():  # one needs no bar
            yield lambda: None
            return
        from rich.console import Console  # noqa: PLC0415 - costs start-up time
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

        bar = Progress(
            BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True
        )
        straight, self._print = (
            self._print,
            lambda line: bar.console.print(line, markup=False, highlight=False, soft_wrap=True),
        )
        try:
            with bar:
                task = bar.add_task("", total=total)
                yield lambda: bar.advance(task)
        finally:
            self._print = straight


class Tally:
    """Counts outcomes for the summary."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.documents = 0
        self.changed = 0
        self.edits: Counter[str] = Counter()
        self.warnings: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.documents += 1
        if isinstance(outcome, Failed):
            self.failures[outcome.error] += 1
        else:
            self.changed += bool(outcome.edits)
            self.edits.update(outcome.edits)
            self.warnings.update(outcome.warnings)

    def as_dict(self) -> dict[str, int | dict[str, int]]:
        """Return the figures as plain data."""
        return {
            "documents": self.documents,
            "changed": self.changed,
            "failed": self.failures.total(),
            "edits": dict(self.edits.most_common()),
            "warnings": dict(self.warnings.most_common()),
            "failures": dict(self.failures.most_common()),
        }

    def table(self) -> str:
        """Return the figures as lines for people."""
        failed = self.failures.total()
        rows = [("documents", "", self.documents), ("", "changed", self.changed)]
        rows += [("", "unchanged", self.documents - failed - self.changed), ("", "failed", failed)]
        for title, counts in (("edits", self.edits), ("warnings", self.warnings), ("failures", self.failures)):
            if counts:
                rows.append((title, "", counts.total()))
                rows += [("", name, count) for name, count in counts.most_common()]
        width = max(len(name) for _, name, _ in rows)
        return "\n".join(f"{title:<10} {name:<{width}} {count:>10,}" for title, name, count in rows)
