"""The result of a run: the cleaned text, and the ledger that explains, maps and undoes every change."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from textclean.alignment import Alignment
from textclean.edits import Edit, Notice, PackedEdits, apply_edits, has_reason, invert_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_LEFT_APART = "doubtful-join"


class AppliedStep(NamedTuple):
    """What one step changed and noticed, in offsets of the text it saw."""

    cleaner: str
    edits: Sequence[Edit]
    notices: tuple[Notice, ...]


class Change(NamedTuple):
    """One edit told to a reader: where in the source, what stood there for the cleaner, what came instead."""

    cleaner: str
    reason: str
    start: int
    end: int
    line: int
    before: str
    after: str


class Cleaned:
    """A cleaned text together with its source and every edit between the two.

    Made by `Pipeline.run`. Offsets of `to_source` and `to_cleaned` are code points.
    """

    def __init__(self, source: str, text: str, steps: tuple[AppliedStep, ...], pipeline: str) -> None:
        """Take the source, the cleaned text, and what each step did, in order."""
        self.source = source
        self.text = text
        self.steps = steps
        self.pipeline = pipeline

    def __str__(self) -> str:
        return self.text

    def noticed(self, notice: Notice) -> Cleaned:
        """Return this result with a notice about the cleaned text."""
        step = AppliedStep(notice.code, (), (notice,))
        return Cleaned(self.source, self.text, (*self.steps, step), self.pipeline)

    @cached_property
    def alignment(self) -> Alignment:
        """The map from source to cleaned text, all steps composed."""
        whole = Alignment()
        for step in self.steps:
            whole = whole.then(Alignment.from_edits(step.edits))
        return whole

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the cleaned text to the span of the source it came from."""
        return self.alignment.to_source(start, end)

    def to_cleaned(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the source to the span of the cleaned text it became."""
        return self.alignment.to_target(start, end)

    def restore(self) -> str:
        """Return the source, computed from the cleaned text and the ledger alone."""
        text = self.text
        for inverse in reversed(self._inverses()):
            text = apply_edits(text, inverse)
        return text

    def _inverses(self) -> list[list[Edit]]:
        return [invert_edits(text, step.edits) for step, text in self.walk()]

    def walk(self) -> Iterator[tuple[AppliedStep, str]]:
        """Yield each step in order, with the text it saw."""
        text = self.source
        for step in self.steps:
            yield step, text
            text = apply_edits(text, step.edits)

    def undo(self, reason: str) -> str:
        """Return the text as it would be without the edits made for `reason` or one below it.

        Later edits that changed what such an edit had made are left out with it; all others stay.
        """
        recorded = text = self.source
        drift = Alignment()
        for step in self.steps:
            kept = [
                Edit(*drift.to_target(edit.start, edit.end), edit.replacement, edit.reason)
                for edit in step.edits
                if not has_reason(edit, (reason,)) and not drift.touches(edit.start, edit.end)
            ]
            drift = Alignment.from_edits(step.edits).inverse().then(drift).then(Alignment.from_edits(kept))
            recorded = apply_edits(recorded, step.edits)
            text = apply_edits(text, kept)
            drift = Alignment(s for s in drift.stretches if recorded[s.a : s.b] != text[s.c : s.d])
        return text

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Every notice once, in offsets of the source; none of a break that a later round has joined after all."""
        if not any(step.notices for step in self.steps):
            return ()
        seen: dict[tuple[int, int, str], str] = {}
        drift = Alignment()
        for step in self.steps:
            for notice in step.notices:
                start, end = drift.to_source(notice.start, notice.end)
                seen.setdefault((start, end, notice.code), notice.message)
            drift = drift.then(Alignment.from_edits(step.edits))
        return tuple(
            sorted(
                Notice(start, end, code, message)
                for (start, end, code), message in seen.items()
                if code != _LEFT_APART or "\n" in self.text[slice(*drift.to_target(start, end))]
            )
        )

    @cached_property
    def edits_by_reason(self) -> dict[str, int]:
        """How many edits were made for each reason, most frequent first."""
        counts: Counter[str] = Counter()
        for step in self.steps:
            edits = step.edits
            counts.update(edits.reasons if isinstance(edits, PackedEdits) else [edit.reason for edit in edits])
        return dict(counts.most_common())

    def explain(self) -> Iterator[Change]:
        """Tell each edit in the order it was made, with its line (from 1) and offsets in the source."""
        drift = Alignment()
        line_starts = [0, *(at + 1 for at, character in enumerate(self.source) if character == "\n")]
        for step, text in self.walk():
            for edit in step.edits:
                start, end = drift.to_source(edit.start, edit.end)
                line = bisect_right(line_starts, start)
                yield Change(step.cleaner, edit.reason, start, end, line, text[edit.start : edit.end], edit.replacement)
            drift = drift.then(Alignment.from_edits(step.edits))
        self.alignment = drift  # found on the way, and dear to find again
