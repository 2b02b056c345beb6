"""Headings that a script put at the head of each page: `## Page 6`, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.marks import holds

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HEADING = lazy_pattern(r"(?m)^#{1,6} Page (?P<number>\d{1,5})[ \t\r]*$")
_OPEN_END = lazy_pattern(r"[\w,;()-]\Z")


def find_page_headings(text: str, *, converted: bool) -> Iterator[tuple[int, int]]:
    """Yield the span of each heading that counts pages.

    One counts when the next number stands beside it, when it cuts a sentence in two, when a heading of a higher level
    follows at once (so it heads nothing), or when the text is `converted`: holds what only a converter prints. A
    heading `Page 1: the start` says more than a number and is the author's; a single bare one may be too.
    """
    if not holds(text, "# Page "):
        return
    headings = list(_HEADING.finditer(text))
    numbers = [int(match["number"]) for match in headings]
    for index, match in enumerate(headings):
        counted = (index and numbers[index] == numbers[index - 1] + 1) or (
            index + 1 < len(numbers) and numbers[index] + 1 == numbers[index + 1]
        )
        if converted or counted or _cuts_sentence(text, match) or _heads_nothing(text, match):
            yield match.span()


def _cuts_sentence(text: str, heading: re.Match[str]) -> bool:
    before = text[max(0, heading.start() - 80) : heading.start()].rstrip()
    after = text[heading.end() : heading.end() + 80].lstrip()
    return bool(_OPEN_END.search(before)) and after[:1].islower()


def _heads_nothing(text: str, heading: re.Match[str]) -> bool:
    after = text[heading.end() : heading.end() + 80].lstrip()
    level = len(after) - len(after.lstrip("#"))
    return 0 < level < heading[0].index(" ")
