"""Running heads and feet: what recurs at the edges of pages, and what stands where such lines stand."""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from textclean.structure.furniture_counters import is_number
from textclean.structure.furniture_stamps import find_stamp
from textclean.structure.pages import line_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textclean.structure.furniture_counters import Counter
    from textclean.structure.pages import Page, PageLine

NUMBER, HEAD, STAMP, CATCHWORD, SIGNATURE = "page-number", "running-head", "stamp", "catchword", "signature"

_NEAR = 4
"""Pages between a head and the next like it: left and right pages alternate, and one page may lack its head."""

_ALIKE = 86
"""Similarity in per cent from which two lines are one line that OCR read twice."""

_PREFIX = 12
"""Letters that two heads share whose section titles differ."""

_REGULAR = 0.5
"""Share of pages with a proved head from which a line in the same place is a head too, if it looks like one."""


class Edges:
    """Where furniture ends and text begins on each page, while it is being found."""

    def __init__(self, pages: Sequence[Page], counters: dict[tuple[int, int], Counter]) -> None:
        """Begin with no furniture."""
        self.pages = pages
        self.counters = counters
        self.kinds: dict[tuple[int, int], str] = {}
        self._bounds = [[0, len(page.lines)] for page in pages]
        self._proved: Tally[tuple[str, str]] = Tally()
        self._seen: Tally[tuple[str, str]] = Tally()
        self._shapes: dict[tuple[str, str], list[str]] = defaultdict(list)
        tops = [line_key(line.text) for page in pages for line in (*page.lines[:4], *page.lines[4:][-4:])]
        everything = Tally(line_key(line.text) for page in pages for line in page.lines)
        self.elsewhere = everything - Tally(tops)
        self.prefixes_elsewhere = Tally(line_key(line.text)[:_PREFIX] for page in pages for line in page.lines[4:-4])
        self._keys: dict[tuple[int, str], str] = {}
        self._stamps = Tally(
            line.text for page in pages for line in (*page.lines[:4], *page.lines[4:][-4:]) if find_stamp(line.text)
        )

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
        at = self.edge(number, side)
        if at is None:
            return ""
        counter = self.counters.get((number, at[0]))
        return line_key(counter.rest if counter else at[1].text)

    def place(self, number: int, side: str) -> tuple[str, str]:
        """Name a place: the side, and what was peeled off outside of it."""
        top, foot = self._bounds[number]
        outside = range(top) if side == "top" else range(foot, len(self.pages[number].lines))
        return side, "+".join(self.kinds[number, index] for index in outside)

    def peel(self, settled: Iterable[tuple[int, str, str]]) -> bool:
        """Take lines off, by page, side and kind; tell whether any was."""
        taken = False
        done: set[tuple[int, str]] = set()
        for number, side, kind in settled:
            at = self.edge(number, side)
            if not kind or at is None or (number, side) in done:
                continue
            done.add((number, side))
            self.kinds[number, at[0]] = kind
            if side == "top":
                self._bounds[number][0] += 1
            else:
                self._bounds[number][1] -= 1
            taken = True
        return taken

    def is_stamp(self, line: str) -> bool:
        """Tell whether a line is a print stamp; one that could be text must stand on two pages."""
        stamp = find_stamp(line)
        return stamp is not None and (not stamp.recurs or self._stamps[line] > 1)


def judge_edge(edges: Edges, number: int, side: str) -> str:
    """Return the kind of furniture that the outermost line of a page is, or nothing."""
    at = edges.edge(number, side)
    if at is None:
        return ""
    index, line = at
    if "|" in line.text and line.text.count("|") > 1:
        return ""
    if edges.is_stamp(line.text):
        return STAMP
    counter = edges.counters.get((number, index))
    if counter is not None:
        return HEAD if counter.rest else NUMBER
    if len(line.text) > 300:  # noqa: PLR2004 - a paragraph
        return ""
    key = edges.key(number, side)
    if _recurs(edges, number, side, key) and not _is_only_title(edges, number, side, line):
        return HEAD
    return ""


def _recurs(edges: Edges, number: int, side: str, key: str) -> bool:
    if sum(map(str.isalpha, key)) < 3 or edges.elsewhere[key] > 1:  # noqa: PLR2004 - `}` and `...` recur in any listing
        return False
    for step in range(1, _NEAR + 1):
        for near in (number - step, number + step):
            other = edges.key(near, side) if 0 <= near < len(edges.pages) else ""
            if not other:
                continue
            if other == key or (len(key) > 7 and fuzz.ratio(key, other, score_cutoff=_ALIKE)):
                return True
            if (
                step <= 2
                and other[:_PREFIX] == key[:_PREFIX]
                and len(key) > _PREFIX
                and not edges.prefixes_elsewhere[key[:_PREFIX]]
            ):
                return True
    return False


def _is_only_title(edges: Edges, number: int, side: str, line: PageLine) -> bool:
    """Tell whether a recurring line of the first page is its title, which stands nowhere else on the page."""
    first = next((at for at, page in enumerate(edges.pages) if page.lines), 0)
    if side != "top" or number != first:
        return False
    key = line_key(line.text)[:24]
    rest = [line_key(other.text) for other in edges.pages[number].lines if other is not line]
    return not any(key in other for other in rest)


def is_regular_place(edges: Edges, number: int, side: str) -> bool:
    """Tell whether a line that is a number's twin stands where numbers stand."""
    at = edges.edge(number, side)
    return at is not None and is_number(at[1].text)
