"""What a block of the body is, and its text without the marks that said so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.article.page.lines import plain
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.article.model import BlockKind

_BULLET = lazy_pattern(r"(?:[-*+\u2022\u25aa\u25cf\u25e6\u2023\u00b7]|\d{1,3}[.)])[ \t]+(?=\S)")
_TABLE = lazy_pattern(r"\|.*\||<table\b", re.IGNORECASE)
_FENCE = lazy_pattern(r"(?:```|~~~)")
_QUOTE = lazy_pattern(r">[ \t]?")
_CAPTION = lazy_pattern(
    r"(?:(?:photo|foto|image|bild|picture|figure|fig|abb|abbildung|imagen|immagine|imagem|crédit|credit|credits|quelle"
    r"|photograph|fotografía|fotografia|zdjęcie|фото)\b\.?\s*(?:\d{1,3}\s*)?[:.\u2014\u2013-]|©|\(c\))",
    re.IGNORECASE,
)
_LONGEST_HEADING = 140
_LONGEST_CAPTION = 280
_VERSE_SHARE = 0.6
_STOP = lazy_pattern(r"[.!?…。！？:;,]['\"\u2019\u201d\u00bb)\]]*$")
_VERSE_LINE = 60
_FEWEST_VERSES = 3
_SHORT_LINE = 45
"""Lines so short that the cleaners left below each other are entries: ingredients, an address, a signature."""


def block_kind(raw: str, level: int) -> tuple[BlockKind, str, int | None]:
    r"""Return kind, text and heading level of a block as it stands in the cleaned text.

    >>> block_kind("## **Why** it matters", 2), block_kind("- one\n- two", 0)
    (('heading', 'Why it matters', 2), ('list', '- one\n- two', None))
    """
    lines = [line.strip() for line in raw.split("\n")]
    if _FENCE.match(lines[0]):
        return "code", raw, None
    if sum(bool(_TABLE.match(line)) for line in lines) > len(lines) / 2:
        return "table", raw, None
    if level:
        return "heading", _flow(lines), level
    return *_kind_of_prose(raw, lines), None


def _kind_of_prose(raw: str, lines: Sequence[str]) -> tuple[BlockKind, str]:
    bullets = sum(bool(_BULLET.match(line)) for line in lines)
    if bullets > 1 and bullets >= len(lines) / 2:
        return "list", "\n".join(_items(lines))
    text = _flow(lines)
    if all(_QUOTE.match(line) for line in lines):
        return "quote", _flow([_QUOTE.sub("", line, count=1) for line in lines])
    if _CAPTION.match(text) and len(text) <= _LONGEST_CAPTION:
        return "caption", text
    if _is_verse(lines):
        return "verse", "\n".join(plain(line)[0] for line in lines)
    if max(map(len, lines)) <= _SHORT_LINE and len(lines) > 1:
        return "paragraph", "\n".join(plain(line)[0] for line in lines)
    is_heading = _is_bold(raw) and len(text) <= _LONGEST_HEADING and not _STOP.search(text)
    return ("heading" if is_heading else "paragraph"), text


def _flow(lines: Sequence[str]) -> str:
    return " ".join(text for text in (plain(line)[0] for line in lines) if text)


def _items(lines: Sequence[str]) -> list[str]:
    """Give each item one line."""
    items: list[str] = []
    for line in lines:
        if _BULLET.match(line) or not items:
            items.append(plain(line)[0])
        else:
            items[-1] += " " + plain(line)[0]
    return items


def _is_bold(raw: str) -> bool:
    return raw.startswith(("**", "__")) and raw.endswith(("**", "__")) and "\n" not in raw


def _is_verse(lines: Sequence[str]) -> bool:
    """Short lines, kept apart by the cleaners, most of them opening with a capital and ending without a stop."""
    if len(lines) < _FEWEST_VERSES or max(map(len, lines)) > _VERSE_LINE:
        return False
    return sum(line[:1].isupper() for line in lines) >= len(lines) * _VERSE_SHARE
