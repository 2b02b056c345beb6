"""Page furniture of a text without form feeds: only what counts through the text, or was stamped by a browser."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.furniture.stamps import find_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    _Count = tuple[int, int, int]
    """Start and end of a line, and the number that it counts."""

_HEAD = lazy_pattern(r"\n(?!\n)[ \t]{0,99}+(?=\d|Page \d|Seite \d|- \d|\[\d)")
_NUMBER = lazy_pattern(
    r"(?:Page |Seite |- |\[)?(?P<number>\d{1,4})(?:(?: (?:of|von) \d{1,4})?(?: -|\])?(?=[ \t]{0,9}\n)"
    r"|[ \t|]+(?P<rest>[^\W\d_][^\n]{1,98})(?=\n))"
)
_NUMBER_LAST = lazy_pattern(r"[ \t]*(?P<rest>[^\s\d][^\n]{1,98}?)[ \t|]+(?:\[?[Pp]age )?(\d{1,4})\]?[ \t]*\Z")
_DIGIT_AND_BREAK = lazy_pattern(r"\n(?<=[\d\]]\n)")
_LONGEST = 120
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
    counting: list[tuple[int, int, str, str]] = []
    for words, numbers in _counted_lines(text).items():
        steps = (1, 2) if words else (1,)  # a head of left pages alone counts by two
        chain = max((_longest_chain(numbers, step) for step in steps), key=len)
        if len(chain) >= _CHAIN and len(chain) > len(numbers) / 2:
            head = _head_below(text, chain)
            cuts = sum(_cuts_sentence(text, start, end, head, surely=bool(words)) for start, end, _ in chain)
            if cuts >= _SHARE_CUT * len(chain):
                counting += ((start, end, "page-number", "\f") for start, end, _ in chain)
    yield from sorted(counting)


def _counted_lines(text: str) -> dict[str, list[_Count]]:
    """Return the lines that are a number, or words with a number at one end, by these words."""
    lines: dict[str, list[_Count]] = {}
    for head in _HEAD.finditer(text):
        first = _NUMBER.match(text, head.end())
        if first:
            words = (first["rest"] or "").strip()
            lines.setdefault(words, []).append((head.start() + 1, first.end(), int(first["number"])))
    for line_end in _DIGIT_AND_BREAK.finditer(text):
        end = line_end.start()
        start = text.rfind("\n", max(0, end - _LONGEST), end) + 1
        last = _NUMBER_LAST.match(text[start:end]) if start else None
        if last:
            lines.setdefault(last["rest"], []).append((start, end, int(last[2])))
    return lines


def _longest_chain(numbers: Sequence[_Count], step: int) -> list[_Count]:
    """Return the longest run of numbers that rise by `step`, other numbers among them left out."""
    best: dict[int, int] = {}
    before: list[int] = []
    length: list[int] = []
    for index, (_, _, value) in enumerate(numbers):
        last = best.get(value - step, -1)
        before.append(last)
        length.append(length[last] + 1 if last >= 0 else 1)
        best[value] = index
    at = max(range(len(length)), key=length.__getitem__, default=-1)
    chain = []
    while at >= 0:
        chain.append(numbers[at])
        at = before[at]
    return chain[::-1]


def _head_below(text: str, chain: Sequence[_Count]) -> str:
    """Return the line that stands below most of the counts, which is the head of the next page; or nothing."""
    below = Counter(text[end : end + _LONGEST].lstrip().partition("\n")[0].rstrip() for _, end, _ in chain)
    ((line, times),) = below.most_common(1)
    return line if 2 * times > len(chain) else ""


def _cuts_sentence(text: str, start: int, end: int, head: str, *, surely: bool) -> bool:
    """Tell whether a line stands in the middle of a sentence.

    Beside words, or in the middle of a line, a number may be a chapter's or an item's: then the sentence must go on in
    a small letter to be `surely` cut, since headings end without a stop, too. `head` is no part of it.
    """
    before = text[max(0, start - 200) : start].rstrip()
    behind = text[end : end + 200].lstrip().removeprefix(head).lstrip()
    if not before or not behind or before[-1] in _ENDS:
        return False
    return behind[0].islower() or (not surely and not text[start].isspace() and before[-1].isalpha())
