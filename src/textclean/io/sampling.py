"""A part of the documents, for a trial: the first ones, or a sample that depends on their names alone."""

from __future__ import annotations

from hashlib import blake2b
from heapq import nsmallest
from typing import TYPE_CHECKING

from textclean.errors import InvalidOptionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textclean.io.discovery import Input

_BITS = 64


def parse_sample(given: str) -> float | int:
    """Return the share that `0.01` or `1%` means, or the number of documents that `1000` means.

    Raises `InvalidOptionError`.

    >>> parse_sample("1%"), parse_sample("0.5"), parse_sample("1000")
    (0.01, 0.5, 1000)
    """
    try:
        if given.isdecimal() and int(given) > 0:
            return int(given)
        share = float(given[:-1]) / 100 if given.endswith("%") else float(given)
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        message = f"option 'sample': {given!r} is neither a share (0.01, 1%) nor a number of documents (1000)"
        raise InvalidOptionError(message)
    return share


def sample_documents(documents: Iterable[Input], sample: float) -> Iterator[Input]:
    """Return a share of the documents, or exactly so many where `sample` is an `int`, in their order.

    Whether a document is taken depends on its relative name and on nothing else: a larger sample holds the smaller one,
    and a number is that of the documents whose names hash lowest. For a number, those are held in memory.
    """
    if isinstance(sample, int):
        numbered = ((_hash(one), place, one) for place, one in enumerate(documents))
        lowest = nsmallest(sample, numbered, key=lambda each: each[:2])
        return (one for _, _, one in sorted(lowest, key=lambda each: each[1]))
    bound = sample * 2**_BITS
    return (one for one in documents if _hash(one) < bound)


def _hash(one: Input) -> int:
    digest = blake2b(one.name.encode("utf-8", "surrogatepass"), digest_size=_BITS // 8)
    return int.from_bytes(digest.digest(), "big")
