"""Page furniture of a text without form feeds: only what counts through the text, or was stamped by a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.furniture.stamps import find_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER = lazy_pattern(r"\n(?!\n)(?=[PS\d\[-])(?:Page |Seite |- |\[)?(\d{1,4})(?: (?:of|von) \d{1,4})?(?: -|\])?(?=\n)")
_PRINT_FOOT = lazy_pattern(r"\n<?(https?://\S{3,2000}?)>?[ \t]+(\d{1,4})/(\d{1,4})[ \t]*(?=\n|\Z)")
_PRINT_HEAD = lazy_pattern(r"(?:\A|(?<=\n))\d[\d/.-]{5,9},? \d{1,2}[:.]\d{2}[^\n]{0,400}(?:\n|\Z)")
_CHAIN = 5
_SHARE_CUT = 0.4
_ENDS = '.!?:;"”»“)'


def find_unpaged(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, kind and what stays of each piece of furniture."""
    feet = list(_PRINT_FOOT.finditer(text)) if "http" in text else []
    feet = [match for match in feet if match[1] == feet[0][1] and match[3] == feet[0][3]]
    if feet and [int(match[2]) for match in feet] == sorted({int(match[2]) for match in feet}):
        found = [(match.start() + 1, match.end(), "stamp", "\f") for match in feet]
        heads = [m for m in _PRINT_HEAD.finditer(text) if find_stamp(m[0].strip())]
        first = heads[0][0].strip() if heads else ""
        found += [(*head.span(), "stamp", "") for head in heads if head[0].strip() == first]
        yield from sorted(found)
        return
    numbers = [(match.start() + 1, match.end(), int(match[1])) for match in _NUMBER.finditer(text)]
    chain = _longest_chain(numbers)
    if len(chain) >= _CHAIN and len(chain) > len(numbers) / 2:
        cuts = sum(_cuts_sentence(text, start, end) for start, end, _ in chain)
        if cuts >= _SHARE_CUT * len(chain):
            yield from ((start, end, "page-number", "\f") for start, end, _ in chain)


def _longest_chain(numbers: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the longest run of numbers that rise by one, other numbers among them left out."""
    best: dict[int, int] = {}
    before: list[int] = []
    length: list[int] = []
    for index, (_, _, value) in enumerate(numbers):
        last = best.get(value - 1, -1)
        before.append(last)
        length.append(length[last] + 1 if last >= 0 else 1)
        best[value] = index
    at = max(range(len(length)), key=length.__getitem__, default=-1)
    chain = []
    while at >= 0:
        chain.append(numbers[at])
        at = before[at]
    return chain[::-1]


def _cuts_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a line stands in the middle of a sentence."""
    head, tail = text[max(0, start - 200) : start].rstrip(), text[end : end + 200].lstrip()
    return bool(head) and bool(tail) and head[-1] not in _ENDS and (tail[0].islower() or head[-1].isalpha())
