"""A quick answer to whether a mark of several characters occurs in a text."""

from __future__ import annotations

from functools import cache

_FREQUENT = "\n etaonisrhldcumfpgwybvk,.-'TSAIMBCH\"xjqz"
"""Characters of prose, most frequent first; any other is rarer than all of these."""


def holds(text: str, mark: str) -> bool:
    """Tell whether `mark` occurs in `text`, asking for its rarest character first.

    Python looks for one character by `memchr`, at 50 GB/s, and for two or more at 1 GB/s: a text without the
    rare one costs nothing.

    >>> holds("a | b", "<table"), holds("<table>", "<table")
    (False, True)
    """
    return _rarest(mark) in text and mark in text


@cache
def _rarest(mark: str) -> str:
    return max(mark, key=lambda character: _FREQUENT.find(character) % (len(_FREQUENT) + 1))
