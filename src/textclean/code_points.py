"""The code points of a text as an array, and which characters it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    CodePoints = NDArray[np.unsignedinteger[Any]]

_BEYOND_ASCII, _BEYOND_PLANE = 0x80, 0x10000
_PIECE = 2**18
_SELDOM = 8
"""Where at most one code point in so many is beyond ASCII, those are gathered one by one; 65,000 counters cost more."""


def code_points(text: str) -> CodePoints:
    """Return the code points of `text`, lone surrogates included, in as few bytes each as hold them all."""
    import numpy as np  # noqa: PLC0415 - costs start-up time

    if text.isascii():
        return np.frombuffer(text.encode(), np.uint8)
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(units) == len(text):
        return units
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def characters_in(codes: CodePoints) -> frozenset[str]:
    r"""Return the characters that occur in a text whose code points are `codes`.

    >>> sorted(characters_in(code_points("a\u200bba\r")))
    ['\r', 'a', 'b', '\u200b']
    """
    return frozenset().union(*(_characters_in(piece) for _, piece in pieces(codes)))


def pieces(codes: CodePoints, overlap: int = 0) -> Iterator[tuple[int, CodePoints]]:
    """Yield the code points a piece at a time, each with its offset and with the first `overlap` ones of the next.

    Arrays of a whole book cost more to lay out in memory than to work on.
    """
    for at in range(0, max(len(codes), 1), _PIECE):
        yield at, codes[at : at + _PIECE + overlap]


def _characters_in(codes: CodePoints) -> frozenset[str]:
    import numpy as np  # noqa: PLC0415 - costs start-up time

    few = codes[codes >= _BEYOND_ASCII] if codes.itemsize > 1 else codes[:0]
    bound = _BEYOND_ASCII
    if _SELDOM * len(few) > len(codes):
        few, bound = codes[codes >= _BEYOND_PLANE], _BEYOND_PLANE
    counted = np.bincount(codes[codes < bound] if len(few) else codes)
    return frozenset(map(chr, [*np.flatnonzero(counted).tolist(), *set(few.tolist())]))
