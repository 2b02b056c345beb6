"""The edges of pages while furniture is being peeled off them."""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from textclean.structure.furniture.stamps import find_stamp
from textclean.structure.pages import line_key, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textclean.structure.furniture.counters import Counter
    from textclean.structure.pages import Page, PageLine

NUMBER, HEAD, STAMP, CATCHWORD, SIGNATURE = "page-number", "running-head", "stamp", "catchword", "signature"

PREFIX = 12
"""Letters that two heads share whose section titles differ."""

FEWEST = 3
"""Witnesses from which chance is no matter, pages from which lines recur, letters from which a line is words."""

_OFTEN = 1.5
ZONE = 4
"""Lines from the edge of a page in which furniture is looked for."""

Place = tuple[str, str]


class Edges:
    """Where furniture ends and text begins on each page, while it is being found."""

    def __init__(self, pages: Sequence[Page], counters: dict[tuple[int, int], Counter]) -> None:
        """Begin with no furniture."""
        self.pages = pages
        self.counters = counters
        self.kinds: dict[tuple[int, int], str] = {}
        self.heads: dict[Place, list[str]] = defaultdict(list)
        """The lines found to be heads, by place."""
        self.peeled: dict[tuple[int, Place], str] = {}
        """Keys of lines peeled off, by page and place."""
        self.doubtful: list[PageLine] = []
        """Lines that stand where heads stand, but might be headings."""
        self._keys: dict[tuple[int, int], str] = {}
        self._places: dict[str, list[Place]] = {side: [(side, "")] * len(pages) for side in ("top", "foot")}
        self._peeled_of: dict[tuple[int, str], set[str]] = defaultdict(set)
        self._bounds = [[0, len(page.lines)] for page in pages]
        outer = [line for page in pages for line in (*page.lines[:ZONE], *page.lines[ZONE:][-ZONE:])]
        keys = [[line_key(line.text) for line in page.lines] for page in pages]
        inner = [key for page in keys for key in page[ZONE:-ZONE]]
        self.inner = Tally(inner)
        total = Tally(key for page in keys for key in page)
        bearing = Tally(key for page in keys for key in set(page))
        self.repeated = {key for key, count in total.items() if count >= _OFTEN * bearing[key]}
        """Keys of lines that stand more than once on a page: refrains, speakers, items of lists."""
        self.inner_prefixes = Tally(key[:PREFIX] for key in inner)
        self.feet = Tally(without_sheet(key) for page in keys for key in page[-3:])
        self.width = median([len(line.text) for page in pages for line in page.lines] or [0])
        self.is_short = sum(1 for page in pages if page.lines) < FEWEST
        """Whether there are but two pages: then only what stands beside a page number or a stamp recurs."""
        self._stamps = Tally(squeezed(line.text) for line in outer if find_stamp(line.text))

    def bounds(self, number: int) -> tuple[int, int]:
        """Return the indices of a page's first line of text and of the line behind its last."""
        top, foot = self._bounds[number]
        return top, foot

    def edge(self, number: int, side: str) -> tuple[int, PageLine] | None:
        """Return the outermost line of a page that is not yet furniture, with its index."""
        if not 0 <= number < len(self.pages):
            return None
        top, foot = self._bounds[number]
        if top >= foot:
            return None
        index = top if side == "top" else foot - 1
        return index, self.pages[number].lines[index]

    def key(self, number: int, side: str) -> str:
        """Return the key of the line at an edge, its page number left out."""
        top, foot = self._bounds[number]
        if top >= foot:
            return ""
        at = number, top if side == "top" else foot - 1
        if at not in self._keys:
            counter = self.counters.get(at)
            self._keys[at] = line_key(counter.rest if counter else self.pages[number].lines[at[1]].text)
        return self._keys[at]

    def place(self, number: int, side: str) -> Place:
        """Name a place: the side, and what was peeled off outside of it."""
        return self._places[side][number]

    def peel(self, settled: Iterable[tuple[int, str, str]]) -> bool:
        """Take lines off, by page, side and kind; tell whether any was."""
        done: set[tuple[int, str]] = set()
        for number, side, kind in settled:
            at = self.edge(number, side)
            if not kind or at is None or (number, side) in done:
                continue
            done.add((number, side))
            place = self.place(number, side)
            self.peeled[number, place] = self.key(number, side)
            self._peeled_of[number, side].add(self.key(number, side))
            if kind == HEAD:
                self.heads[place].append(at[1].text)
            self.kinds[number, at[0]] = kind
            self._places[side][number] = side, f"{place[1]}+{kind}" if place[1] else kind
            if side == "top":
                self._bounds[number][0] += 1
            else:
                self._bounds[number][1] -= 1
        return bool(done)

    def key_at(self, number: int, place: Place) -> str:
        """Return the key of the line that stands, or stood, at a place of a page."""
        if not 0 <= number < len(self.pages):
            return ""
        if self._places[place[0]][number] == place:
            return self.key(number, place[0])
        return self.peeled.get((number, place), "")

    def peeled_of(self, number: int, side: str) -> set[str]:
        """Return the keys of what was peeled off one edge of a page."""
        return self._peeled_of[number, side]

    def is_same_page(self, number: int, other: int, side: str) -> bool:
        """Tell whether two pages agree further in as well: a page printed twice, no head."""
        depth = ZONE if side == "top" else -1 - ZONE
        pages = [self.pages[at].lines for at in (number, other)]
        return all(len(lines) > 2 * ZONE for lines in pages) and pages[0][depth].text == pages[1][depth].text

    def is_stamp(self, line: str) -> bool:
        """Tell whether a line is a print stamp; one that could be text must stand on two pages."""
        stamp = find_stamp(line)
        return stamp is not None and (not stamp.recurs or self._stamps[squeezed(line)] > 1)


def without_sheet(key: str) -> str:
    """Return a foot's key without the sheet's letter or number that stands at its end in old books."""
    head, _, last = key.rpartition(" ")
    return head if len(last) <= 2 else key  # noqa: PLR2004 - `Aa`, `12`
