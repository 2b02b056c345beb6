"""The words in an address, and whether they are the words of a text: what tells a lost hyphen, and confirms a title."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.article.address.printed_urls import PrintedUrl
    from textclean.article.page.layout import Layout

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "’": "", "'": ""}
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
_MARKS = lazy_pattern("[\u0300-\u036f]+")
_WORD = lazy_pattern(r"[a-z0-9]+")
_PATH_WORD = lazy_pattern(r"[A-Za-z0-9]+")
_ID_LENGTH = 5
_SHORTEST_PART = 2
_SHORTEST_HALF = 3
_SHORTEST_LINE = 0.7
"""A printed line that had to end at a hyphen fills at least this share of the longest line of text."""

_BREAKS = (66, 112)
"""Where an address breaks on a page of ordinary print, for texts whose lines are whole paragraphs."""

_PARAGRAPH = 130


def slug_words(text: str, *, german: bool = False) -> list[str]:
    """Return the words of `text` as addresses spell them: plain lower-case letters and digits.

    >>> slug_words("Unbekannte Maya-Städte", german=True), slug_words("Día d'été")
    (['unbekannte', 'maya', 'staedte'], ['dia', 'dete'])
    """
    text = text.lower()
    if not text.isascii():
        if german:
            text = unicodedata.normalize("NFC", text).translate(_GERMAN)
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_LETTERS)))
    return _WORD.findall(text.replace("'", ""))


def vocabulary(layout: Layout) -> set[str]:
    """Return the words of a text as addresses spell them, umlauts in both ways; lines that are addresses give none."""
    text = " ".join(line.text for line in layout.lines if "://" not in line.text and "about:" not in line.text)
    words = set(slug_words(text))
    if not text.isascii():
        words.update(slug_words(text, german=True))
    if "’" in text or "'" in text:
        words.update(slug_words(text.replace("’", " ").replace("'", " ")))
    return words


def mend_hyphens(url: PrintedUrl, layout: Layout, others: Sequence[str]) -> str | None:
    """Return the address with the hyphen that a line break ate, or None where it is damaged and nothing shows how.

    pdftotext and others drop a hyphen at a line's end, in an address too; `others` are the addresses of the whole text.
    The hyphen goes where a printed line of that width ends, both halves are words of the text (or one a number), and
    the whole is none.
    """
    address = url.text
    flat = address.replace("-", "").rstrip("/")
    for other in others:
        if other.count("-") > address.count("-") and other.replace("-", "").rstrip("/") == flat:
            return other
    if url.seams:
        for seam in reversed(url.seams):
            address = address[:seam] + "-" + address[seam:]
        return address
    if url.kept or url.rule not in {"url.line", "url.label"} or others.count(address) > 1:
        return address
    wrapped = layout.longest < _PARAGRAPH
    shortest, longest = (_SHORTEST_LINE * layout.longest, layout.longest) if wrapped else _BREAKS
    words = vocabulary(layout)
    start = -url.indent
    while len(address) - start > shortest:
        at = _lost_hyphen(address, words, start + shortest, start + longest)
        if not at:
            overlong = len(address) - start > longest
            return None if overlong and _has_unknown(address, words, start + shortest, start + longest) else address
        address = address[:at] + "-" + address[at:]
        start = at + 1
    return address


def _lost_hyphen(address: str, words: set[str], shortest: float, longest: float) -> int | None:
    """Return where in the path the words of the text show a lost hyphen, between two lengths of a printed line."""
    path = address.find("/", address.find("://") + 3)
    found = []
    for match in _PATH_WORD.finditer(address, max(path, 0)):
        word = match[0].lower()
        if word in words or word.isdigit():
            continue
        for at in range(1, len(word)):
            left, right = word[:at], word[at:]
            if (
                min(len(left), len(right)) >= _SHORTEST_PART
                and shortest <= match.start() + at + 1 <= longest
                and _known(left, words)
                and _known(right, words)
            ):
                found.append((min(len(left), len(right)), match.start() + at))
    return max(found)[1] if found else None


def _has_unknown(address: str, words: set[str], shortest: float, longest: float) -> bool:
    """Tell whether a word where a printed line may have ended is none of the text's but starts or ends as one."""
    path = address.find("/", address.find("://") + 3)
    for match in _PATH_WORD.finditer(address.partition("?")[0], max(path, 0)):
        word = match[0].lower()
        if match.end() > shortest and match.start() < longest and word.isalpha() and word not in words:
            cuts = range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
            if any(word[:at] in words or word[at:] in words for at in cuts):
                return True
    return False


def _known(part: str, words: set[str]) -> bool:
    return part in words or (part.isdigit() and len(part) >= _ID_LENGTH)
