"""Running heads and feet: what recurs at the edges of pages, and what stands where such lines stand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.furniture.edges import FEWEST, HEAD, NUMBER, PREFIX, STAMP, ZONE, without_sheet
from textclean.structure.pages import line_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure.furniture.edges import Edges, Place
    from textclean.structure.pages import PageLine

_FACING = 2
"""Pages from a left page to the next left one."""

_NEAR = 4
"""Pages between a head and the next like it: left and right pages alternate, and one page may lack its head."""

_ALIKE = 86
"""Similarity in per cent from which two lines are one line that OCR read twice."""

_DEEPEST = 3
"""Running heads at most at one edge, besides numbers and stamps."""

_LONGEST = 300
"""Code points; what is longer is a paragraph."""

_FAR = 16
"""Pages within which a head says the same again, word for word."""

_NOTE = lazy_pattern(r"[(\[]?(?:\d{1,3}|#)\)|[*†‡]")
_LONGER = 12
_GOING_ON = "-,;¬⸗"
_LONG_LINE = 0.6
_ENDS = '.!?:;"”»“'

_SECTION = lazy_pattern(r"(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,4}\.?[ \t]")
_REGULAR = 0.4
"""Share of pages with a proved head from which a line in the same place is a head too, if it looks like one."""


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
    if sum(map(str.isalpha, key)) < FEWEST or edges.inner[key] > 1 or key in edges.repeated:
        return False
    if key in edges.peeled_of(number, side) or (edges.is_short and not edges.counters and not edges.kinds):
        return False
    if side == "foot" and (_NOTE.match(key) or edges.feet[without_sheet(key)] >= FEWEST):
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
    shared = key[:PREFIX]
    return (
        side == "top"
        and distance <= _FACING
        and len(key) > PREFIX
        and other.startswith(shared)
        and not edges.inner_prefixes[shared]
    )


def _is_misread(key: str, other: str) -> bool:
    if len(key) < _LONGER or abs(len(key) - len(other)) > len(key) / 5:
        return False
    if any(map(str.isdigit, key)):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - costs start-up time

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
    found: list[tuple[int, str, str]] = []
    edges.doubtful.clear()
    for place, numbers in waiting.items():
        heads = edges.heads[place] + [
            edge[1].text
            for number in numbers
            if place[1] and _cuts_a_word(edges, number, place[0]) and (edge := edges.edge(number, place[0]))
        ]
        found += _sections(edges, place, numbers)
        if len(heads) < FEWEST or len(heads) < _REGULAR * (len(edges.heads[place]) + len(numbers)):
            continue
        longest = max(map(len, heads)) * 1.2
        shouted = sum(map(str.isupper, heads)) > 0.9 * len(heads)
        for number in numbers:
            at = edges.edge(number, place[0])
            if at is None or len(at[1].text) > longest or (shouted and not at[1].text.isupper()):
                continue
            if _parts(edges, number, place):
                found.append((number, place[0], HEAD))
            elif place[1] and at[1].text[0].isupper() and at[1].text[-1] not in _GOING_ON:
                edges.doubtful.append(at[1])
    return found


def _is_section(line: str) -> bool:
    """Tell whether a line is a section's number with its title in capitals: `8.5. THE OLD LAMP`."""
    return _SECTION.match(line) is not None and line == line.upper()


def _sections(edges: Edges, place: Place, numbers: list[int]) -> Iterator[tuple[int, str, str]]:
    """Yield the pages whose line at a place further in names the section, where heads there do so in capitals.

    They do so when three were found that no heading of the text is like.
    """
    if not place[1] or sum(map(_is_section, edges.heads[place])) < FEWEST:
        return
    if any(_is_section(line.text) for page in edges.pages for line in page.lines[ZONE:-ZONE]):
        return
    for number in numbers:
        at = edges.edge(number, place[0])
        if at is not None and _is_section(at[1].text):
            yield number, place[0], HEAD


def _cuts_a_word(edges: Edges, number: int, side: str) -> bool:
    """Tell whether a line that begins with a capital stands between the halves of a word."""
    at = edges.edge(number, side)
    top, foot = edges.bounds(number)
    if at is None or side != "top" or foot - top < FEWEST or not at[1].text[0].isupper():
        return False
    before = edges.edge(number - 1, "foot")
    return before is not None and before[1].text[-1] in "-¬⸗" and edges.pages[number].lines[top + 1].text[0].islower()


def _parts(edges: Edges, number: int, place: Place) -> bool:
    """Tell whether a line that looks like a head parts two lines of running text, as no heading does."""
    side = place[0]
    at = edges.edge(number, side)
    top, foot = edges.bounds(number)
    if at is None or foot - top < FEWEST:
        return False
    line = at[1].text
    if line[-1] in _GOING_ON or line[0].islower() or not any(map(str.isalpha, line)):
        return False
    inside = edges.pages[number].lines[top + 1 if side == "top" else foot - 2].text
    beyond = edges.edge(number - 1, "foot") if side == "top" else edges.edge(number + 1, "top")
    other = beyond[1].text if beyond else ""
    before, behind = (other, inside) if side == "top" else (inside, other)
    if (before and before[-1] not in _ENDS) or behind[:1].islower():
        return True
    return bool(place[1]) and len(inside) > _LONG_LINE * edges.width
