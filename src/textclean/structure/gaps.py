"""Runs of blanks: two or more spaces, blank lines beyond one, blanks at line ends, form feeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = re.compile(r"[ \t\r\n\f\u00a0](?!(?<=\n)\n[^ \t\r\n\f\u00a0])(?:[ \t\r\n\f\u00a0]+|(?<=\f))")
_RUN = re.compile(r"[ \t\r\n\f\u00a0]*")
_BLANKS = " \t\r\n\f\u00a0"
_AT_LINE_END = re.compile(r"\n(?:(?<= \n)| |\n\n)")
"""Starts with a line feed alone, which the expression's engine looks for quickest."""

_FEW = 1000
"""Characters of text for each gap, above which plain searches are faster than the expression."""


def find_gaps(text: str) -> list[tuple[int, int]]:
    r"""Return runs of two blanks or more, and form feeds; not the one blank line between two paragraphs.

    Blanks at the very start or end of the text may be left out.

    >>> find_gaps("One  two\n\nthree\n\n\nfour")
    [(3, 5), (15, 18)]
    """
    if any(blank in text for blank in "\t\r\f\u00a0"):
        return [match.span() for match in _GAP.finditer(text)]
    most = len(text) // _FEW
    gaps: set[tuple[int, int]] = set()
    for places in (_double_spaces(text), (match.start() for match in _AT_LINE_END.finditer(text))):
        end = 0
        for at in places:
            if at < end:
                continue
            if len(gaps) > most:
                return [match.span() for match in _GAP.finditer(text)]
            start = at
            while start and text[start - 1] in _BLANKS:
                start -= 1
            run = _RUN.match(text, at)
            end = run.end() if run else at + 1
            gaps.add((start, end))
    return sorted(gaps)


def _double_spaces(text: str) -> Iterator[int]:
    at = text.find("  ")
    while at >= 0:
        yield at
        at = text.find("  ", at + 2)
