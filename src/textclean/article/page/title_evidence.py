"""Kinds of evidence for a title; each finder answers with first and last line and its rule, or None."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from textclean.article.address.sites import is_site_name
from textclean.article.address.slugs import slug_words
from textclean.article.page.lines import key
from textclean.article.page.title_lines import MOST_LINES, NO_TITLE, Hit, goes_on, words_of

if TYPE_CHECKING:
    from textclean.article.page.layout import Layout

_SAME_WORDS = 0.7
_RELATED = 0.3
_READER_HEAD = 24
_FEWEST_WORDS = 3
_ID_LENGTH = 4
_PARAGRAPH = 200
_HEAD_LINES = 12
_MASTHEAD = 40
_MASTHEAD_LINES = 2
_MOST_NAME_WORDS = 14
_LONGEST_AGENCY = 16
_PARTICLE = 3
_TITLE_WIDTH = 0.85
_SUFFIXES = {"html", "htm", "shtml", "php"}


def by_address(layout: Layout, address: str | None) -> Hit:
    """Find the lines whose words the address spells in its last part with words."""
    wanted = address_words(address)
    if len(wanted) < _FEWEST_WORDS or not layout.is_browser_print:
        return None
    goal = set(wanted)
    best, found = _SAME_WORDS, None
    lines, kinds = layout.lines, layout.kinds
    words = [words_of(line.text) if len(line.text) <= _PARAGRAPH else set() for line in lines]
    for first, line in enumerate(lines):
        if not words[first] & goal:
            continue
        if kinds[first] in NO_TITLE or len(line.text) > _PARAGRAPH or " " not in line.text or "://" in line.text:
            continue
        mine: set[str] = set()
        for last in range(first, min(first + 4, len(lines))):
            if last > first and (kinds[last] or not words[last]):
                break
            mine = mine | words[last]
            score = len(mine & goal) / len(mine | goal)
            if score > best and not layout.is_at_edge(first):
                best, found = score, (first, last)
    if found and found[1] + 1 < len(lines) and not lines[found[1] + 1].gap and goes_on(layout, found[0], found[1] + 1):
        found = found[0], found[1] + 1
    return (*found, "title.address") if found else None


def address_words(address: str | None) -> list[str]:
    """Return the words of the path's most wordy part, without numbers that only identify.

    >>> address_words("https://example.org/news/article409182690/unbekannte-maya-staedte.html")
    ['unbekannte', 'maya', 'staedte']
    """
    if not address:
        return []
    path = unquote(address.split("://")[-1].partition("/")[2]).partition("?")[0]
    parts = [
        [word for word in slug_words(part) if not (word.isdigit() and len(word) > _ID_LENGTH) and word not in _SUFFIXES]
        for part in path.split("/")
    ]
    return max(parts, key=len, default=[])


def by_reader_view(layout: Layout, address: str | None) -> Hit:  # noqa: ARG001
    """Take the lines between the site's domain and the reading time, as far as the running title goes."""
    kinds, lines = layout.kinds, layout.lines
    if not layout.is_reader_print or "reading_time" not in kinds[:_READER_HEAD] or "domain" not in kinds[:_READER_HEAD]:
        return None
    stop = kinds.index("reading_time")
    between = [index for index in range(kinds.index("domain") + 1, stop) if kinds[index] not in NO_TITLE]
    headings = [index for index in between if lines[index].level]
    if headings:
        return headings[0], headings[-1], "title.reader"
    if not 0 < len(between) <= MOST_LINES:
        return None
    running = layout.running_titles[0] if layout.running_titles else ""
    start = key(running.rstrip("…. "))
    got = ""
    for last in between:
        got += key(lines[last].text)
        if got == start:
            return between[0], last, "title.reader"
    if len(between) > 1 and is_name(lines[between[-1]].text) and not start.endswith(key(lines[between[-1]].text)):
        between.pop()
    return between[0], between[-1], "title.reader"


def is_name(text: str) -> bool:
    """Tell whether a line can be names alone: few words, capitalised but for particles, no figures, no sentence.

    >>> is_name("María R. Sahuquillo, Jan van der Beek"), is_name("abril y amenazan con paro"), is_name("dpa")
    (True, False, True)
    """
    words = re.findall(r"[^\W_]+", text)
    if not words or len(words) > _MOST_NAME_WORDS or any(word.isdigit() for word in words) or text[-1:] in "?!:":
        return False
    if len(words) == 1:
        return len(text) <= _LONGEST_AGENCY
    low = [word for word in words if word[0].islower()]
    return len(low) <= len(words) / 2 and all(len(word) <= _PARTICLE for word in low)


def by_heading(layout: Layout, address: str | None) -> Hit:
    """Take the first Markdown heading of the highest level before the body, or in a browser print of the whole page."""
    stop = len(layout.lines) if layout.is_browser_print else layout.first_paragraph
    headings = [
        index
        for index, line in enumerate(layout.lines[:stop])
        if line.level and layout.kinds[index] not in NO_TITLE and len(key(line.text)) > 1
    ]
    if not headings:
        return None
    top = min(layout.lines[index].level for index in headings)
    first = next(index for index in headings if layout.lines[index].level == top)
    last = first
    while last + 1 in headings and layout.lines[last + 1].level == top and not layout.lines[last + 1].gap:
        last += 1
    if layout.is_browser_print and layout.running_titles:
        words = set(slug_words(" ".join(line.text for line in layout.lines[first : last + 1])))
        told = set(slug_words(layout.running_titles[0])) | set(address_words(address))
        if len(words & told) < len(words) * _RELATED:
            return None
    return first, last, "title.heading"


def by_position(layout: Layout, address: str | None) -> Hit:
    """Take the first lines of text that no mark explains, up to a mark or the first line as full as the body's."""
    lines, kinds = layout.lines, layout.kinds
    if layout.is_browser_print and layout.running_titles:
        running = layout.running_titles[0]
        edge = next(
            (index for index, line in enumerate(lines) if line.text.endswith(running) or running in line.text), None
        )
        return None if edge is None else (edge, edge, "title.browser")
    free = [index for index in range(min(len(lines), _HEAD_LINES)) if kinds[index] is None]
    if len(free) > 1 and not _is_sentence(lines[free[1]].text) and _is_site(layout, free[0]):
        free.pop(0)
    if not free:
        return None
    first = last = free[0]
    wanted = set(address_words(address))
    while last + 1 < len(lines) and last - first < MOST_LINES and goes_on(layout, first, last + 1, wanted):
        last += 1
    alone = lines[last].text if first == last else ""
    if alone.endswith(".") and _is_sentence(alone) and not layout.followed_by_mark(last):
        return None
    return first, last, "title.position"


def _is_sentence(text: str) -> bool:
    return len(text) > _MASTHEAD and text[-1] in {".", "!", "?"}


def _is_site(layout: Layout, index: int) -> bool:
    """Tell whether a line at the very top names the site: so says the host, a date below, or every page's head."""
    lines, kinds = layout.lines, layout.kinds
    text = lines[index].text
    if index > _MASTHEAD_LINES or not 0 < len(text) <= _MASTHEAD or index + 1 >= len(lines) or text[-1] in ":,-":
        return False
    if kinds[index + 1] == "date" or is_site_name(text, layout.host):
        return True
    if layout.is_running(index) and kinds[index + 1] is None:
        return True
    following = lines[index + 1]
    if not following.gap or kinds[index + 1] is not None or len(following.text) > _TITLE_WIDTH * layout.width:
        return False
    after = next((k for k in range(index + 1, min(index + 8, len(lines))) if kinds[k]), None)
    return after is not None and kinds[after] in {"url", "byline", "date"} and after < layout.first_paragraph
