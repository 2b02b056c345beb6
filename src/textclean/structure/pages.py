"""Pages of a text, which form feeds part, and the lines on them that hold anything."""

from __future__ import annotations

from typing import NamedTuple

from textclean.lazy_pattern import lazy_pattern

_LINE = lazy_pattern(r"[^\n]*[^\s][^\n]*")
_DIGITS = lazy_pattern(r"\d+")
_LONG = 16
"""Characters from which two lines that differ in a number alone are one line that recurs."""


class PageLine(NamedTuple):
    """A line of a page without the blanks around it. Offsets are those of the text."""

    start: int
    end: int
    text: str


class Page(NamedTuple):
    """`text[start:end]` between two form feeds; `lines` are those that are not blank, in order."""

    start: int
    end: int
    lines: tuple[PageLine, ...]


def find_pages(text: str) -> tuple[Page, ...]:
    r"""Return the pages of `text`; one without form feeds is one page.

    >>> [[line.text for line in page.lines] for page in find_pages("One\n\f2\n\n Two\n")]
    [['One'], ['2', 'Two']]
    """
    pages = []
    at = 0
    for part in text.split("\f"):
        lines = []
        for match in _LINE.finditer(part):
            line = match[0].strip()
            start = at + match.start() + match[0].index(line[0])
            lines.append(PageLine(start, start + len(line), line))
        pages.append(Page(at, at + len(part), tuple(lines)))
        at += len(part) + 1
    return tuple(pages)


def squeezed(line: str) -> str:
    """Return `line` with one blank for each gap; `-layout` stretches them differently from page to page."""
    return " ".join(line.split())


def line_key(line: str) -> str:
    """Return what is compared of lines that may repeat: lower case, one blank between words, any number as `#`.

    In a short line the numbers stay, since `Chapter 1` and `Chapter 2` are two headings.

    >>> line_key("CHAPTER 12.   Tides and currents")
    'chapter #. tides and currents'
    """
    key = squeezed(line).lower()
    return _DIGITS.sub("#", key) if len(key) >= _LONG else key
