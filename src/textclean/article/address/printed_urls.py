"""Addresses as they stand printed: whole, wrapped over lines, in a link, in a browser's foot or a label's line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from textclean.article.page import print_marks as marks
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.page.layout import Layout
    from textclean.article.page.lines import Line

_AT_START = lazy_pattern(r"https?:/{1,3}(?=[\w-]+\.)\S+|www\.[\w-]+\.\S+", re.IGNORECASE)
_LABEL = lazy_pattern(
    r"(?:Source URL(?: \([^()]{0,60}\))?|URL to article|URL|Permalink|Link|Source|Retrieved from)\s?:\s*", re.IGNORECASE
)
_REST = lazy_pattern(r"[A-Za-z0-9%._~/?=&+,:;@!$'()*\[\]-]+")
_URL_MARK = lazy_pattern(r"[-/_.=%&?]|\d")
_FINISHED = lazy_pattern(r"(?:\.(?:s?html?|php|aspx?|jsp|cms)|/)$", re.IGNORECASE)
_SHORTEST_STEM = 8
_PUNCTUATION = ".,;:!?'\"*_~»”’>)]}"


class PrintedUrl(NamedTuple):
    """An address with where it stands in the source.

    `seams` are offsets in `text` where two lines met without a hyphen at the break; `indent` is how much of its first
    line stands before it, such as a label; `kept` says that a hyphen at a line's end came through.
    """

    text: str
    start: int
    end: int
    rule: str
    seams: tuple[int, ...] = ()
    indent: int = 0
    kept: bool = False
    cut: bool = False


def printed_urls(layout: Layout) -> Iterator[PrintedUrl]:
    """Yield addresses that stand for the page itself: on lines of their own, behind a label, or in a reader's head."""
    lines = layout.lines
    for index, line in enumerate(lines):
        text = line.text
        if "about:reader?" in text:
            match = marks.READER_URL.search(text)
            if match:
                address = unquote(match["url"])
                cut = not address.endswith("/") and any("..." in near.text for near in lines[index : index + 4])
                yield _printed(address.rstrip(".…"), line, "url.reader", cut=cut or address.endswith(("-", "…")))
            continue
        if line.links and _domain_link(line):
            yield _printed(line.links[0], line, "url.reader-link")
            continue
        if "://" not in text and ":/" not in text and not text.startswith("www."):
            label = _LABEL.fullmatch(text)
            if label and index + 1 < len(lines) and _AT_START.match(lines[index + 1].text):
                yield _wrapped(layout, index + 1, 0, "url.label")
            continue
        label = _LABEL.match(text)
        if label and _AT_START.match(text, label.end()):
            yield _wrapped(layout, index, label.end(), "url.label")
        elif _AT_START.match(text):
            follows_label = index and _LABEL.fullmatch(lines[index - 1].text)
            if not follows_label:
                yield _wrapped(layout, index, 0, "url.line")


def _domain_link(line: Line) -> bool:
    """Tell whether a line shows only a domain, linked to a page of that domain, as reader view prints."""
    shown = line.text.replace(" ", "")
    return bool(marks.DOMAIN.fullmatch(shown)) and shown.lower().removeprefix("www.")[:12] in line.links[0].lower()


def _printed(address: str, line: Line, rule: str, *, cut: bool = False) -> PrintedUrl:
    return PrintedUrl(address, line.start, line.end, rule, cut=cut)


def _wrapped(layout: Layout, index: int, at: int, rule: str) -> PrintedUrl:
    """Join an address that starts in a line with the lines it goes on in; a link's target is the address itself."""
    lines, line = layout.lines, layout.lines[index]
    text = _AT_START.match(line.text, at)[0]  # type: ignore[index]
    behind = line.text[at + len(text) :].strip()
    counted = marks.COUNTER.fullmatch(behind) is not None
    if behind and not counted:
        return PrintedUrl(text.rstrip(_PUNCTUATION), line.start, line.end, "url.inline")
    for target in line.links:
        if _same_start(target, text):
            last = index
            while last + 1 < len(lines) and target in lines[last + 1].links:
                last += 1
            return _printed(target, line, rule)._replace(end=lines[last].end, kept=True)
    if counted:
        return _printed(text.rstrip("…"), line, "url.foot", cut=text.endswith("…"))
    seams: list[int] = []
    kept = False
    last = index
    for following in range(index + 1, min(index + 8, len(lines))):
        piece = lines[following].text
        if layout.kinds[following] == "counter" or (
            layout.page_turns(last, following) and layout.is_running(following)
        ):
            continue
        if not _goes_on(layout, text, piece, last):
            break
        if not text.endswith(("-", "/", "_", "=", "&", "?", ".", "%", "\u2010")):
            seams.append(len(text))
        kept = kept or (text.endswith("-") and not layout.page_turns(last, following))
        text += piece
        last = following
    return PrintedUrl(
        text.rstrip("…").rstrip(_PUNCTUATION),
        line.start,
        lines[last].end,
        rule,
        tuple(seams),
        at,
        kept,
        text.endswith("…"),
    )


def _same_start(target: str, shown: str) -> bool:
    stem = re.sub(r"\W", "", shown.rsplit("://", maxsplit=1)[-1]).lower()
    return len(stem) >= _SHORTEST_STEM and re.sub(r"\W", "", target.rsplit("://", maxsplit=1)[-1]).lower().startswith(
        stem
    )


def _goes_on(layout: Layout, text: str, piece: str, last: int) -> bool:
    """Tell whether a line is the rest of an address: one word of its characters, where the address looks unfinished."""
    if not _REST.fullmatch(piece) or "://" in piece or piece.startswith("www."):
        return False
    if text.endswith(("-", "\u2010")):
        return True
    is_domain = marks.DOMAIN.fullmatch(piece) and not _FINISHED.search(piece)
    if _FINISHED.search(text) or is_domain or not _URL_MARK.search(piece):
        return False
    return "-" in piece or "/" in piece or len(layout.lines[last].text) >= layout.width * 0.8
