"""dompdf's message for a picture it could not load, as drawn and as OCR reads it.

dompdf 0.7.0 to 2.0.8 draw it in small grey type (`src/Image/Cache.php`, `src/Renderer/Image.php`), the alternative
text above it; 3.0.0 and later print the alternative text alone. At that size OCR garbles the letters, so a line is
compared, not looked up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGE = "Image not found or type unknown"
_LETTERS = "imagenotfoundortypeunknown"

_PIECES = ("found or", "type unkn", "or type", "nknown")
"""A reading within the bound keeps one of these: each error spoils one or two of the four, and they overlap little."""

_DOORS = ("nkn", "found or", "or type")
"""Every piece holds one of these."""

_CONFUSED = str.maketrans({"l": "i", "1": "i", "|": "i", "!": "i"})
_FIRST_BOUND = 1
"""`mage`, `lmage` and `Irnage` are readings of `Image`; `page` (two edits away) is another word."""

_LIKENESS = 0.7
"""Seven of ten letters in place: small type on a poor scan keeps eight, `image not found in this list` has five."""


_FAR = 80
"""Characters beside the message that are looked at."""

_MARKS = " \t\r\f\u00a0*_"
_DRAWN = lazy_pattern(r"(?P<mark>\*{1,3}|_{1,3}|)" + re.escape(MESSAGE) + r"(?P=mark)")


class Reading(NamedTuple):
    """The message at `text[start:end]`; `sure` when it cannot well be somebody's words about it."""

    start: int
    end: int
    sure: bool


def find_messages(text: str) -> list[Reading]:
    """Return each place where the message was drawn, or is named.

    A line of nothing else is the message; two of them are sure, a single one behind a colon is not. Beside other text
    it must be drawn exactly and stand apart: behind a gap, a finished sentence or the head of the line, before a gap,
    a capital or the end of the line. The bars of a table row part it as well.
    """
    if not any(door in text for door in _DOORS):
        return []
    alone: list[Reading] = []
    beside: list[Reading] = []
    for start, end in _line_spans(text):
        line = text[start:end]
        bare = line.replace(MESSAGE, "").replace("<br>", "").strip(_MARKS) if MESSAGE in line else line
        if not bare or reads_like_message(bare.strip(_MARKS)):
            head = len(line) - len(line.lstrip(" \t\r\f\u00a0"))
            alone.append(Reading(start + head, start + len(line.rstrip(" \t\r\u00a0")), not _behind_colon(text, start)))
        elif bare is not line:
            matches = list(_DRAWN.finditer(line))
            beside += [
                Reading(
                    start + m.start(), start + m.end(), _stands_apart(line, m, sure=bool(alone) or len(matches) > 1)
                )
                for m in matches
            ]
    if len(alone) > 1:
        alone = [one._replace(sure=True) for one in alone]
    return sorted(alone + beside)


def _behind_colon(text: str, line_start: int) -> bool:
    return text[max(0, line_start - _FAR) : line_start].rstrip().endswith((":", "："))


def _stands_apart(line: str, match: re.Match[str], *, sure: bool) -> bool:
    """Tell whether a message beside other text on its line is apart from it; `sure` in a text that has it elsewhere."""
    before, after = line[max(0, match.start() - _FAR) : match.start()], line[match.end() : match.end() + _FAR]
    if not _ends_apart(before, last_word=sure and not after.strip()):
        return False
    follows = after.lstrip()
    return (
        not follows
        or follows[0] == "|"
        or after.startswith(("  ", "\t", MESSAGE))
        or (after[0] == " " and not follows[0].islower() and follows[0].isalnum())
    )


def _ends_apart(before: str, *, last_word: bool) -> bool:
    """Tell whether the message is apart from what stands before it, a gap, a sentence, or an alternative text."""
    bare = before.rstrip()
    if not bare or before.endswith(("  ", "\t")):
        return True
    return bare != before and (last_word or bare[-1] in ".!?…:;)]»”|")


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each line that holds a piece of the message, once each, in order."""
    spans = set()
    for piece in _PIECES:
        at = text.find(piece)
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            spans.add((start, end))
            at = text.find(piece, end)
    yield from sorted(spans)


def reads_like_message(words: str) -> bool:
    """Tell whether `words`, a whole line without its marks, is the message within what OCR does to letters.

    >>> reads_like_message("Mage not fonhd or type unknown"), reads_like_message("Page not found or type unknown")
    (True, False)
    """
    if not 0.7 * len(MESSAGE) <= len(words) <= 1.3 * len(MESSAGE):
        return False
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - costs start-up time

    letters = "".join(words.lower().split()).replace("rn", "m").translate(_CONFUSED)
    if all(Levenshtein.distance(letters[:length], "image") > _FIRST_BOUND for length in (4, 5, 6)):
        return False
    return Levenshtein.normalized_similarity(letters, _LETTERS) >= _LIKENESS
