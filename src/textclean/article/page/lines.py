"""The source as printed lines: where titles, heads, feet and stamps stand before cleaning joins or removes them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.front_matter import front_matter_end

_LINE = lazy_pattern(r"[^\n\f]+")
_CELL = lazy_pattern(r"\S+(?:[^\S\n\f]{1,4}\S+)*")
_WHOLE = lazy_pattern(r"\S(?:.*\S)?")
_HEADING = lazy_pattern(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_MARKED = lazy_pattern(r"[*_`\[<#\\~|!]")
_SEAM = lazy_pattern(r"([-\u2010]?)([*_]{1,3}) ([*_]{1,3})(?=\S)")
_LINK = lazy_pattern(
    r"!?\[((?:[^\[\]\\]|\\.){0,400})\]\(<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,2000})?)>?(?:\s\"[^\"]{0,200}\")?\)"
)
_STRIKE_OR_TAG = lazy_pattern(r"~~|</?(?:u|b|i|em|strong|sup|sub|br|span)\b[^<>]{0,200}/?>", re.IGNORECASE)
_AUTOLINK = lazy_pattern(r"<((?:https?://|www\.)[^<>\s]{1,2000})>")
_EMPHASIS = lazy_pattern(
    r"(?<![\w*_])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*_])|(?<=\S)\*{2,3}|\*{2,3}(?=\S)"
)
_LATEX_URL = lazy_pattern(r"\$?\s?\\[a-zA-Z]{2,20}\s?\{\s?(https?://[^{}\s$]{4,2000})\}\s?\$?")
_ESCAPE = lazy_pattern(r"\\([\\`*_{}\[\]()#+\-.!|<>~$])")
_STRONG = lazy_pattern(r"(?:[*_]{1,3}\S.*\S?[*_]{1,3}\s*)+")
_NOT_WORD = lazy_pattern(r"[\W_]+")
_LOWER = bytes(range(256)).lower()
_NO_WORD = bytes(code for code in range(128) if not chr(code).isalnum())


class Line(NamedTuple):
    """One printed line: `source[start:end]` stripped, `text` without Markdown, `links` what it points to.

    `level` is that of a Markdown heading or 0; `strong` says all of it is emphasised; `gap` that a blank line, a page
    break or the start of the text stands before it; `page` counts form feeds from 0.
    """

    start: int
    end: int
    text: str
    level: int
    strong: bool
    gap: bool
    page: int
    links: tuple[str, ...]


def split_lines(source: str) -> tuple[Line, ...]:
    r"""Return the lines of `source` that are not blank, behind its front matter.

    >>> [(line.text, line.level, line.gap) for line in split_lines("# **_A_** **_b_**\n[c](http://d)\n")]
    [('A b', 1, True), ('c', 0, False)]
    """
    lines: list[Line] = []
    at, page = front_matter_end(source), 0
    for match in _LINE.finditer(source, at):
        page += source.count("\f", at, match.start())
        at = match.end()
        wide = "     " in match[0] or "\t" in match[0]
        for cell in (_CELL if wide else _WHOLE).finditer(source, match.start(), match.end()):
            raw = cell[0]
            before = source[lines[-1].end : cell.start()] if lines else "\f"
            gap = "\f" in before or before.count("\n") > 1
            text, links = plain(raw)
            heading = _HEADING.match(raw)
            strong = bool(heading) or (raw[0] in "*_" and bool(_STRONG.fullmatch(raw)))
            lines.append(
                Line(cell.start(), cell.end(), text, len(heading[1]) if heading else 0, strong, gap, page, links)
            )
    return tuple(lines)


def plain(raw: str) -> tuple[str, tuple[str, ...]]:
    r"""Return a line's text without Markdown, and the targets of its links.

    A hyphen before a seam of two emphasised pieces was at a line's end: the pieces join there.

    >>> plain("# **Hamas-** **Geisel** in [London](https://example.org/a)")
    ('Hamas-Geisel in London', ('https://example.org/a',))
    """
    if not _MARKED.search(raw):
        return raw, ()
    links: list[str] = []

    def show(match: re.Match[str]) -> str:
        links.append(match[2])
        return match[1]

    text = _HEADING.sub("", raw)
    if "\\" in text and "://" in text:
        text = _LATEX_URL.sub(r"\1", text)
    if "](" in text:
        text = _LINK.sub(show, text)
    if "<" in text or "~~" in text:
        text = _STRIKE_OR_TAG.sub("", _AUTOLINK.sub(r"\1", text))
    if "*" in text or "_" in text:
        text = _SEAM.sub(lambda seam: "-" if seam[1] else seam[2] + " " + seam[3], text)
        if "://" not in text:
            text = _EMPHASIS.sub("", text)
        else:
            text = " ".join(
                piece if "://" in piece and "*" not in piece else _EMPHASIS.sub("", piece) for piece in text.split(" ")
            )
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return " ".join(text.split()), tuple(links)


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return letters and digits of `text` alone, compatible forms and case folded, to compare printed strings.

    >>> key("Deutsche Hamas-Geisel") == key("Deutsche HamasGeisel")
    True
    """
    if text.isascii():
        return text.encode().translate(_LOWER, _NO_WORD).decode()
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text)).casefold()
