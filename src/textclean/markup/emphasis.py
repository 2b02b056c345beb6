"""Emphasis that a converter closed at the end of each printed line and opened again on the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEAM = lazy_pattern(r"(?<=[^\s*_.!?…:])(?P<close>[*_]{1,4})(?P<gap>[ \t]?\n|[ ])(?P<open>[*_]{1,4})(?=[^\s*_])")
_SIGNS = {mark: lazy_pattern(rf"\{mark}(?: |[ \t]?\n)\{mark}") for mark in "*_"}
"""Every seam holds one of these; an expression that begins with one character is found by plain search."""

_SHORTEST_LINE = 50
"""Shorter emphasised lines stand under each other on purpose: names, labels, verse."""

_FAR = 2000
_OPENING = {")": "(", "]": "["}


def find_split_emphasis(text: str) -> Iterator[Edit]:
    """Yield the seams to take out of emphasis: `**one** **two**` says no more than `**one two**`.

    At a line's end only where the line is long enough to have been broken by a page's width; the break itself stays.
    Left alone where a sentence or an entry ends in front of it: `_who?_ _whose?_` are two, and so are two directions
    in brackets of a play, `_(aside)_ _never_`.
    """
    if not any(mark in text and sign.search(text) for mark, sign in _SIGNS.items()):
        return
    for seam in _SEAM.finditer(text):
        close, opening = seam["close"], seam["open"]
        if close != opening[::-1]:
            continue
        start = text.rfind("\n", max(0, seam.start() - _FAR), seam.start()) + 1
        line = text[max(start, seam.start() - _FAR) : seam.start()]
        if line.count(opening) % 2 == 0 or ("\n" in seam["gap"] and len(line) < _SHORTEST_LINE):
            continue
        if _is_closed(line[line.rfind(opening) + len(opening) :]):
            continue
        yield Edit(seam.start(), seam.start("gap"), "", "markup.split-emphasis")
        yield Edit(seam.start("open"), seam.end("open"), "", "markup.split-emphasis")


def _is_closed(piece: str) -> bool:
    """Tell whether an emphasised piece ends in a bracket, and opens no more of them than it closes."""
    closing = piece[-1:]
    return closing in _OPENING and piece.count(closing) == piece.count(_OPENING[closing])
