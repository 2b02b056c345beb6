"""Kinds of evidence for a title; each finder answers with first and last line and its rule, or None."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from textclean.article.lines import key
from textclean.article.print_marks import STAMP
from textclean.article.sites import is_site_name
from textclean.article.slugs import slug_words

if TYPE_CHECKING:
    from collections.abc import Set

    from textclean.article.layout import Layout

Hit = tuple[int, int, str] | None

_MOST_LINES = 6
_SUFFIX = re.compile(r"\s+[|\u2022*\u2013\u2014\u00ab\u00bb:-]{1,2}\s+|\s*[|\uff5c]\s*")
_IGNORED = {
    "placeholder",
    "counter",
    "stamp",
    "domain",
    "url",
    "reader_url",
    "wordpress_head",
    "drupal_head",
    "breadcrumb",
}
_SHORTEST_PREFIX = 25
_FULL_LINE = 0.75
_LIKE_BODY = 1.12
_SAME_WORDS = 0.7
_RELATED = 0.3
_SHORT_TITLE = 0.45
_READER_HEAD = 24
_SITE_WORDS = 4
_NUMBERS = frozenset(map(str, range(10)))
_ROOM = 0.85
"""A title's line that leaves more room than this for the next word is its last."""

_FEWEST_WORDS = 3


def title_variants(running: str) -> list[str]:
    """Return a running title and what is left of it without one site name or more at its end.

    >>> title_variants("Rain - again | News | The Site")
    ['Rain - again | News | The Site', 'Rain - again | News', 'Rain - again', 'Rain']
    """
    cuts = [match.start() for match in _SUFFIX.finditer(running)]
    return [running, *(running[:cut] for cut in reversed(cuts) if cut)]


def without_site(running: str, layout: Layout) -> str:
    """Return what a browser printed as title without stamp, counter and the site's name behind the last separator."""
    stamp = STAMP.match(running)
    title = running[stamp.end() :].strip() if stamp else running
    site = site_suffix(title, layout)
    return title if not site else title[: list(_SUFFIX.finditer(title))[-1].start()]


def site_suffix(title: str, layout: Layout) -> str | None:
    """Return the site's name that a browser's title ends with, or None: what fits the host, or stands behind a bar."""
    separators = list(_SUFFIX.finditer(title))
    if not separators:
        return None
    last = separators[-1]
    site = title[last.end() :]
    fits = is_site_name(site, layout.host) or "|" in last[0] or "\uff5c" in last[0] or site.endswith("…")
    return site if site and fits and len(site.split()) <= _SITE_WORDS else None


def by_running_title(layout: Layout, address: str | None) -> Hit:  # noqa: ARG001 - finders are alike
    """Find the lines that say what a running title says, whole, or without the site's name, or as far as it goes."""
    for running in layout.running_titles:
        for wanted in dict.fromkeys((without_site(running, layout), *title_variants(running))):
            hit = _find_lines(layout, key(wanted))
            if hit:
                return *hit, "title.running"
    for running in layout.running_titles:
        start = key(running.rstrip("…. "))
        if len(start) >= _SHORTEST_PREFIX:
            hit = _find_lines(layout, start, longer=True)
            if hit:
                return *hit, "title.running-start"
    return None


def _find_lines(layout: Layout, target: str, *, longer: bool = False) -> tuple[int, int] | None:
    """Return first and last of neighbouring lines that say `target`; a heading first, never the running title itself."""
    if len(target) < 4:  # noqa: PLR2004 - three letters stand anywhere
        return None
    best: tuple[int, int] | None = None
    lines, kinds = layout.lines, layout.kinds
    for first, line in enumerate(lines):
        got = key(line.text)
        if not got or kinds[first] in _IGNORED or not (target.startswith(got) or (longer and got.startswith(target))):
            continue
        if layout.is_at_edge(first) and not line.level:
            continue
        last = first
        while (
            got != target and last + 1 < len(lines) and last - first < _MOST_LINES and kinds[last + 1] not in _IGNORED
        ):
            more = got + key(lines[last + 1].text)
            if not (
                target.startswith(more)
                or (longer and (more.startswith(target) and _continues(layout, first, last + 1)))
            ):
                break
            got, last = more, last + 1
        if got == target or (longer and got.startswith(target)):
            if line.level:
                return first, last
            best = best or (first, last)
    return best


def by_address(layout: Layout, address: str | None) -> Hit:
    """Find the lines whose words the address spells in its last part with words."""
    wanted = address_words(address)
    if len(wanted) < _FEWEST_WORDS or not layout.is_browser_print:
        return None
    goal = set(wanted)
    best, found = _SAME_WORDS, None
    lines, kinds = layout.lines, layout.kinds
    words = [_words(line.text) if len(line.text) <= 200 else set() for line in lines]  # noqa: PLR2004 - a paragraph
    for first, line in enumerate(lines):
        if not words[first] & goal:
            continue
        if kinds[first] in _IGNORED or len(line.text) > 200 or " " not in line.text or "://" in line.text:  # noqa: PLR2004
            continue
        mine: set[str] = set()
        for last in range(first, min(first + 4, len(lines))):
            if last > first and (kinds[last] or not words[last]):
                break
            mine = mine | words[last]
            score = len(mine & goal) / len(mine | goal)
            if score > best and not layout.is_at_edge(first):
                best, found = score, (first, last)
    if (
        found
        and found[1] + 1 < len(lines)
        and not lines[found[1] + 1].gap
        and _continues(layout, found[0], found[1] + 1)
    ):
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
        [
            word
            for word in slug_words(part)
            if not (word.isdigit() and len(word) > 4) and word not in {"html", "htm", "shtml", "php"}
        ]
        for part in path.split("/")
    ]
    return max(parts, key=len, default=[])


def by_reader_view(layout: Layout, address: str | None) -> Hit:  # noqa: ARG001
    """Take the lines between the site's domain and the reading time, as far as the running title goes."""
    kinds, lines = layout.kinds, layout.lines
    if not layout.is_reader_print or "reading_time" not in kinds[:_READER_HEAD] or "domain" not in kinds[:_READER_HEAD]:
        return None
    stop = kinds.index("reading_time")
    between = [index for index in range(kinds.index("domain") + 1, stop) if kinds[index] not in _IGNORED]
    headings = [index for index in between if lines[index].level]
    if headings:
        return headings[0], headings[-1], "title.reader"
    if not 0 < len(between) <= _MOST_LINES:
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
    if not words or len(words) > 14 or any(word.isdigit() for word in words) or text[-1:] in "?!:":  # noqa: PLR2004
        return False
    if len(words) == 1:
        return len(text) <= 16  # noqa: PLR2004 - an agency
    low = [word for word in words if word[0].islower()]
    return len(low) <= len(words) / 2 and all(len(word) <= 3 for word in low)  # noqa: PLR2004 - particles


def by_heading(layout: Layout, address: str | None) -> Hit:
    """Take the first Markdown heading of the highest level before the body, or in a browser print of the whole page."""
    stop = len(layout.lines) if layout.is_browser_print else layout.first_paragraph
    headings = [
        index
        for index, line in enumerate(layout.lines[:stop])
        if line.level and layout.kinds[index] not in _IGNORED and len(key(line.text)) > 1
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
    free = [index for index in range(min(len(lines), 12)) if kinds[index] is None]
    if len(free) > 1 and _is_site(layout, free[0]):
        free.pop(0)
    if not free:
        return None
    first = last = free[0]
    wanted = set(address_words(address))
    while last + 1 < len(lines) and last - first < _MOST_LINES and _continues(layout, first, last + 1, wanted):
        last += 1
    return first, last, "title.position"


def _is_site(layout: Layout, index: int) -> bool:
    """A short line at the very top that names the site: so says the host, a date below, or every page's head."""
    lines, kinds = layout.lines, layout.kinds
    text = lines[index].text
    if index > 2 or not 0 < len(text) <= 40 or index + 1 >= len(lines) or text[-1] in ":,-":  # noqa: PLR2004 - a masthead
        return False
    if kinds[index + 1] == "date" or is_site_name(text, layout.host):
        return True
    if layout.is_running(index) and kinds[index + 1] is None:
        return True
    following = lines[index + 1]
    if not following.gap or kinds[index + 1] is not None or len(following.text) > 0.85 * layout.width:
        return False
    after = next((k for k in range(index + 1, min(index + 8, len(lines))) if kinds[k]), None)
    return after is not None and kinds[after] in {"url", "byline", "date"} and after < layout.first_paragraph


def _continues(layout: Layout, first: int, index: int, wanted: Set[str] = frozenset()) -> bool:
    """Tell whether a line goes on with the title that started at `first`; `wanted` are the words of the address."""
    line = layout.lines[index]
    if layout.kinds[index] is not None or line.level != layout.lines[first].level:
        return False
    title = layout.lines[first:index]
    longest = max(len(other.text) for other in title)
    full = len(line.text) >= _FULL_LINE * layout.width
    if (
        full
        and len(line.text) > _LIKE_BODY * longest
        and not (_is_title_case(line.text) and len(line.text) <= 1.3 * longest)
    ):
        return False
    before = title[-1].text
    if len(title) > 1 and len(before) + len(line.text.split(" ", 1)[0]) < _ROOM * longest:
        return False
    words = _words(line.text)
    spelled = bool(words & wanted)
    short = len(before) < _SHORT_TITLE * layout.width
    if short and not spelled and wanted and wanted <= _words(" ".join(other.text for other in title)) | _NUMBERS:
        return False
    if not line.gap:
        return True
    if full or line.text[-1:] == "." or (before[-1:] in ".!?" and not spelled):
        return False
    if line.text[:1].islower() or len(words & wanted) >= max(2, len(words) / 2):
        return True
    return len(before) >= 0.35 * layout.width and layout.followed_by_mark(index) and before[-1:] not in ".!?"


def _words(text: str) -> set[str]:
    return {*slug_words(text), *slug_words(text, german=True)}


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]  # noqa: PLR2004 - articles and prepositions
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
