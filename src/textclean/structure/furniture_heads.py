"""Running heads and feet: what recurs at the edges of pages, and what stands where such lines stand."""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from textclean.structure.furniture_stamps import find_stamp
from textclean.structure.pages import line_key, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textclean.structure.furniture_counters import Counter
    from textclean.structure.pages import Page, PageLine

NUMBER, HEAD, STAMP, CATCHWORD, SIGNATURE = "page-number", "running-head", "stamp", "catchword", "signature"

_FACING = 2
"""Pages from a left page to the next left one."""

_NEAR = 4
"""Pages between a head and the next like it: left and right pages alternate, and one page may lack its head."""

_ALIKE = 86
"""Similarity in per cent from which two lines are one line that OCR read twice."""

_PREFIX = 12
"""Letters that two heads share whose section titles differ."""

_FEWEST = 3
_OFTEN = 1.5
_DEEPEST = 3
"""Running heads at most at one edge, besides numbers and stamps."""

_LONGEST = 300
"""Code points; what is longer is a paragraph."""

_FAR = 16
"""Pages within which a head says the same again, word for word."""

_NOTE = re.compile(r"\W{0,2}(?:\d{1,3}|#)\)|[*†‡]")
_LONGER = 12
_ZONE = 4
_LONG_LINE = 0.6
_ENDS = '.!?:;"”»“'

_REGULAR = 0.4
"""Share of pages with a proved head from which a line in the same place is a head too, if it looks like one."""


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
        self._keys: dict[tuple[int, int], str] = {}
        self._places: dict[str, list[Place]] = {side: [(side, "")] * len(pages) for side in ("top", "foot")}
        self._peeled_of: dict[tuple[int, str], set[str]] = defaultdict(set)
        self._bounds = [[0, len(page.lines)] for page in pages]
        outer = [line for page in pages for line in (*page.lines[:_ZONE], *page.lines[_ZONE:][-_ZONE:])]
        inner = [line_key(line.text) for page in pages for line in page.lines[_ZONE:-_ZONE]]
        self.inner = Tally(inner)
        total = Tally(line_key(line.text) for page in pages for line in page.lines)
        bearing = Tally(key for page in pages for key in {line_key(line.text) for line in page.lines})
        self.repeated = {key for key, count in total.items() if count >= _OFTEN * bearing[key]}
        """Keys of lines that stand more than once on a page: refrains, speakers, items of lists."""
        self.inner_prefixes = Tally(key[:_PREFIX] for key in inner)
        self.feet = Tally(_without_sheet(line_key(line.text)) for page in pages for line in page.lines[-3:])
        self.width = median([len(line.text) for page in pages for line in page.lines] or [0])
        self.is_short = sum(1 for page in pages if page.lines) < _FEWEST
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
        depth = _ZONE if side == "top" else -1 - _ZONE
        pages = [self.pages[at].lines for at in (number, other)]
        return all(len(lines) > 2 * _ZONE for lines in pages) and pages[0][depth].text == pages[1][depth].text

    def is_stamp(self, line: str) -> bool:
        """Tell whether a line is a print stamp; one that could be text must stand on two pages."""
        stamp = find_stamp(line)
        return stamp is not None and (not stamp.recurs or self._stamps[squeezed(line)] > 1)


def _without_sheet(key: str) -> str:
    """Return a foot's key without the sheet's letter or number that stands at its end in old books."""
    head, _, last = key.rpartition(" ")
    return head if len(last) <= 2 else key  # noqa: PLR2004 - `Aa`, `12`


def judge_edge(edges: Edges, number: int, side: str) -> str:
    """Return the kind of furniture that the outermost line of a page is, or nothing."""
    at = edges.edge(number, side)
    if at is None:
        return ""
    index, line = at
    if line.text.count("|") > 1:
        return ""
    if edges.is_stamp(line.text):
        return STAMP
    counter = edges.counters.get((number, index))
    if counter is not None:
        return HEAD if counter.rest else NUMBER
    if (
        len(line.text) <= _LONGEST
        and edges.place(number, side)[1].count(HEAD) < _DEEPEST
        and _recurs(edges, number, side, edges.key(number, side))
        and not _is_only_title(edges, number, side, line)
    ):
        return HEAD
    return ""


def _recurs(edges: Edges, number: int, side: str, key: str) -> bool:
    if sum(map(str.isalpha, key)) < _FEWEST or edges.inner[key] > 1 or key in edges.repeated:
        return False
    if key in edges.peeled_of(number, side) or (edges.is_short and not edges.counters and not edges.kinds):
        return False
    if side == "foot" and (_NOTE.match(key) or edges.feet[_without_sheet(key)] >= _FEWEST):
        return not _NOTE.match(key)
    return any(
        _is_like(edges, number, near, side, key)
        for step in range(1, _FAR + 1)
        for near in (number - step, number + step)
    )


def _is_like(edges: Edges, number: int, near: int, side: str, key: str) -> bool:
    """Tell whether the line at the same place of a page near by is the same, or begins with the same title."""
    other = edges.key_at(near, edges.place(number, side))
    if not other:
        return False
    if other == key:
        return not edges.is_same_page(number, near, side)
    distance = abs(near - number)
    if distance <= _NEAR and _is_misread(key, other):
        return True
    shared = key[:_PREFIX]
    return (
        side == "top"
        and distance <= _FACING
        and len(key) > _PREFIX
        and other.startswith(shared)
        and not edges.inner_prefixes[shared]
    )


def _is_misread(key: str, other: str) -> bool:
    if len(key) < _LONGER or abs(len(key) - len(other)) > len(key) / 5:
        return False
    if any(map(str.isdigit, key)):
        return False
    return bool(fuzz.ratio(key, other, score_cutoff=_ALIKE))


def _is_only_title(edges: Edges, number: int, side: str, line: PageLine) -> bool:
    """Tell whether a recurring line of the first page is its title, which stands nowhere else on the page."""
    first = next((at for at, page in enumerate(edges.pages) if page.lines), 0)
    if side != "top" or number != first:
        return False
    counted = [counter.value for (page, _), counter in edges.counters.items() if page == number]
    if counted and counted[0] > 1:
        return False
    key = line_key(line.text)[:24]
    rest = [line_key(other.text) for other in edges.pages[number].lines if other is not line]
    return not any(key in other for other in rest)


def judge_places(edges: Edges) -> list[tuple[int, str, str]]:
    """Return the pages on which a line that recurs nowhere stands where heads stand, and looks like them."""
    waiting: dict[Place, list[int]] = defaultdict(list)
    for number in range(len(edges.pages)):
        for side in ("top", "foot"):
            if edges.edge(number, side) is not None:
                waiting[edges.place(number, side)].append(number)
    found = []
    for place, numbers in waiting.items():
        heads = edges.heads[place] + [
            edge[1].text
            for number in numbers
            if place[1] and _cuts_a_word(edges, number, place[0]) and (edge := edges.edge(number, place[0]))
        ]
        if len(heads) < _FEWEST or len(heads) < _REGULAR * (len(edges.heads[place]) + len(numbers)):
            continue
        longest = max(map(len, heads)) * 1.2
        shouted = sum(map(str.isupper, heads)) > 0.9 * len(heads)
        for number in numbers:
            at = edges.edge(number, place[0])
            if (
                at
                and len(at[1].text) <= longest
                and (not shouted or at[1].text.isupper())
                and _parts(edges, number, place)
            ):
                found.append((number, place[0], HEAD))
    return found


def _cuts_a_word(edges: Edges, number: int, side: str) -> bool:
    """Tell whether a line that begins with a capital stands between the halves of a word."""
    at = edges.edge(number, side)
    top, foot = edges.bounds(number)
    if at is None or side != "top" or foot - top < _FEWEST or not at[1].text[0].isupper():
        return False
    before = edges.edge(number - 1, "foot")
    return before is not None and before[1].text[-1] in "-¬⸗" and edges.pages[number].lines[top + 1].text[0].islower()


def _parts(edges: Edges, number: int, place: Place) -> bool:
    """Tell whether a line that looks like a head parts two lines of running text, as no heading does."""
    side = place[0]
    at = edges.edge(number, side)
    top, foot = edges.bounds(number)
    if at is None or foot - top < _FEWEST:
        return False
    line = at[1].text
    if line[-1] in "-,;¬⸗" or line[0].islower() or not any(map(str.isalpha, line)):
        return False
    inside = edges.pages[number].lines[top + 1 if side == "top" else foot - 2].text
    beyond = edges.edge(number - 1, "foot") if side == "top" else edges.edge(number + 1, "top")
    other = beyond[1].text if beyond else ""
    before, behind = (other, inside) if side == "top" else (inside, other)
    if (before and before[-1] not in _ENDS) or behind[:1].islower():
        return True
    return bool(place[1]) and len(inside) > _LONG_LINE * edges.width
