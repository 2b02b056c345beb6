"""URLs in a text, without the punctuation that follows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.structure.region import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL = re.compile(r"(?:https?://|www\.)[^\s\x00-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff<>\"`{}|\\^]{1,2000}")
_OPENING = {")": "(", "]": "["}
_TRAILING = ".,;:!?'*_~»”’"


def find_urls(text: str) -> Iterator[Region]:
    """Yield each URL that names its scheme or starts with `www.`; an unpaired closing bracket is not part of it."""
    if "://" not in text and "www." not in text:
        return
    for match in _URL.finditer(text):
        url = match[0].rstrip(_TRAILING)
        while url and url[-1] in ")]" and url.count(url[-1]) > url.count(_OPENING[url[-1]]):
            url = url[:-1].rstrip(_TRAILING)
        yield Region(match.start(), match.start() + len(url), "url")
