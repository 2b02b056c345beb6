"""The title: the printed lines that the page's own heads, URL and marks agree on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.article.context import Found
from textclean.article.lines import key

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext
    from textclean.article.layout import Layout

_MOST_LINES = 6
_SITE_SUFFIX = re.compile(r"\s+[|\u2022*\u2013\u2014\u00ab\u00bb:-]{1,2}\s+|\s*[|\uff5c]\s*")
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


def read(context: ReadingContext) -> Found | None:
    """Read the title, or None where nothing stands out as one."""
    layout = context.layout
    for find in (_by_running_title, _by_heading, _by_position):
        found = find(layout)
        if found:
            first, last, rule = found
            text = _joined([line.text for line in layout.lines[first : last + 1]])
            return Found(text, layout.lines[first].start, layout.lines[last].end, rule, in_source=True)
    return None


def _joined(lines: list[str]) -> str:
    title = lines[0]
    for line in lines[1:]:
        title += line if title[-1:] in "-\u2010" and line[:1].isalpha() and title[-2:-1] != " " else " " + line
    return title


def _by_running_title(layout: Layout) -> tuple[int, int, str] | None:
    """Find the lines that say what a running title says, whole or without the site's name behind it."""
    for running in layout.running_titles:
        for wanted in title_variants(running):
            hit = find_lines(layout, wanted)
            if hit:
                return *hit, "title.running"
    return None


def title_variants(running: str) -> list[str]:
    """Return a running title and what is left of it without one site name or more at its end.

    >>> title_variants("Rain - again | News | The Site")
    ['Rain - again | News | The Site', 'Rain - again | News', 'Rain - again', 'Rain']
    """
    cuts = [match.start() for match in _SITE_SUFFIX.finditer(running)]
    return [running, *(running[:cut] for cut in reversed(cuts) if cut)]


def find_lines(layout: Layout, wanted: str) -> tuple[int, int] | None:
    """Return first and last of neighbouring lines that together say `wanted`, not being a running title themselves."""
    target = key(wanted)
    if len(target) < 4:
        return None
    best: tuple[int, int] | None = None
    lines, kinds = layout.lines, layout.kinds
    for first, line in enumerate(lines):
        if kinds[first] in _IGNORED or (first and kinds[first - 1] == "stamp"):
            continue
        got = key(line.text)
        if not got or not target.startswith(got):
            continue
        last = first
        while (
            got != target and last + 1 < len(lines) and last - first < _MOST_LINES and kinds[last + 1] not in _IGNORED
        ):
            longer = got + key(lines[last + 1].text)
            if not target.startswith(longer):
                break
            got, last = longer, last + 1
        if got == target:
            if lines[first].level:
                return first, last
            best = best or (first, last)
    return best


def _by_heading(layout: Layout) -> tuple[int, int, str] | None:
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
    return first, last, "title.heading"


def _by_position(layout: Layout) -> tuple[int, int, str] | None:
    """Take the first lines of text that no mark explains, up to a mark, a gap or the first full line."""
    lines, kinds = layout.lines, layout.kinds
    first = next(
        (index for index in range(min(len(lines), 12)) if kinds[index] is None and not _is_site(layout, index)), None
    )
    if first is None:
        return None
    last = first
    while last + 1 < len(lines) and last - first < _MOST_LINES and _continues(layout, first, last + 1):
        last += 1
    return first, last, "title.position"


def _is_site(layout: Layout, index: int) -> bool:
    """A short line alone at the very top, before another that looks like a title, names the site."""
    lines, kinds = layout.lines, layout.kinds
    if index > 2 or len(lines[index].text) > 40 or index + 1 >= len(lines):
        return False
    following = lines[index + 1]
    if kinds[index + 1] == "date":
        return True
    if layout.repeated.get(key(lines[index].text), 0) > 1 and kinds[index + 1] is None:
        return True
    if not following.gap or kinds[index + 1] is not None or len(following.text) > 0.85 * layout.width:
        return False
    after = next((k for k in range(index + 1, min(index + 8, len(lines))) if kinds[k]), None)
    return after is not None and kinds[after] in {"url", "byline", "date"} and after < layout.first_paragraph


def _continues(layout: Layout, first: int, index: int) -> bool:
    """Tell whether a line goes on with the title that started at `first`."""
    line = layout.lines[index]
    if layout.kinds[index] is not None or line.gap or line.level:
        return False
    longest = max(len(other.text) for other in layout.lines[first:index])
    return not (len(line.text) >= 0.75 * layout.width and len(line.text) > 1.12 * longest)
