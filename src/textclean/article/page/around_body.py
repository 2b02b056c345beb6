"""Which printed lines are not the body: above the title, between title and text, behind it, and on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.names.byline_words import byline_names
from textclean.article.page.lines import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.context import ReadingContext

_ALWAYS = {
    "stamp",
    "reader_url",
    "placeholder",
    "wordpress_head",
    "drupal_head",
    "wordpress_posted",
    "drupal_submitted",
    "wire_header",
}
_HEAD = {"byline", "date", "joomla", "reading_time", "domain", "url", "counter", "breadcrumb", "copyright"}
_TAIL = {"wordpress_tail", "drupal_tail"}
_HEAD_LINES = 16
_PARTICLE = 3
_SHORTEST_PART = 7
_LONGEST_NAME = 300
_ALIKE = 90
"""Percent of equal characters that make a misread address the same one."""

_CLAIMS = ("authors", "published", "modified", "subtitle", "publisher")


def lines_around_body(context: ReadingContext) -> set[int]:
    """Return the indices of the layout's lines that do not belong to the body."""
    around = set(_marks(context))
    around.update(_head(context))
    around.update(_reader_heads(context))
    if not context.layout.is_browser_print:
        around.update(_tail(context))
    around.update(_claimed(context))
    return around


def _marks(context: ReadingContext) -> Iterator[int]:
    """Yield marks that are no text wherever they stand, running titles, and the page's own address."""
    layout = context.layout
    address = key(context.printed_address or "")
    names = (
        {key(title) for title in layout.running_titles} if layout.is_browser_print or layout.is_reader_print else set()
    )
    publisher = context.value("publisher")
    if publisher and publisher.name:
        names.add(key(publisher.name))
    for index, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        if kind in _ALWAYS:
            yield index
        elif kind == "counter":
            if "/" in line.text or not line.text.isdigit() or layout.is_at_page_end(index):
                yield index
        elif kind == "url":
            if address and (key(line.text.split()[0]) == address or layout.is_running(index)):
                yield index
        elif (
            (
                kind is None
                and address
                and " " not in line.text[:8]
                and line.text[:4].lower() == "http"
                and _is_like(line.text, address)
            )
            or (kind == "date" and layout.is_running(index))
            or (len(line.text) < _LONGEST_NAME and key(line.text) in names)
        ):
            yield index


def _is_like(text: str, address: str) -> bool:
    """Tell whether OCR misread the page's address in a foot."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only misread feet need it

    return ratio(key(text), address) >= _ALIKE


def _reader_heads(context: ReadingContext) -> Iterator[int]:
    """Yield the running title of reader view on each sheet: lines around its address that say parts of the title."""
    layout = context.layout
    if not layout.is_reader_print:
        return
    title = key(context.value("title") or "")
    for index, kind in enumerate(layout.kinds):
        if kind != "reader_url":
            continue
        for near in (*range(max(0, index - 3), index), *range(index + 1, min(index + 3, len(layout.lines)))):
            text = layout.lines[near].text
            part = key(text.rstrip(".…"))
            if (
                (len(part) > _SHORTEST_PART and part in title)
                or ("%" in text and " " not in text)
                or text.endswith("...")
            ):
                yield near


def _head(context: ReadingContext) -> Iterator[int]:
    """Yield all above the title on a print page, the title, and the marks below it up to the text."""
    layout = context.layout
    title = context.found.get("title")
    if title is None or not title.in_source or not layout.lines or title.end <= layout.lines[0].start:
        return
    first, last = layout.index_at(title.start), layout.index_at(title.end - 1)
    yield from range(first if layout.is_browser_print else 0, last + 1)
    for index in range(last + 1, min(last + _HEAD_LINES, len(layout.lines))):
        if layout.kinds[index] in _HEAD:
            if not layout.goes_on(index, behind=last) and (
                layout.kinds[index] != "byline" or _is_signature(layout.lines[index].text, context.language)
            ):
                yield index
        elif layout.kinds[index] is None and len(layout.lines[index].text) > 0.9 * layout.width:
            return


def _is_signature(text: str, language: str) -> bool:
    """Tell whether a byline's word is followed by nothing but capitalised words and particles."""
    names = byline_names(text, language)
    return names is not None and all(word[0].isupper() or len(word) <= _PARTICLE for word in names.split())


def _tail(context: ReadingContext) -> Iterator[int]:
    """Yield the lines from the first mark of a print page's end, or the address behind the body, to the last."""
    layout = context.layout
    stops = [index for index, kind in enumerate(layout.kinds) if kind in _TAIL and layout.is_behind_body(index)]
    stops += [
        layout.index_at(url.start)
        for url in context.printed_urls
        if url.rule in {"url.line", "url.label", "url.foot"} and layout.is_behind_body(layout.index_at(url.start))
    ]
    if stops:
        yield from range(min(stops), len(layout.lines))


def _claimed(context: ReadingContext) -> Iterator[int]:
    """Yield lines that a field was read from, whole."""
    layout = context.layout
    for name in _CLAIMS:
        found = context.found.get(name)
        if (
            found is None
            or not found.in_source
            or found.start == found.end
            or found.rule.endswith(("foot", "address", "domain"))
        ):
            continue
        for index in range(layout.index_at(found.start), layout.index_at(found.end - 1) + 1):
            line = layout.lines[index]
            if found.start <= line.start and line.end <= found.end:
                yield index
