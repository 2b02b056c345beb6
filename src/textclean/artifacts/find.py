"""Find the rows of the table in a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from textclean.artifacts.artifact import Artifact
from textclean.artifacts.message import MESSAGE, find_messages
from textclean.artifacts.page_headings import find_page_headings
from textclean.artifacts.table import DOORS, SHAPES, compiled
from textclean.lazy_pattern import lazy_pattern
from textclean.marks import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMPDF = Artifact("dompdf", "0.7.0 to 2.0.8", MESSAGE, "", "artifact.image", source="src/Image/Cache.php")
DOUBTFUL = DOMPDF._replace(action="keep")
PAGE_HEADING = Artifact(
    "Mistral OCR, Unstructured wrappers", "*", "# Page ", "", "artifact.page", leaves="\f", spares_authors=True
)

_BEFORE = lazy_pattern(r"(?:[ \t\r>*_\u00a0]|[-+\u2022][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t])*\Z")
_AFTER = lazy_pattern(r"[ \t\r*_\u00a0]*\Z")


_FEW = 3
"""Doors behind one first character that are looked for one by one."""


class Found(NamedTuple):
    """An artifact at `text[start:end]`; `stays` is what of it is content."""

    start: int
    end: int
    artifact: Artifact
    stays: str


def find_artifacts(text: str) -> list[Found]:
    """Return what the table knows, in order, apart from each other; the first row that matches at a place wins."""
    found = [
        one
        for gate, doors in DOORS.items()
        if gate in text
        for door in _met(text, gate, doors)
        for one in _behind(door, doors[door], text)
    ]
    found += [Found(start, end, DOMPDF if sure else DOUBTFUL, "") for start, end, sure in find_messages(text)]
    found += [Found(start, end, PAGE_HEADING, "") for start, end in find_page_headings(text, converted=bool(found))]
    found.sort()
    apart: list[Found] = []
    end = 0
    for one in found:
        if one.start >= end:
            apart.append(one)
            end = one.end
    return _alone_where_asked(text, apart)


def _met(text: str, gate: str, doors: dict[str, tuple[Artifact, ...]]) -> list[str]:
    """Return those doors behind one first character that occur; many are found in one pass over the text."""
    if len(doors) <= _FEW:
        return [door for door in doors if holds(text, door)]
    met = set(_ways_in(gate).findall(text))
    return [door for door in doors if any(one.startswith(door) for one in met)]


@cache
def _ways_in(gate: str) -> re.Pattern[str]:
    longest_first = sorted(DOORS[gate], key=len, reverse=True)
    return re.compile("|".join(re.escape(door) for door in longest_first))


def _behind(door: str, rows: tuple[Artifact, ...], text: str) -> Iterator[Found]:
    at = text.find(door)
    if at >= 0:
        rows = tuple(row for row in rows if not row.needs or row.needs in text)
    shape = compiled(SHAPES.get(door, ""))
    more = compiled(re.escape(door[-1]) + "++") if door == door[-1] * len(door) else None
    while at >= 0 and rows:
        end = at + len(door)
        run = more.match(text, end) if more else None
        end = run.end() if run else end
        for row in rows if shape.match(text, at) else ():
            match = compiled(row.pattern).match(text, at)
            if match:
                stays = (match.groupdict().get("text") or "").strip()
                yield Found(at, match.end(), row, stays)
                end = match.end()
                break
        at = text.find(door, end)


def _alone_where_asked(text: str, found: list[Found]) -> list[Found]:
    """Leave out rows to keep, and `alone` ones beside which their line or cell holds anything but other artifacts."""
    kept = []
    for index, one in enumerate(found):
        if one.artifact.action == "keep" and one.artifact is not DOUBTFUL:
            continue
        if one.artifact.place == "alone":
            before = found[index - 1].end if index else 0
            after = found[index + 1].start if index + 1 < len(found) else len(text)
            if not (_begins_cell(text, before, one.start) and _ends_cell(text, one.end, after)):
                continue
        kept.append(one)
    return kept


_FAR = 200
"""Blanks and marks beside an artifact that is alone; nothing longer is looked at, so the work stays linear."""


def _begins_cell(text: str, bound: int, start: int) -> bool:
    low = max(bound, start - _FAR)
    line = text[low:start]
    cut = max(line.rfind("\n"), line.rfind("\f"), line.rfind("|"))
    if cut < 0 and low == start - _FAR:
        return False
    return _BEFORE.match(line[cut + 1 :]) is not None


def _ends_cell(text: str, end: int, bound: int) -> bool:
    high = min(bound, end + _FAR)
    line = re.split(r"[\n\f|]", text[end:high], maxsplit=1)
    if len(line) == 1 and high == end + _FAR:
        return False
    return _AFTER.match(line[0]) is not None
