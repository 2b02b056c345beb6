"""A whole run as one list of edits against the source, for ledgers that have one list a document."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from textclean.alignment import Alignment
from textclean.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.alignment import Stretch
    from textclean.cleaned import Cleaned

JOIN = "+"
"""Stands between the reasons of edits of several steps that became one."""


def compose_edits(cleaned: Cleaned) -> list[Edit]:
    r"""Return the edits, in order and apart, that make of the source at once what all steps made of it.

    Where steps edited what others had made, one edit tells what came of them, with all their reasons in the order they
    were made (`encoding.mojibake+wrap.join`). What was changed and changed back is left out.

    >>> from textclean import Pipeline
    >>> cleaned = Pipeline(str.lower, str.strip).run(" A b")
    >>> [tuple(edit) for edit in compose_edits(cleaned)]
    [(0, 1, '', 'strip'), (1, 2, 'a', 'lower')]
    """
    steps = [step.edits for step in cleaned.steps if step.edits]
    if len(steps) == 1:
        return list(steps[0])
    drifts = [Alignment()]
    for edits in steps:
        drifts.append(drifts[-1].then(Alignment.from_edits(edits)))
    stretches = drifts.pop().stretches
    reasons = _Reasons(stretches)
    for edits, drift in zip(steps, drifts, strict=True):
        for edit in edits:
            reasons.add(edit.reason, *drift.to_source(edit.start, edit.end))
    return [
        Edit(a, b, cleaned.text[c:d], reasons.of(index))
        for index, (a, b, c, d) in enumerate(stretches)
        if cleaned.source[a:b] != cleaned.text[c:d]
    ]


class _Reasons:
    """The reasons of the edits that fell into each stretch; of those beside it, where none did."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches
        self._ends = [stretch.b for stretch in stretches]
        self._inside: list[dict[str, None]] = [{} for _ in stretches]
        self._beside: list[dict[str, None]] = [{} for _ in stretches]

    def add(self, reason: str, start: int, end: int) -> None:
        """Take an edit that in the source stood at a span."""
        for index in range(bisect_left(self._ends, start), len(self._ends)):
            stretch = self._stretches[index]
            if stretch.a > end:
                return
            overlaps = (stretch.a < end and start < stretch.b) or (stretch.a, stretch.b) == (start, end)
            (self._inside if overlaps else self._beside)[index][reason] = None

    def of(self, index: int) -> str:
        return JOIN.join(self._inside[index] or self._beside[index])
