"""Page furniture: running heads and feet, page numbers, catchwords, signatures and print stamps.

Furniture stands at the edge of a page: the lines are peeled off from the top and from the foot as long as each
has evidence, so nothing is taken from the middle.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from textclean.structure.furniture.counters import find_counters
from textclean.structure.furniture.edges import NUMBER, Edges
from textclean.structure.furniture.feet import find_catchwords, find_signatures
from textclean.structure.furniture.heads import judge_edge, judge_places
from textclean.structure.furniture.unpaged import find_unpaged
from textclean.structure.pages import find_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure.pages import Page

_LAYERS = 8
"""Lines of furniture at most, at one edge of a page: Firefox prints title and address on four."""


_MOST_EMPTIED = 0.5
"""Share of pages that hold nothing else from which the lines are the text."""

_SHORTEST_PAGE = 10
"""Characters of a page, on the average: with fewer, form feeds part words and not pages."""

DOUBTFUL = "doubtful"


class Furniture(NamedTuple):
    """`text[start:end]` is a line at the edge of a page, with its line break.

    `kind` says what it is, `leaves` what stays in its place.
    A `doubtful` one may be a heading.
    """

    start: int
    end: int
    kind: str
    leaves: str = ""


def find_furniture(text: str) -> list[Furniture]:
    """Return the furniture of `text` in order.

    Without form feeds only what counts through the text is found; each count leaves a form feed, by which heads
    beside it are found when asked again.
    """
    if "\f" in text:
        return _peel(text) if text.count("\f") * _SHORTEST_PAGE <= len(text) else []
    found = [Furniture(*piece) for piece in find_unpaged(text)]
    counts = [piece.start for piece in found if piece.kind == NUMBER]
    if not counts:
        return found
    paged = list(text)
    for start in counts:
        paged[start - 1] = "\f"
    return [
        piece._replace(leaves="\f" if bisect_left(counts, piece.end) > bisect_left(counts, piece.start) else "")
        for piece in _peel("".join(paged))
    ]


def _peel(text: str) -> list[Furniture]:
    pages = find_pages(text)
    edges = Edges(pages, find_counters(pages))
    for _ in range(_LAYERS):
        settled = [
            (number, side, judge_edge(edges, number, side)) for number in range(len(pages)) for side in ("top", "foot")
        ]
        settled += find_signatures(edges)
        settled += find_catchwords(edges)
        if not edges.peel(settled) and not edges.peel(judge_places(edges)):
            break
    found = [list(_lines(text, page, edges, number)) for number, page in enumerate(pages)]
    emptied = sum(1 for number, page in enumerate(pages) if page.lines and len(found[number]) == len(page.lines))
    if emptied >= sum(1 for page in pages if page.lines) * _MOST_EMPTIED and emptied:
        return []
    doubtful = [Furniture(line.start, line.end, DOUBTFUL) for line in edges.doubtful]
    return sorted([*(line for lines in found for line in lines), *doubtful])


def _lines(text: str, page: Page, edges: Edges, number: int) -> Iterator[Furniture]:
    top, foot = edges.bounds(number)
    if top == foot:
        top = foot = 0
    for index in range(top):
        end = text.rfind("\n", 0, page.lines[index + 1].start) + 1
        start = page.start if index == 0 else text.rfind("\n", 0, page.lines[index].start) + 1
        yield Furniture(start, end, edges.kinds[number, index])
    for index in range(foot, len(page.lines)):
        start = page.lines[index - 1].end if index else page.start
        yield Furniture(start, page.lines[index].end, edges.kinds[number, index])
