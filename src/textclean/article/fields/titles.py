"""The title: the printed lines that the page's own heads, address and marks agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.context import Found
from textclean.article.page.lines import key, plain
from textclean.article.page.running_titles import by_running_title, without_site
from textclean.article.page.title_evidence import by_address, by_heading, by_position, by_reader_view

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext

_LEAST = 0.7
"""Repair of mis-decoded characters shortens a title, but not to less than this share."""

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
            start, end = layout.lines[first].start, layout.lines[last].end
            printed = joined([line.text for line in layout.lines[first : last + 1]])
            title = _as_cleaned(context, printed, start, end)
            if layout.is_browser_print and not layout.lines[first].level:
                title = without_site(title, layout)
            return Found(title, start, end, rule, in_source=True)
    return None


def joined(lines: list[str]) -> str:
    """Return the lines of a title as one; a word that a line's end cut with a hyphen keeps it, as compounds do.

    >>> joined(["The Harbour-", "Board rebuilds", "its quay"])
    'The Harbour-Board rebuilds its quay'
    """
    title = lines[0]
    for line in lines[1:]:
        broken = title[-1:] in {"-", "\u2010"} and title[-2:-1].isalnum() and line[:1].isalnum()
        title = (title.rstrip("\u2010") + line) if broken else f"{title} {line}"
    return title


def _as_cleaned(context: ReadingContext, printed: str, start: int, end: int) -> str:
    """Return the title with its characters repaired as the cleaners did, where they kept it."""
    start, end = context.cleaned.to_cleaned(start, end)
    lines = [text for text in (plain(line.strip())[0] for line in context.text[start:end].split("\n")) if text]
    cleaned = joined(lines) if lines else ""
    alike = key(cleaned) == key(printed) or _LEAST * len(printed) <= len(cleaned) <= len(printed)
    return cleaned if alike and cleaned else printed
