"""Whether a text stands in lines of a page's width at all; most texts do not, and this is quick to see."""

from __future__ import annotations

from textclean.lazy_pattern import lazy_pattern

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


def _fits_a_page(text: str) -> bool:
    lines = text.replace("\f", "\n").split("\n")
    if not any(len(line.strip()) >= _NARROWEST for line in lines):
        return False
    if max(map(len, lines)) <= _WIDEST:
        return True
    lengths = [len(line.strip()) for line in lines]
    return 2 * sum(length for length in lengths if length > _WIDEST) <= sum(lengths)
