"""The edits of a run told to a reader, word by word, each in the text that its step saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.alignment import Alignment
from textclean.edits import Edit, Notice, has_reason
from textclean.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from textclean.cleaned import Change, Cleaned
    from textclean.cli.evidence import Weighed
    from textclean.pipeline import Pipeline

AROUND = 24
"""Characters shown on each side of an edit."""

_LONGEST_WORD = 40


class ShownEdit(NamedTuple):
    """A change with the words it stands in: what is the same around it, the words before, and the words after it."""

    change: Change
    lead: str
    before: str
    after: str
    trail: str
    evidence: Weighed | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the change as JSON takes it, with its evidence where it was asked for."""
        return self.change._asdict() | ({"evidence": self.evidence.as_dict()} if self.evidence else {})


class ShownNotice(NamedTuple):
    """A notice in offsets of the source, with what decided that nothing was done."""

    notice: Notice
    evidence: Weighed | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the notice as JSON takes it, with its evidence where it was asked for."""
        return self.notice._asdict() | ({"evidence": self.evidence.as_dict()} if self.evidence else {})


def check_steps(steps: Iterable[str], pipeline: Pipeline) -> frozenset[str]:
    """Return the names of steps as the pipeline has them, from either case. Raises `UnknownNameError`."""
    known = {step.name.replace("_", "-"): step.name for step in pipeline}
    for name in steps:
        if name.replace("_", "-") not in known:
            kind = "step"
            raise UnknownNameError(kind, name, known)
    return frozenset(known[name.replace("_", "-")] for name in steps)


def shown_edits(
    cleaned: Cleaned, reasons: tuple[str, ...] = (), steps: Collection[str] = (), *, evidence: bool = False
) -> list[ShownEdit]:
    """Return the edits in the order of the source, of all reasons and steps or of those named."""
    changes = cleaned.explain()
    shown = []
    before: Sequence[Edit] = ()
    for step, text in cleaned.walk():
        decisions = _decisions(text, before) if evidence else None
        before = step.edits or before
        for edit, change in zip(step.edits, changes, strict=False):
            if (reasons and not has_reason(edit, reasons)) or (steps and step.cleaner not in steps):
                continue
            start, end = whole_words(text, edit)
            weighed = decisions.explain(edit.reason, edit.start, edit.end) if decisions else None
            shown.append(
                ShownEdit(
                    change,
                    text[max(0, start - AROUND) : start],
                    text[start:end],
                    text[start : edit.start] + edit.replacement + text[edit.end : end],
                    text[end : end + AROUND],
                    weighed,
                )
            )
    return sorted(shown, key=lambda one: one.change.start)


def shown_notices(cleaned: Cleaned, *, evidence: bool = False) -> list[ShownNotice]:
    """Return the notices in the order of the source."""
    if not evidence:
        return [ShownNotice(notice) for notice in cleaned.notices]
    weighed: dict[tuple[int, int, str], Weighed | None] = {}
    drift = Alignment()
    before: Sequence[Edit] = ()
    for step, text in cleaned.walk():
        decisions = _decisions(text, before)
        before = step.edits or before
        for start, end, code, _ in step.notices:
            place = (*drift.to_source(start, end), code)
            if place not in weighed:
                weighed[place] = decisions.explain(code, start, end)
        drift = drift.then(Alignment.from_edits(step.edits))
    return [ShownNotice(notice, weighed.get(notice[:3])) for notice in cleaned.notices]


def _decisions(text: str, before: Sequence[Edit]) -> Any:  # noqa: ANN401 - the type costs the import
    from textclean.cli.evidence import Decisions  # noqa: PLC0415 - numpy costs start-up time

    return Decisions(text, before)


def whole_words(text: str, edit: Edit) -> tuple[int, int]:
    r"""Widen the span of an edit to the words it stands in; white space between words is left as it is.

    >>> text = "The o\ufb03ce was\nmain-\ntained."
    >>> [text[slice(*whole_words(text, edit))] for edit in (Edit(5, 6, "ffi", ""), Edit(12, 13, " ", ""))]
    ['oﬃce', '\n']
    >>> text[slice(*whole_words(text, Edit(17, 19, "", "")))]
    'main-\ntained.'
    """
    start, end = edit.start, edit.end
    left, right = text[start - 1 : start].strip(), text[end : end + 1].strip()
    joins = bool(left and right and not edit.replacement)
    edges = edit.replacement or text[start:end]
    if left and (joins or not edges[:1].isspace()):
        start -= len(text[max(0, start - _LONGEST_WORD) : start].rsplit(maxsplit=1)[-1])
    if right and (joins or not edges[-1:].isspace()):
        end += len(text[end : end + _LONGEST_WORD].split(maxsplit=1)[0])
    return start, end
