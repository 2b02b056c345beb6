"""What a browser prints as the title of a page, without the site's name, and the lines on the page that say it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.address.sites import is_site_name
from textclean.article.page.lines import key
from textclean.article.page.print_marks import STAMP
from textclean.article.page.title_lines import MOST_LINES, NO_TITLE, Hit, goes_on
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from textclean.article.page.layout import Layout

_SUFFIX = lazy_pattern(r"\s+[|\u2022*\u2013\u2014\u00ab\u00bb:-]{1,2}\s+|\s*[|\uff5c]\s*")
_SHORTEST_PREFIX = 25
_SHORTEST_TITLE = 4
_SITE_WORDS = 4


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
    """Return first and last of neighbouring lines that say `target`; a heading first, no head."""
    if len(target) < _SHORTEST_TITLE:
        return None
    best: tuple[int, int] | None = None
    lines, kinds = layout.lines, layout.kinds
    for first, line in enumerate(lines):
        got = key(line.text)
        if not got or kinds[first] in NO_TITLE or not (target.startswith(got) or (longer and got.startswith(target))):
            continue
        if layout.is_at_edge(first) and not line.level:
            continue
        last = first
        while got != target and last + 1 < len(lines) and last - first < MOST_LINES and kinds[last + 1] not in NO_TITLE:
            more = got + key(lines[last + 1].text)
            if not (
                target.startswith(more) or (longer and (more.startswith(target) and goes_on(layout, first, last + 1)))
            ):
                break
            got, last = more, last + 1
        if got == target or (longer and got.startswith(target)):
            if line.level:
                return first, last
            best = best or (first, last)
    return best
