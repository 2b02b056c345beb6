"""The title: the printed lines that the page's own heads, address and marks agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.context import Found
from textclean.article.running_titles import by_running_title, without_site
from textclean.article.title_evidence import by_address, by_heading, by_position, by_reader_view

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext
    from textclean.article.layout import Layout

_FINDERS = (by_reader_view, by_running_title, by_address, by_heading, by_position)


def read(context: ReadingContext) -> Found | None:
    """Read the title, or None where nothing stands out as one.

    Asked in this order: lines that a running title repeats, lines that the address spells, reader view's own place,
    the highest Markdown heading before the body, the first lines that no mark explains. A browser's print of a page
    that shows its title nowhere keeps what the browser printed, without the site's name.
    """
    layout = context.layout
    address = context.value("url") or context.printed_address
    for find in _FINDERS:
        found = find(layout, address)
        if found:
            first, last, rule = found
            lines = layout.lines
            return Found(joined(layout, first, last), lines[first].start, lines[last].end, rule, in_source=True)
    return None


def joined(layout: Layout, first: int, last: int) -> str:
    """Return the lines of a title as one, without the site's name that a browser's head adds."""
    title = layout.lines[first].text
    for line in layout.lines[first + 1 : last + 1]:
        broken = title[-1:] in {"-", "\u2010"} and title[-2:-1].isalnum() and line.text[:1].isalnum()
        title = (title.rstrip("\u2010") + line.text) if broken else f"{title} {line.text}"
    return without_site(title, layout) if layout.is_browser_print and not layout.lines[first].level else title
