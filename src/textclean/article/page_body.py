"""The article on a whole page: found by density and place, since menus, teasers and feet are short lines and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.article.boilerplate import is_boilerplate
from textclean.article.lines import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.article.body import Piece
    from textclean.article.context import ReadingContext

_LINKED = re.compile(r"\[([^\[\]]{0,400})\]\([^()\s]{0,2000}\)")
_SENTENCE = re.compile(r"[.!?…。！？][\"'\u2019\u201d\u00bb)\]]*(?:\s|$)")
_FEWEST_WORDS = 12
_FEWEST_CJK = 40
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDEST_GAP = 14
"""Pieces without prose between two of prose before a cluster of prose ends."""

_MOST_LINKED = 0.6
_HEADING_WORDS = range(1, 16)


def article_pieces(context: ReadingContext, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that are the article: the densest stretch of prose behind the title, with headings inside it."""
    prose = [_prose(piece) for piece in pieces]
    first = _behind_title(context, pieces)
    clusters = _clusters(prose, first) or _clusters(prose, 0)
    if not clusters:
        return list(pieces[first:] if first < len(pieces) else pieces)
    start, end = max(
        clusters, key=lambda cluster: sum(prose[cluster[0] : cluster[1] + 1]) * (1 if cluster[0] >= first else 0.5)
    )
    kept = []
    for index in range(start, end + 1):
        if prose[index] or _is_heading(pieces, prose, index):
            kept.append(pieces[index])
    return kept


def _behind_title(context: ReadingContext, pieces: Sequence[Piece]) -> int:
    title = context.found.get("title")
    if title is None or not title.in_source or title.rule == "title.browser":
        return 0
    _, end = context.cleaned.to_cleaned(title.start, title.end)
    return next((index for index, piece in enumerate(pieces) if piece.start >= end - 1), 0)


def _prose(piece: Piece) -> int:
    """Return how many characters of running text a piece has: 0 for menus, links, teasers, credits."""
    text = plain(piece.raw.replace("\n", " "))[0]
    if is_boilerplate(text):
        return 0
    linked = sum(len(match[1]) for match in _LINKED.finditer(piece.raw))
    if linked > _MOST_LINKED * len(text):
        return 0
    words = len(text.split())
    if words < _FEWEST_WORDS and len(_CJK.findall(text)) < _FEWEST_CJK:
        return 0
    if not _SENTENCE.search(text) and words < 3 * _FEWEST_WORDS:
        return 0
    lines = piece.raw.split("\n")
    if len(lines) > 3 and sum(map(len, lines)) / len(lines) < 30:  # noqa: PLR2004 - a list of menu items
        return 0
    return len(text)


def _clusters(prose: Sequence[int], first: int) -> list[tuple[int, int]]:
    """Return first and last index of stretches of prose without a wide gap."""
    clusters: list[tuple[int, int]] = []
    for index in range(first, len(prose)):
        if not prose[index]:
            continue
        if clusters and index - clusters[-1][1] <= _WIDEST_GAP:
            clusters[-1] = clusters[-1][0], index
        else:
            clusters.append((index, index))
    return clusters


def _is_heading(pieces: Sequence[Piece], prose: Sequence[int], index: int) -> bool:
    """A short line between two pieces of prose, no link, no sentence."""
    piece = pieces[index]
    if not (0 < index < len(pieces) - 1 and prose[index + 1] and (prose[index - 1] or piece.level)):
        return False
    text = plain(piece.raw)[0]
    if "\n" in piece.raw or _LINKED.fullmatch(piece.raw.strip("*_# ")) or is_boilerplate(text):
        return False
    return len(text.split()) in _HEADING_WORDS and not text.startswith(("©", "Foto", "Photo", "(c)"))
