"""Curly quotation marks as straight ones, for those who want them uniform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

_CURLY = lazy_pattern("[\u2018-\u201f]")


@cleaner(inside={"table"}, reasons={"quote.straight"})
def straighten_quotes(text: str) -> Iterator[Edit]:
    r"""Make curly and low quotation marks and apostrophes straight: typography, so in no preset but `typography`.

    Left alone: guillemets and CJK brackets, which have no straight form; primes; and U+02BC, the apostrophe that
    is a letter (Ukrainian, Breton, Hawaiian), which ftfy straightens.

    >>> straighten_quotes("“It’s «so»,” he said.")
    '"It\'s «so»," he said.'
    """
    if text.isascii():
        return
    for match in _CURLY.finditer(text):
        yield Edit(match.start(), match.end(), "'" if match[0] < "\u201c" else '"', "quote.straight")
