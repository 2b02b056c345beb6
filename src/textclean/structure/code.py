"""Code in a text: fenced blocks, spans between backticks, literal blocks, indented blocks that read like code."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.marks import holds
from textclean.structure.region import Region

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_FENCE = lazy_pattern(r"(?m)(?:^|(?<=\f))[ \t]{0,12}(?P<mark>`{3,}|~{3,})(?P<info>[^\n`]*)$")
_BACKTICKS = lazy_pattern(r"`+")
_BREAK = lazy_pattern(r"\n[ \t\r]*\n|\f")
_LONGEST_SPAN = 1000
"""A longer run between backticks is two stray quotes, not code."""

_LITERAL = lazy_pattern(r"(?m)^(?P<indent>[ \t]*)\S[^\n]*::\n(?:[ \t]*\n)+(?=(?P=indent)[ \t])")
_LINE = lazy_pattern(r"(?P<indent>[ \t]*)(?P<ink>\S?)[^\n]*\n?")

_INDENTED = lazy_pattern(r"(?m)(?:^(?: {4}|\t)[^\n]*\S[^\n]*\n?)+")
_CODE_LINE = lazy_pattern(
    r"[;{}]\s*$|^\s*(?:def|class|import|from|return|elif|for|while|function|var|let|const|public|private|static|"
    r"void|int|sudo|SELECT|INSERT)\b.*[(){}=:;.*]|^\s*(?:#include|#!|//|/\*|\$ |>>> )|\w\(.*\)\s*[:;]?\s*$"
    r"|[=!<>]=|\s=\s|->|::|&&|\|\|"
)


def find_code(text: str) -> Iterator[Region]:
    """Yield fenced code and literal blocks, then code spans and indented code outside of them."""
    fences = list(_fences(text)) if holds(text, "```") or holds(text, "~~~") else []
    if holds(text, "::\n"):
        fences = sorted([*fences, *_literals(text, fences)])
    yield from fences
    if "`" in text:
        yield from _spans(text, fences)
    if "\n    " in text or holds(text, "\n\t") or text.startswith(("    ", "\t")):
        yield from _indented(text, fences)


def _fences(text: str) -> Iterator[Region]:
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match["mark"].startswith(opened["mark"]) and not match["info"].strip():
            yield Region(opened.start(), match.end(), "code")
            opened = None
    if opened is not None and opened["mark"][0] == "`":
        yield Region(opened.start(), len(text), "code")


def _literals(text: str, fences: list[Region]) -> Iterator[Region]:
    """Yield what stands further in below a paragraph that ends in two colons, as reStructuredText has code."""
    done = 0
    for match in _LITERAL.finditer(text):
        if match.start() < done or _within(fences, match.start()):
            continue
        at = end = match.end()
        while (line := _LINE.match(text, at)) and line.end() > at:
            if line["ink"] and len(line["indent"]) <= len(match["indent"]):
                break
            at = line.end()
            end = at if line["ink"] else end
        done = at
        if not any(match.end() <= fence.start < end for fence in fences):
            yield Region(match.end(), end, "code")


def _spans(text: str, fences: list[Region]) -> Iterator[Region]:
    """Pair each run of backticks with the next run of the same length in the same paragraph, as Markdown does."""
    runs = [match.span() for match in _BACKTICKS.finditer(text) if not _within(fences, match.start())]
    following: dict[int, int] = {}
    partner = [-1] * len(runs)
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        partner[index] = following.get(end - start, -1)
        following[end - start] = index
    index = 0
    while index < len(runs):
        start, end = runs[index]
        close = partner[index]
        if close >= 0:
            stop = runs[close][1]
            if stop - start <= _LONGEST_SPAN and not _BREAK.search(text, end, stop):
                yield Region(start, stop, "code")
                index = close
        index += 1


def _indented(text: str, fences: list[Region]) -> Iterator[Region]:
    """Yield indented blocks behind a blank line most of whose lines read like code."""
    for match in _INDENTED.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 200) : start].rstrip(" \t\r")
        if (start and not before.endswith("\n\n") and before.strip("\n")) or _within(fences, start):
            continue
        lines = match[0].splitlines()
        prompted = ">>> " in match[0] and any(line.lstrip().startswith(">>> ") for line in lines)
        if prompted or 2 * sum(_CODE_LINE.search(line) is not None for line in lines) > len(lines):
            yield Region(start, end, "code")


def _within(regions: list[Region], at: int) -> bool:
    index = bisect_right(regions, at, key=attrgetter("start")) - 1
    return index >= 0 and at < regions[index].end
