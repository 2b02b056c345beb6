"""Whether a text stands in lines of a page's width at all; most texts do not, and this is quick to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from textclean.code_points import CodePoints

_NEWLINE, _FORM_FEED = 10, 12
_WIDEST = 160
"""Text is not wrapped at more columns than this; most of it in longer lines is text with a line for each paragraph."""

_NARROWEST = 8
"""A page that is no wider than a word wraps nothing."""

_NEIGHBOURS = lazy_pattern(r"\n(?<=[^\n]\n)[^\S\n]*\S")
"""A line right below another; without one, and without pages, no line continues the one before."""


def is_wrapped(text: str) -> bool:
    r"""Tell whether lines follow on each other, or on a page break, and most of the text is in lines a page could hold.

    >>> is_wrapped("One line\nand another."), is_wrapped("One paragraph.\n\nAnd another.")
    (True, False)
    """
    if "\f" not in text and not _NEIGHBOURS.search(text):
        return False
    return _fits_a_page(text)


def is_wrapped_in_codes(codes: CodePoints, text: str) -> bool:
    """Tell the same of a text whose code points are `codes`, by arrays."""
    import numpy as np  # noqa: PLC0415 - costs start-up time

    feeds = codes == _FORM_FEED
    paged = bool(feeds.any())
    ends = np.flatnonzero((codes == _NEWLINE) | feeds if paged else codes == _NEWLINE)
    lengths = np.diff(ends, prepend=-1, append=len(codes)) - 1
    if not paged and not (((lengths[1:] > 0) & (lengths[:-1] > 0)).any() and _NEIGHBOURS.search(text)):
        return False
    widest = int(lengths.max())
    return widest >= _NARROWEST and (widest <= _WIDEST or _fits_a_page(text))


def _fits_a_page(text: str) -> bool:
    lengths = [len(line.strip()) for line in text.replace("\f", "\n").split("\n")]
    return max(lengths) >= _NARROWEST and 2 * sum(length for length in lengths if length > _WIDEST) <= sum(lengths)
