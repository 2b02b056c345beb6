"""The figures of a run: for people as a table, for programs as `run.json`."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from textclean.io.outcomes import Failed
from textclean.loss import HEAVY_LOSS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textclean.io.outcomes import Done

_MOST_NAMED = 1000
"""Documents named for a heavy loss; all are counted, and marked in their records."""

_SHOWN = 10


class Tally:
    """Counts outcomes."""

    def __init__(self) -> None:
        """Start at nothing, now."""
        self.documents = 0
        self.changed = 0
        self.edits: Counter[str] = Counter()
        self.warnings: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.heavy_losses: list[str] = []
        self._seconds: list[float] = []
        self._started = time.monotonic()

    def add(self, outcome: Done | Failed) -> None:
        """Count one outcome."""
        self.documents += 1
        if isinstance(outcome, Failed):
            self.failures[outcome.error] += 1
            return
        self.changed += bool(outcome.edits)
        self.edits.update(outcome.edits)
        self.warnings.update(outcome.warnings)
        if HEAVY_LOSS in outcome.warnings and len(self.heavy_losses) < _MOST_NAMED:
            self.heavy_losses.append(outcome.input.shown)
        if outcome.seconds:
            before = self._seconds or [0.0] * len(outcome.seconds)
            self._seconds = [sum(pair) for pair in zip(before, outcome.seconds, strict=True)]

    def as_dict(self) -> dict[str, Any]:
        """Return the figures that depend on the documents alone, as plain data."""
        return {
            "documents": self.documents,
            "changed": self.changed,
            "failed": self.failures.total(),
            "edits": dict(self.edits.most_common()),
            "warnings": dict(self.warnings.most_common()),
            "failures": dict(self.failures.most_common()),
            "heavy-losses": self.heavy_losses,
        }

    def timings(self, steps: Iterable[str]) -> dict[str, Any]:
        """Return the seconds since the start, and those of each step where documents were cleaned, on all workers."""
        by_step: Counter[str] = Counter()
        for name, seconds in zip(steps, self._seconds, strict=False):
            by_step[name] += seconds  # type: ignore[assignment]  # a counter of seconds
        rounded = {name: round(seconds, 3) for name, seconds in by_step.most_common()}
        return {"seconds": round(time.monotonic() - self._started, 3), "seconds-by-cleaner": rounded}

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

    def told_losses(self) -> str | None:
        """Name the documents that lost more letters than they should, or return None when none did."""
        if not self.heavy_losses:
            return None
        names = ", ".join(self.heavy_losses[:_SHOWN])
        more = self.warnings[HEAVY_LOSS] - len(self.heavy_losses[:_SHOWN])
        return f"lost many of their letters, and were kept: {names}" + (f", and {more:,} more" if more else "")
