"""What differs between two records of one document: its state, its fields, its edits, and how much of its text."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.compare.pairs import Pair
from textclean.io.ledger_column import FACTS, LEDGER
from textclean.lifted import diff_edits

if TYPE_CHECKING:
    from textclean.io.runs import RunDocument

_DERIVED = frozenset({"id", "cleaning", "source", "path", "file_path", LEDGER, FACTS})
"""Members of an output that follow from the others, or say by whom and from where it was made."""

_LONGEST = 1000
"""Characters of two values told with a difference: a body is read on a page."""


class State(StrEnum):
    """What became of a document from the old run to the new one."""

    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"
    FAILED = "failed"
    RECOVERED = "recovered"


class Difference(NamedTuple):
    """A document that differs: `characters` of its text, edits more and fewer by reason, and fields.

    A field has its value in the old run and in the new one, or None where they are too long to be told here.
    """

    path: str
    state: State
    characters: int
    more: dict[str, int]
    fewer: dict[str, int]
    fields: dict[str, tuple[Any, Any] | None]

    @property
    def rank(self) -> tuple[int, int, int]:
        """How much differs, to be sorted by: characters, edits, fields."""
        return self.characters, sum(self.more.values()) + sum(self.fewer.values()), len(self.fields)


def difference_of_states(old: RunDocument | None, new: RunDocument | None) -> Difference | None:
    """Return the difference where a run does not have a document, or failed at it; None where both failed alike."""
    one = new or old
    if one is None or (old and new and old.failure == new.failure):
        return None
    if old and new:
        before, after = (": ".join(run.failure) if run.failure else None for run in (old, new))
        state = State.CHANGED if before and after else State.FAILED if after else State.RECOVERED
        return Difference(one.path, state, 0, {}, {}, {"failure": (before, after)})
    length = 0 if one.failure else len(Pair(one, one).texts[0])
    return Difference(one.path, State.GONE if new is None else State.ADDED, length, {}, {}, {})


def difference_of_texts(pair: Pair) -> Difference | None:
    """Return how a document differs that both runs cleaned."""
    more, fewer = pair.reasons
    fields = _changed_fields(pair)
    if not (more or fewer or fields):
        return None
    before, after = pair.texts
    characters = sum(max(end - start, len(new)) for start, end, new, _ in diff_edits(before, after, "text"))
    return Difference(pair.new.path, State.CHANGED, characters, more, fewer, fields)


def _changed_fields(pair: Pair) -> dict[str, tuple[Any, Any] | None]:
    """Return the members of the outputs that differ, the cleaned text and the source among them."""
    old, new = pair.old.output or {}, pair.new.output or {}
    changed = {
        name: (old.get(name), new.get(name))
        for name in (*old, *(new.keys() - old.keys()))
        if name not in _DERIVED and old.get(name) != new.get(name)
    }
    before, after = pair.texts
    if before != after and (pair.runs or pair.new.text is not None):
        changed["text"] = (before, after)
    if None not in (pair.old.checksum, pair.new.checksum) and pair.old.checksum != pair.new.checksum:
        changed["source"] = (pair.old.checksum, pair.new.checksum)
    return {name: values if len(repr(values)) <= _LONGEST else None for name, values in changed.items()}
