"""The article on a whole page: found by density and place, since menus, teasers and feet are short lines and links."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from textclean.article.boilerplate import is_boilerplate
from textclean.article.lines import key, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.article.body import Piece
    from textclean.article.context import ReadingContext

_LINKED = re.compile(r"\[([^\[\]]{0,400})\]\([^()\s]{0,2000}\)")
_SENTENCE = re.compile(r"[.!?…。！？][\"'\u2019\u201d\u00bb)\]]*(?:\s|$)")
_CREDIT = re.compile(
    r"(?:©|\b(?:photo|foto|image|bild|imagen|immagine|fotografia|zdjęcie|фото|ảnh|AP Photo|Getty Images|Reuters|AFP|EPA|dpa)\b\s?[:/)])",
    re.IGNORECASE,
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FEWEST_WORDS = 9
_FEWEST_CJK = 30
_TEASER = 100
"""Characters of a paragraph that a teaser has too; what is above them speaks for the article."""

_STRANGE = 50
"""What a line that is no prose costs the stretch it stands in, in characters."""

_MENU_LINE = 40
_LONGEST_CAPTION = 320
_MOST_LINKED = 0.6
_HEADING_WORDS = range(1, 16)


def article_pieces(context: ReadingContext, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that are the article: the stretch with most prose for its short lines, with headings inside it.

    Each long paragraph counts for a stretch, each menu line, teaser and credit against it; the best stretch behind the
    title wins.
    """
    counts = Counter(key(piece.raw) for piece in pieces)
    prose = [_prose(piece) if counts[key(piece.raw)] == 1 else 0 for piece in pieces]
    first = _behind_title(context, pieces)
    start, end = _best_stretch([size - _TEASER if size else -_STRANGE for size in prose], first)
    if end < start:
        return [piece for piece, size in zip(pieces, prose, strict=True) if size]
    while start > first and prose[start - 1]:
        start -= 1
    while end + 1 < len(prose) and prose[end + 1]:
        end += 1
    return [pieces[index] for index in range(start, end + 1) if prose[index] or _is_heading(pieces, prose, index)]


def _best_stretch(values: Sequence[int], first: int) -> tuple[int, int]:
    """Return first and last index of the neighbouring values with the greatest sum, from `first` on."""
    best, start, end = 0, 0, -1
    total, opened = 0, first
    for index in range(first, len(values)):
        if total <= 0:
            total, opened = 0, index
        total += values[index]
        if total > best:
            best, start, end = total, opened, index
    return start, end


def _behind_title(context: ReadingContext, pieces: Sequence[Piece]) -> int:
    title = context.found.get("title")
    if title is None or not title.in_source or title.rule == "title.browser":
        return 0
    _, end = context.cleaned.to_cleaned(title.start, title.end)
    return next((index for index, piece in enumerate(pieces) if piece.start >= end - 1), 0)


def _prose(piece: Piece) -> int:
    """Return how many characters of running text a piece has: 0 for menus, links, teasers, credits."""
    if piece.level:
        return 0
    lines = piece.raw.split("\n")
    if len(lines) > 2 and sum(map(len, lines)) / len(lines) < _MENU_LINE:  # noqa: PLR2004 - two lines may be a short paragraph
        return 0
    text = plain(piece.raw.replace("\n", " "))[0]
    if is_boilerplate(text) or (len(text) <= _LONGEST_CAPTION and _CREDIT.search(text)):
        return 0
    linked = sum(len(match[1]) for match in _LINKED.finditer(piece.raw))
    if linked > _MOST_LINKED * len(text):
        return 0
    words = len(text.split())
    cjk = len(_CJK.findall(text))
    if (words < _FEWEST_WORDS and cjk < _FEWEST_CJK) or (not _SENTENCE.search(text) and words < 3 * _FEWEST_WORDS):
        return 0
    return max(len(text) + 2 * cjk, 1)


def _is_heading(pieces: Sequence[Piece], prose: Sequence[int], index: int) -> bool:
    """A short line between two pieces of prose, no link, no credit, no button."""
    piece = pieces[index]
    if not (0 < index < len(pieces) - 1 and prose[index + 1] and (prose[index - 1] or piece.level)):
        return False
    text = plain(piece.raw)[0]
    if "\n" in piece.raw or _LINKED.fullmatch(piece.raw.strip("*_# ")) or is_boilerplate(text) or _CREDIT.search(text):
        return False
    return len(text.split()) in _HEADING_WORDS
