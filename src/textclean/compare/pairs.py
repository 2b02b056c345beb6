"""One document in two runs: its texts, and the edits that one run made and the other did not."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from textclean.errors import LedgerError
from textclean.io.ledger_column import LEDGER

if TYPE_CHECKING:
    from textclean.cleaned import Change, Cleaned
    from textclean.io.runs import RunDocument


class Pair:
    """A document as an old and a new run have it; what costs time is found when it is asked for."""

    def __init__(self, old: RunDocument, new: RunDocument) -> None:
        """Take the two records of one document."""
        self.old = old
        self.new = new

    @property
    def has_ledgers(self) -> bool:
        """Whether both runs kept every edit."""
        return self.old.ledger is not None and self.new.ledger is not None

    @cached_property
    def runs(self) -> tuple[Cleaned, Cleaned] | None:
        """Both runs of the document, where both kept whole ledgers."""
        try:
            return (self.old.cleaned(), self.new.cleaned()) if self.has_ledgers else None
        except LedgerError:
            return None

    @cached_property
    def texts(self) -> tuple[str, str]:
        """The cleaned text, or the nearest to it that both runs have: that of the ledger, the output or the body."""
        if self.runs:
            return self.runs[0].text, self.runs[1].text
        return _text(self.old), _text(self.new)

    @cached_property
    def edits(self) -> tuple[list[Change], list[Change]]:
        """Edits of the old run alone and of the new run alone, told by their place in the source."""
        if self.runs is None or _steps(self.old) == _steps(self.new):
            return [], []
        old, new = (list(run.explain()) for run in self.runs)
        return _beyond(old, new), _beyond(new, old)

    @cached_property
    def reasons(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many more edits the new run made for each reason, and how many fewer.

        With ledgers an edit that moved counts as one more and one fewer; without, the totals of each run are compared.
        """
        if self.runs:
            fewer, more = (Counter(edit.reason for edit in edits) for edits in self.edits)
            return dict(more), dict(fewer)
        old, new = _counts(self.old), _counts(self.new)
        return dict(new - old), dict(old - new)


def _steps(document: RunDocument) -> object:
    """Return what the steps changed; what they noticed is among the warnings of the article."""
    ledger = document.ledger or {}
    if LEDGER in ledger:
        return ledger[LEDGER]
    return [(step["cleaner"], step["edits"]) for step in ledger["steps"] if step["edits"]]


def _beyond(edits: list[Change], others: list[Change]) -> list[Change]:
    """Return the edits that the others do not have too, each as often as it is more frequent."""
    left = Counter(map(_identity, others))
    beyond = []
    for edit in edits:
        identity = _identity(edit)
        if left[identity] > 0:
            left[identity] -= 1
        else:
            beyond.append(edit)
    return beyond


def _identity(edit: Change) -> tuple[str, int, int, str, str]:
    return edit.reason, edit.start, edit.end, edit.before, edit.after


def _counts(document: RunDocument) -> Counter[str]:
    cleaning = (document.output or {}).get("cleaning")
    edits = cleaning.get("edits") if isinstance(cleaning, dict) else None
    return Counter(edits if isinstance(edits, dict) else {})


def _text(document: RunDocument) -> str:
    """Return the text of an output, its body as lines where it is an article."""
    output = document.output or {}
    if document.text is not None:
        return document.text
    if isinstance(output.get("text"), str):
        return str(output["text"])
    body = output.get("body")
    blocks = body if isinstance(body, list) else []
    return "\n\n".join(str(block.get("text", "")) for block in blocks if isinstance(block, dict))
