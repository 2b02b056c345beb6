"""A pipeline runs steps in order until the text stays as it is, and keeps what each step changed."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textclean.cleaned import AppliedStep, Cleaned
from textclean.edits import PackedEdits, has_reason
from textclean.lifted import LiftedFunction
from textclean.registry import Step
from textclean.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROUNDS = 8
"""How often the whole list may run; a text settles in two or three. A bound, so that no text can loop forever."""


class Pipeline:
    """Cleaners in order. Called, it returns the cleaned text; `run` returns it with its ledger.

    The steps run round after round until a whole round changes nothing, so cleaning what is clean changes
    nothing. A plain `str -> str` function can be a step: what it changes is found by a diff.

    >>> Pipeline(str.rstrip)("a line  ")
    'a line'
    """

    def __init__(self, *steps: Step | Callable[[str], str], name: str = "custom", without: Iterable[str] = ()) -> None:
        """Take the steps in order; edits whose reason is in `without`, or below it, are not made."""
        self.steps: tuple[Step, ...] = tuple(step if isinstance(step, Step) else LiftedFunction(step) for step in steps)
        self.name = name
        self.without = tuple(without)

    def __call__(self, text: str) -> str:
        """Return `text` cleaned."""
        return self.run(text).text

    def __iter__(self) -> Iterator[Step]:
        """Iterate over the steps in order."""
        return iter(self.steps)

    def __repr__(self) -> str:
        return f"<pipeline {self.name}: {', '.join(step.name for step in self.steps)}>"

    def run(self, text: str) -> Cleaned:
        """Clean `text` and keep every edit and notice, each with offsets in the text its step saw."""
        structure = Structure(text)
        applied: list[AppliedStep] = []
        quiet = 0
        queue = deque(self.steps * ROUNDS)
        while queue and quiet < len(self.steps):
            step = queue.popleft()
            edits, notices = step.examine(structure)
            if self.without and edits:
                edits = [edit for edit in edits if not has_reason(edit, self.without)]
            if edits or notices:
                applied.append(
                    AppliedStep(step.name, edits if isinstance(edits, PackedEdits) else tuple(edits), tuple(notices))
                )
            if edits:
                structure = structure.edited(edits)
                quiet = 0
                continue
            quiet += 1
            if quiet == len(self.steps) and structure.saw_more_than_text:
                structure, quiet = Structure(structure.text), 0
        return Cleaned(text, structure.text, tuple(applied), self.name)
