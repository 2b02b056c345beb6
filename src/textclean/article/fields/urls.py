"""The canonical address of an article, or nothing where it came damaged: a wrong link is worse than none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from textclean.article.address.slugs import mend_hyphens
from textclean.article.address.tracking import is_tracking
from textclean.article.context import Found
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.article.address.printed_urls import PrintedUrl
    from textclean.article.context import ReadingContext

_HOST = lazy_pattern(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{2,5})?|(?:\d{1,3}\.){3}\d{1,3}")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "‐": "-", "\u00ad": "-"}
)
_RANK = {"url.label": 0, "url.reader-link": 1, "url.foot": 2, "url.reader": 3, "url.line": 4}


def read(context: ReadingContext) -> Found | None:
    """Read the page's own address.

    Asked in this order: a labelled line (`URL to article:`), the link of reader view, the foot of a browser print, an
    address alone on a line at the head or the end. Addresses inside the body are none of the page. An address that
    lost a hyphen at a line's end is mended where the words of the text show how; else there is only a warning.
    """
    layout = context.layout
    printed = [
        url for url in context.printed_urls if url.rule in _RANK and _stands_apart(context, url) and _has_page(url.text)
    ]
    if not printed:
        return None
    printed.sort(key=lambda url: (_RANK[url.rule], url.cut, -len(url.seams)))
    best = printed[0]
    whole, rule = best.text, best.rule
    if not best.cut:
        mended = mend_hyphens(best, layout, [url.text for url in printed])
        if mended is not None:
            if mended != whole:
                rule += "-mended"
            address = canonical(mended)
            if address:
                return Found(address, best.start, best.end, rule, in_source=True)
    start, end = context.cleaned.to_cleaned(best.start, best.end)
    context.warn("damaged-url", f"the address {best.text!r} is cut or lost characters; none is given", start, end)
    return None


def _has_page(address: str) -> bool:
    """Tell an article's address from a bare host, which is the site's."""
    parts = address.rsplit("://", maxsplit=1)[-1].split("/", 1)
    return len(parts) > 1 and len(parts[1]) > 1


def _stands_apart(context: ReadingContext, url: PrintedUrl) -> bool:
    """Tell whether an address is the page's: labels and feet say so; a bare line stands before the body or behind."""
    if url.rule != "url.line":
        return True
    layout = context.layout
    index = layout.index_at(url.start)
    return index < layout.first_paragraph + 2 or layout.is_behind_body(layout.index_at(url.end - 1))


def canonical(address: str) -> str | None:
    """Return an address with scheme, host in lower case, no fragment, no tracking parameters; None if it is none.

    >>> canonical("HTTPS://Www.Example.org/a-b/?utm_source=x&id=3#top")
    'https://www.example.org/a-b/?id=3'
    """
    address = address.translate(_LIGATURES).strip()
    address = re.sub(r"^(https?):/{1,3}", r"\1://", address, flags=re.IGNORECASE)
    if "://" not in address:
        address = "https://" + address
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = parts.netloc.lower()
    if (
        not _HOST.fullmatch(host)
        or host.startswith(("www-", "awww.", "wwww."))
        or parts.scheme.lower() not in {"http", "https"}
        or " " in address
    ):
        return None
    query = parts.query
    if query:
        pairs: Sequence[tuple[str, str]] = parse_qsl(query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if not is_tracking(name)]
        if len(kept) != len(pairs):
            query = urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host, parts.path, query, ""))
