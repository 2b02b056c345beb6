"""An edit is a replaced span with its reason; everything else here applies, orders or inverts edits.

Offsets are code points of the text the edit was found in, never bytes.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from itertools import islice
from operator import le
from typing import TYPE_CHECKING, NamedTuple, Self

from textclean.errors import InvalidEditsError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Edit(NamedTuple):
    """Replace `text[start:end]` by `replacement`, because of `reason`.

    An insertion has `start == end`, a removal an empty `replacement`. `reason` is a stable dotted key
    that users filter on, such as `latex.url`.
    """

    start: int
    end: int
    replacement: str
    reason: str


class PackedEdits(Sequence[Edit]):
    """Settled edits that are not kept one by one; whoever asks for one, or iterates, gets `Edit`s.

    A cleaner that finds thousands of edits may yield such a pack among its edits and notices.
    """

    replacements: Sequence[str]
    reasons: Sequence[str]

    @abstractmethod
    def apply(self, text: str) -> str:
        """Return `text` with the edits applied."""

    @abstractmethod
    def united(self, others: Sequence[Self | list[Edit]], length: int) -> Self:
        """Return these edits and `others` in order, for a text of `length`. Raises as `settle_edits` does."""

    @abstractmethod
    def outside(self, starts: Sequence[int], ends: Sequence[int]) -> Self:
        """Return the edits that reach into none of the regions, which are in order and apart."""


class Notice(NamedTuple):
    """Something a cleaner saw in `text[start:end]` and left alone, or lost for good, told to the user.

    `code` is a stable key such as `doubtful-hyphen`; `message` is one line for people.
    """

    start: int
    end: int
    code: str
    message: str


def settle_edits(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Order edits of `text` by position and drop those that change nothing.

    Raises `InvalidEditsError` where two overlap (touching is allowed) or one leaves the text.

    >>> settle_edits("abc", [Edit(2, 3, "x", "demo"), Edit(0, 1, "a", "demo")])
    [Edit(start=2, end=3, replacement='x', reason='demo')]
    """
    settled = [edit for edit in edits if text[edit[0] : edit[1]] != edit[2] or edit[0] > edit[1]]
    if _is_settled(settled, len(text)):
        return settled
    settled.sort(key=_position)
    at = 0
    for start, end, _, reason in settled:
        if not at <= start <= end:
            raise overlapping(reason, start, end, at)
        at = end
    if at > len(text):
        raise reaching_out(at, len(text))
    return settled


def overlapping(reason: str, start: int, end: int, at: int) -> InvalidEditsError:
    """Return the error for an edit that begins before `at`, where the one before it ends, or runs backwards."""
    message = f"edit {reason!r} at {start}:{end} overlaps the one that ends at {at}, or runs backwards"
    return InvalidEditsError(message)


def reaching_out(end: int, length: int) -> InvalidEditsError:
    """Return the error for an edit that ends behind the text's end."""
    message = f"edit ends at {end}, behind the text's end at {length}"
    return InvalidEditsError(message)


def _is_settled(edits: list[Edit], length: int) -> bool:
    """Tell whether edits are in order and apart, without a step of Python for each."""
    if not edits:
        return True
    starts, ends, _, _ = zip(*edits, strict=True)
    apart = all(map(le, starts, ends)) and all(map(le, ends, islice(starts, 1, None)))
    return apart and starts[0] >= 0 and ends[-1] <= length


def _position(edit: Edit) -> tuple[int, int]:
    return edit[0], edit[1]


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    r"""Return `text` with settled `edits` applied.

    >>> apply_edits("o\ufb03ce", [Edit(1, 2, "ffi", "ligature.latin")])
    'office'
    """
    if not edits:
        return text
    if isinstance(edits, PackedEdits):
        return edits.apply(text)
    starts, ends, replacements, _ = zip(*edits, strict=True)
    parts = [""] * (2 * len(edits) + 1)
    parts[::2] = [text[low:high] for low, high in zip((0, *ends), (*starts, len(text)), strict=True)]
    parts[1::2] = replacements
    return "".join(parts)


def invert_edits(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that turn `apply_edits(text, edits)` back into `text`.

    >>> invert_edits("a--b", [Edit(1, 3, "-", "demo")])
    [Edit(start=1, end=2, replacement='--', reason='demo')]
    """
    inverse = []
    shift = 0
    for start, end, replacement, reason in edits:
        inverse.append(Edit(start + shift, start + shift + len(replacement), text[start:end], reason))
        shift += len(replacement) - (end - start)
    return inverse


def reaches(start: int, end: int, low: int, high: int) -> bool:
    """Tell whether an edit of `start:end` enters `low:high`; one beside it, or an insertion at its edge, does not."""
    return low < end and start < high if start < end else low < start < high


def has_reason(edit: Edit, reasons: Iterable[str]) -> bool:
    """Tell whether an edit's reason is one of `reasons` or below it: `latex` covers `latex.url`."""
    return any(edit.reason == reason or edit.reason.startswith(reason + ".") for reason in reasons)
