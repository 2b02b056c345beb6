"""Many edits as columns: ten thousand joined lines are settled and applied without a step of Python for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Self, overload

import numpy as np

from textclean.code_points import code_points
from textclean.edits import Edit, PackedEdits, overlapping, reaching_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from textclean.code_points import CodePoints

    Offsets = NDArray[np.int64]

_SURROGATES = (0xD800, 0xDFFF)
_UTF_16 = 2
_CODECS = {1: "ascii", _UTF_16: "utf-16-le", 4: "utf-32-le"}


class EditColumns(PackedEdits):
    """Edits in order and apart from each other, each of which changes something: the maker answers for that."""

    def __init__(self, starts: Offsets, ends: Offsets, replacements: list[str], reasons: list[str]) -> None:
        """Take a column for each part of an edit; offsets are code points."""
        self.starts = starts
        self.ends = ends
        self.replacements = replacements
        self.reasons = reasons

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> Self:
        """Return edits as columns."""
        starts = np.array([edit.start for edit in edits], np.int64)
        ends = np.array([edit.end for edit in edits], np.int64)
        return cls(starts, ends, [edit.replacement for edit in edits], [edit.reason for edit in edits])

    def united(self, others: Sequence[Self | list[Edit]], length: int) -> Self:
        """Return these edits and `others` in order, for a text of `length`. Raises as `settle_edits` does."""
        parts = [self, *(self.of(other) if isinstance(other, list) else other for other in others if other)]
        starts = np.concatenate([part.starts for part in parts])
        ends = np.concatenate([part.ends for part in parts])
        texts = [text for part in parts for text in part.replacements]
        reasons = [reason for part in parts for reason in part.reasons]
        if len(parts) > 1:
            places = np.lexsort((ends, starts))
            order = places.tolist()
            starts, ends = starts[places], ends[places]
            texts, reasons = [texts[at] for at in order], [reasons[at] for at in order]
        _refuse_overlap(starts, ends, reasons, length)
        return type(self)(starts, ends, texts, reasons)

    def outside(self, starts: Sequence[int], ends: Sequence[int]) -> Self:
        """Return the edits that reach into none of the regions, which are in order and apart."""
        lows, highs = np.array(starts), np.array(ends)
        region = np.searchsorted(highs, self.starts, side="right")
        inside = region < len(highs)
        low, high = lows[region * inside], highs[region * inside]
        empty = self.starts == self.ends
        enters = np.where(empty, (low < self.starts) & (self.starts < high), (low < self.ends) & (self.starts < high))
        places = np.flatnonzero(~(inside & enters))
        order = places.tolist()
        texts, reasons = [self.replacements[at] for at in order], [self.reasons[at] for at in order]
        return type(self)(self.starts[places], self.ends[places], texts, reasons)

    def apply(self, text: str) -> str:
        """Return `text` with the edits applied."""
        codes, put = code_points(text), code_points("".join(self.replacements))
        if put.itemsize > codes.itemsize:
            codes = codes.astype(put.dtype)
        if codes.itemsize == _UTF_16 and (_has_surrogates(codes) or _has_surrogates(put)):
            codes = codes.astype(np.uint32)  # as UTF-16 two of them would come back as one character
        removed = self.ends - self.starts
        added = np.fromiter(map(len, self.replacements), np.int64, len(self))
        if (removed == 1).all() and (added == 1).all():
            codes = codes.copy()
            codes[self.starts] = put
        else:
            shift = np.cumsum(removed) - removed
            keep = np.ones(len(codes), np.bool_)
            keep[np.repeat(self.starts - shift, removed) + np.arange(removed.sum())] = False
            codes = np.insert(codes[keep], np.repeat(self.starts - shift, added), put)
        return codes.tobytes().decode(_CODECS[codes.itemsize], "surrogatepass")

    @cached_property
    def _edits(self) -> tuple[Edit, ...]:
        rows = zip(self.starts.tolist(), self.ends.tolist(), self.replacements, self.reasons, strict=True)
        return tuple(map(partial(tuple.__new__, Edit), rows))

    def __len__(self) -> int:
        return len(self.reasons)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._edits)

    @overload
    def __getitem__(self, index: int) -> Edit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Edit]: ...
    def __getitem__(self, index: int | slice) -> Edit | Sequence[Edit]:
        return self._edits[index]

    def __eq__(self, other: object) -> bool:
        return self._edits == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._edits)

    def __reduce__(self) -> Any:  # noqa: ANN401 - what pickle takes
        return tuple, (self._edits,)


def _has_surrogates(codes: CodePoints) -> bool:
    return bool(((codes >= _SURROGATES[0]) & (codes <= _SURROGATES[1])).any())


def _refuse_overlap(starts: Offsets, ends: Offsets, reasons: list[str], length: int) -> None:
    before = np.concatenate(([0], ends))[:-1]
    wrong = np.flatnonzero((starts < before) | (ends < starts))
    if len(wrong):
        at = int(wrong[0])
        raise overlapping(reasons[at], int(starts[at]), int(ends[at]), int(before[at]))
    if len(ends) and ends[-1] > length:
        raise reaching_out(int(ends[-1]), length)
