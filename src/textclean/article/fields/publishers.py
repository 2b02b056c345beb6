"""Who published: the name as the page prints it, and the host of its address."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textclean.article.address.sites import is_site_name, site_label
from textclean.article.calendar.calendar_names import weekday_of
from textclean.article.calendar.printed_dates import find_dates
from textclean.article.context import Found
from textclean.article.model import Publisher
from textclean.article.page import print_marks as marks
from textclean.article.page.lines import key
from textclean.article.page.running_titles import site_suffix, title_variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.context import ReadingContext

_LONGEST_NAME = 60
_MOST_WORDS = 8
_MASTHEAD_LINES = 3
_LINES_BEHIND_ADDRESS = 3

_Named = tuple[str, int, str]
"""A name, its line, and the rule."""


def read(context: ReadingContext) -> Found | None:
    """Read the publisher's name where print pages put it, and the domain of the page's address.

    In order: the head or the colophon of a print view (`Published on The Site (…)`, `Article printed from The Site`),
    the line behind the address at the end, the masthead above the title, the site's name in a browser's title, a
    copyright line that fits the host. No name stands in reader view: only the domain is given.
    """
    layout = context.layout
    address = context.value("url")
    host = urlsplit(address).netloc if address else layout.host
    domain = host.lower().removeprefix("www.") or None
    named = next(_names(context, host), None)
    if named:
        name, index, rule = named
        line = layout.lines[index]
        return Found(Publisher(name=name, domain=domain), line.start, line.end, rule, in_source=True)
    if not domain:
        return None
    where = context.found.get("url")
    if where:
        return Found(Publisher(domain=domain), where.start, where.end, "publisher.domain", in_source=where.in_source)
    naming = next((line for line in layout.lines if domain in line.text.lower()), None)
    if naming is None:
        return None
    return Found(Publisher(domain=domain), naming.start, naming.end, "publisher.domain", in_source=True)


def _names(context: ReadingContext, host: str) -> Iterator[_Named]:
    layout = context.layout
    for index, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        for pattern in (marks.DRUPAL_HEAD, marks.WORDPRESS_HEAD, marks.WORDPRESS_SOURCE):
            match = pattern.match(line.text) if kind in {"drupal_head", "wordpress_head", "wordpress_tail"} else None
            if match:
                yield match["site"].strip(), index, "publisher.print-page"
    if layout.is_reader_print:
        return
    if layout.is_browser_print:
        yield from _of_browser(context, host)
        return
    yield from _behind_address(context)
    yield from _masthead(context)


def _behind_address(context: ReadingContext) -> Iterator[_Named]:
    """Yield the one short line below the address at the end of a print view."""
    layout = context.layout
    end = context.end_of_address
    if end is None:
        return
    rest = [
        index
        for index in range(layout.index_at(end - 1) + 1, len(layout.lines))
        if layout.kinds[index] not in {"counter", "placeholder"}
    ]
    if 0 < len(rest) <= _LINES_BEHIND_ADDRESS and _is_name(layout.lines[rest[0]].text):
        kind = layout.kinds[rest[0]]
        if kind in {None, "domain", "byline"}:
            yield layout.lines[rest[0]].text, rest[0], "publisher.behind-address"


def _masthead(context: ReadingContext) -> Iterator[_Named]:
    """Yield the line above the title, without the date that newspapers print beside their name."""
    layout = context.layout
    title = context.found.get("title")
    if title is None or not title.in_source:
        return
    for index in range(min(layout.index_at(title.start), _MASTHEAD_LINES)):
        text = layout.lines[index].text
        if layout.kinds[index] == "date" or len(text.split()) > _MOST_WORDS // 2:
            text = _before_date(text, context.language)
        elif layout.kinds[index] not in {None, "domain"}:
            continue
        if _is_name(text):
            yield text, index, "publisher.masthead"


def _before_date(text: str, language: str) -> str:
    dates = find_dates(text, language)
    if not dates:
        return text
    words = text[: dates[0].start].rstrip(" ,").split()
    if words and weekday_of(words[-1], language):
        words.pop()
    return " ".join(words)


def _of_browser(context: ReadingContext, host: str) -> Iterator[_Named]:
    """Yield what the browser's title has more than the page's; else a copyright line, or one with the host's name."""
    layout = context.layout
    title = key(context.value("title") or "")
    for running in layout.running_titles:
        site = site_suffix(running, layout)
        if not site:
            ends = [variant for variant in title_variants(running)[1:] if title and key(variant) == title]
            site = running[len(ends[0]) :].strip(" |-–—:•*·") if ends else None
        if site and not site.endswith(("…", "...")) and _is_name(site):
            index = next((i for i, line in enumerate(layout.lines) if running in line.text), 0)
            yield _without_subdomain(site), index, "publisher.running-title"
    for index, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        match = marks.COPYRIGHT.match(line.text) if kind == "copyright" else None
        if match and is_site_name(match["site"], host):
            yield match["site"].strip(), index, "publisher.copyright"
    wanted = {key(site_label(host)), key(host.removeprefix("www."))}
    names = Counter(line.text for line in layout.lines if len(line.text) <= _LONGEST_NAME and key(line.text) in wanted)
    for name, _ in names.most_common(1):
        yield (
            name.strip(" .-|"),
            next(i for i, line in enumerate(layout.lines) if line.text == name),
            "publisher.site-name",
        )


def _without_subdomain(name: str) -> str:
    """Return a name that is a host without what stands before the registered part."""
    parts = name.split(".")
    return ".".join(parts[-2:]) if len(parts) > 2 and marks.DOMAIN.fullmatch(name) else name  # noqa: PLR2004


def _is_name(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST_NAME
        and len(text.split()) <= _MOST_WORDS
        and text[-1] not in ":;,?!"
        and any(map(str.isalpha, text))
    )
