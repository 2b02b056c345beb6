"""Page numbers: what counts from page to page."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textclean.structure.pages import Page

_REACH = 8
"""Pages on either side that may bear witness: plates and blank pages shift the count from time to time."""

_EDGE = 4
"""Lines from a page's edge that may hold its number, below a head of up to three lines."""

_PAGE = (
    r"(?:page|pg|p|seite|s|página|pagina|pág|strona|str|strana|sida|side|sivu|sayfa|halaman|стр|страница|σελ)\b\.?\s*"
)
_OF = r"\s*(?:of|von|de|di|van|av|af|z|ze|od|iš|из|sur|/|⁄|\|)\s*"
_ROMAN = r"[ivxlc]{1,8}|[IVXLC]{1,8}"
_WHOLE = lazy_pattern(
    rf"[-–—\[(*.~|]*\s*(?:{_PAGE})?(?P<number>\d{{1,4}}|{_ROMAN})(?:{_OF}(?P<total>\d{{1,4}}))?(?:\[\d{{1,4}}\])?\s*[-–—\])*.~|]*",
    re.IGNORECASE,
)
_LEADING = lazy_pattern(rf"(?P<number>\d{{1,4}}|{_ROMAN})(?:[.|]?\s+|\s*[|])(?=\D*[^\W\d_]{{2}})")
_TRAILING = lazy_pattern(
    rf"(?<=\S)[\s|]+(?:{_PAGE})?(?P<number>\d{{1,4}}|{_ROMAN})(?:{_OF}(?P<total>\d{{1,4}}))?\s*[-–—\])]*\Z",
    re.IGNORECASE,
)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Counter(NamedTuple):
    """A number that may count pages: on page `page`, in line `line`, with what stands in that line besides."""

    page: int
    line: int
    value: int
    rest: str
    total: int = 0


def find_counters(pages: Sequence[Page]) -> dict[tuple[int, int], Counter]:
    """Return, by page and line, the numbers at the edges of pages that count with those of pages near by.

    A line that is a number needs one witness that agrees (two where that is all: in a long text), a number beside
    words two; `3/9` needs none where nine pages are there and this is the third.
    """
    candidates = [c for number, page in enumerate(pages) for c in _candidates(number, page)]
    seen: dict[int, set[int]] = defaultdict(set)
    for candidate in candidates:
        seen[candidate.value - candidate.page].add(candidate.page)
    held = sum(1 for page in pages if page.lines)
    found: dict[tuple[int, int], Counter] = {}
    for candidate in candidates:
        near = seen[candidate.value - candidate.page]
        witnesses = sum(
            1 for step in range(1, _REACH + 1) for at in (candidate.page - step, candidate.page + step) if at in near
        )
        counts_all = candidate.total == held and candidate.value == candidate.page + 1
        enough = 1 if not candidate.rest and (held <= _REACH or candidate.total) else 2
        if witnesses >= enough or counts_all:
            old = found.get((candidate.page, candidate.line))
            if old is None or len(old.rest) > len(candidate.rest):
                found[candidate.page, candidate.line] = candidate
    alone = {page for (page, _), counter in found.items() if not counter.rest}
    return {at: counter for at, counter in found.items() if not counter.rest or at[0] not in alone}


def is_number(line: str) -> bool:
    """Tell whether a line is nothing but what a page number looks like."""
    return len(line) <= 40 and _WHOLE.fullmatch(line) is not None  # noqa: PLR2004 - no number is longer


def _candidates(number: int, page: Page) -> Iterator[Counter]:
    lines = page.lines
    for index in sorted({*range(min(_EDGE, len(lines))), *range(max(0, len(lines) - _EDGE), len(lines))}):
        line = lines[index].text
        if len(line) > 200:  # noqa: PLR2004 - a paragraph, no head
            continue
        whole = _WHOLE.fullmatch(line)
        if whole:
            yield Counter(number, index, _value(whole["number"]), "", int(whole["total"] or 0))
            continue
        edge = min(index, len(lines) - 1 - index)
        if edge > 1:
            continue
        leading, trailing = _LEADING.match(line), _TRAILING.search(line)
        if leading:
            yield Counter(number, index, _value(leading["number"]), line[leading.end() :])
        if trailing:
            yield Counter(
                number,
                index,
                _value(trailing["number"]),
                line[: trailing.start()].rstrip(),
                int(trailing["total"] or 0),
            )


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [_VALUES[letter] for letter in number.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
