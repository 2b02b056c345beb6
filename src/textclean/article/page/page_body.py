"""The article on a whole page: found by density and place, since menus, teasers and feet are short lines and links."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from textclean.article.page.boilerplate import ends_article, is_boilerplate
from textclean.article.page.lines import key, plain
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.article.context import ReadingContext

_LINKED = lazy_pattern(r"\[([^\[\]]{0,400})\]\([^()\s]{0,2000}\)")
_SENTENCE = lazy_pattern(r"[.!?…。！？:][\"'\u2019\u201c\u201d\u00bb)\]*_]*(?:\s|$)")
_SENTENCE_END = lazy_pattern(r"[.!?…。！？:][\"'\u2019\u201c\u201d\u00bb)\]*_\s]*(?:\([^()]{1,20}\))?$")
_CREDIT = lazy_pattern(
    r"(?:©|\b(?:photo|foto|image|bild|imagen|immagine|fotografia|zdjęcie|фото|ảnh|AP Photo|Getty Images|Reuters|AFP"
    r"|EPA|dpa)\b\s?[:/)])",
    re.IGNORECASE,
)
_CJK = lazy_pattern(r"[\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FEWEST_WORDS = 9
_FEWEST_CJK = 30
_TEASER = 130
"""Characters of a paragraph that a teaser has too; what is above them speaks for the article."""

_STRANGE = 40
"""What a line that is no prose costs the stretch it stands in, in characters."""

_ENDING = 500
"""What a line costs behind which most articles have ended."""

_LONGEST_BOX = 2
"""Lines of a box that points to another story in mid-article: its words, and perhaps that story's title."""

_MENU_LINE = 40
_PARAGRAPH_LINES = 2
_MOST_TEASER_WORDS = 25
_SHARE = 0.35
"""A second stretch is the article's too when it has this share of the first: a box stood between."""

_LONGEST_CAPTION = 320
_MOST_LINKED = 0.6
_HEADING_WORDS = range(1, 16)
_FULL_STOP = lazy_pattern(r"[.。][\"'\u2019\u201d\u00bb)\]*_]*$")
_STATEMENT_REACH = 3
"""How far from prose a short statement may stand, across headings; questions and labels are teasers too."""

_DECK_DISTANCE = 3
_DECK_REACH = 30


class Piece(NamedTuple):
    """`text[start:end]` of the cleaned text, `level` as of a heading or 0; `cut` says a mark stood before it."""

    start: int
    end: int
    raw: str
    level: int
    cut: bool = False


def article_pieces(context: ReadingContext, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that are the article: the stretch with most prose for its short lines, with headings inside it.

    Each long paragraph counts for a stretch, each menu line, teaser and credit against it; the best stretch behind the
    title wins. A deck right below the title belongs to it, across buttons and credits.
    """
    counts = Counter(key(piece.raw) for piece in pieces)
    texts = [plain(piece.raw.replace("\n", " "))[0] for piece in pieces]
    prose = [
        _prose(piece, texts[at], texts[at + 1] if at + 1 < len(texts) else "") if counts[key(piece.raw)] == 1 else 0
        for at, piece in enumerate(pieces)
    ]
    first = _behind_title(context, pieces)
    sizes = sorted(size for size in prose[first:] if size)
    teaser = min(_TEASER, 0.5 * sizes[len(sizes) // 2]) if sizes else _TEASER
    values = [
        size - teaser if size else -_ENDING if ends_article(text) and not _is_box(prose, at) else -_STRANGE
        for at, (size, text) in enumerate(zip(prose, texts, strict=True))
    ]
    start, end, total = _best_stretch(values, first, len(values))
    if end < start:
        return [piece for piece, size in zip(pieces, prose, strict=True) if size]
    stretches = [(start, end)]
    left = _best_stretch(values, first, start)
    if left[2] >= _SHARE * total:
        stretches.insert(0, left[:2])
    right = _best_stretch(values, end + 1, len(values))
    if right[2] >= _SHARE * total and not any(map(ends_article, texts[end + 1 : right[0]])):
        stretches.append(right[:2])
    kept: set[int] = set()
    for low, high in stretches:
        start, end = low, high
        while start > first and prose[start - 1]:
            start -= 1
        while end + 1 < len(prose) and prose[end + 1]:
            end += 1
        kept.update(at for at in range(start, end + 1) if prose[at] or _is_heading(pieces, prose, texts, at))
    opening = min(kept)
    if first and opening - first <= _DECK_REACH:
        kept.update(at for at in range(first, first + _DECK_DISTANCE) if at < opening and prose[at])
    return [pieces[at] for at in sorted(kept)]


def _is_box(prose: Sequence[int], at: int) -> bool:
    """Tell whether a line stands with one other at most between paragraphs: a box in the article, not its end."""
    low = high = at
    while low > 0 and not prose[low - 1]:
        low -= 1
    while high + 1 < len(prose) and not prose[high + 1]:
        high += 1
    return low > 0 and high - low < _LONGEST_BOX and len(prose) > high + 2 and all(prose[high + 1 : high + 3])


def _best_stretch(values: Sequence[float], first: int, stop: int) -> tuple[int, int, float]:
    """Return first and last index, and the sum, of the neighbouring values before `stop` that sum up highest."""
    best, start, end = 0.0, 0, -1
    total, opened = 0.0, first
    for index in range(first, stop):
        if total <= 0:
            total, opened = 0.0, index
        total += values[index]
        if total > best:
            best, start, end = total, opened, index
    return start, end, best


def _behind_title(context: ReadingContext, pieces: Sequence[Piece]) -> int:
    title = context.found.get("title")
    if title is None or not title.in_source or title.rule == "title.browser":
        return 0
    _, end = context.cleaned.to_cleaned(title.start, title.end)
    return next((index for index, piece in enumerate(pieces) if piece.start >= end - 1), 0)


def _prose(piece: Piece, text: str, following: str) -> int:
    """Return how many characters of running text a piece has: 0 for menus, links, teasers, captions, credits."""
    lines = piece.raw.split("\n")
    is_menu = len(lines) > _PARAGRAPH_LINES and sum(map(len, lines)) / len(lines) < _MENU_LINE
    is_caption = len(text) <= _LONGEST_CAPTION and _CREDIT.search(text)
    if piece.level or is_menu or is_caption or is_boilerplate(text):
        return 0
    linked = sum(len(match[1]) for match in _LINKED.finditer(piece.raw))
    words, cjk = len(text.split()), len(_CJK.findall(text))
    few = words < _FEWEST_WORDS and cjk < _FEWEST_CJK
    no_sentence = not _SENTENCE.search(text) and words < 3 * _FEWEST_WORDS
    is_open = not _SENTENCE_END.search(text) and not following[:1].islower() and max(words, cjk) < _MOST_TEASER_WORDS
    if few or no_sentence or is_open or linked > _MOST_LINKED * len(text):
        return 0
    return max(len(text) + 2 * cjk, 1)


def _is_heading(pieces: Sequence[Piece], prose: Sequence[int], texts: Sequence[str], index: int) -> bool:
    """Tell whether a short line between two pieces of prose is a heading or a short paragraph: no link or button."""
    piece, text = pieces[index], texts[index]
    reach = _STATEMENT_REACH if _FULL_STOP.search(text) else 1
    if not any(prose[index + 1 : index + 1 + reach]):
        return False
    if not (index and (any(prose[max(0, index - 1 - reach) : index]) or piece.level)):
        return False
    if "\n" in piece.raw or _LINKED.fullmatch(piece.raw.strip("*_# ")) or is_boilerplate(text) or _CREDIT.search(text):
        return False
    return len(text.split()) in _HEADING_WORDS and not ends_article(text)
