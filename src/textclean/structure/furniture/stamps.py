"""Stamps that printing programs and archives put on pages, in one table with where each was seen."""

from __future__ import annotations

import re
from typing import NamedTuple

from textclean.lazy_pattern import lazy_pattern


class Stamp(NamedTuple):
    """A whole line that `source` stamps on pages; `door` is a literal that every such line holds, in lower case.

    One that `recurs` might also be a line of the document, and is a stamp only where other pages bear it too.
    """

    door: str
    pattern: str
    source: str
    recurs: bool = False


_DATE = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202f]?[ap]\.?m\.?)?"
_URL = r"(?:https?://|about:|file:///?)\S{3,2000}"

STAMPS = (
    Stamp(":", rf"{_DATE},? {_TIME}(?:\s.{{0,400}})?", "Chromium's print header: date, time, title", recurs=True),
    Stamp("/", rf"{_URL}\s+\d{{1,4}}\s?[/⁄]\s?\d{{1,4}}", "Chromium's print footer: address, page of pages"),
    Stamp(":", rf"\d{{1,4}} of \d{{1,4}}\s+{_DATE},? {_TIME}", "Firefox's print footer"),
    Stamp("about:reader?", r"(?:.{0,200}\s)?about:reader\?\S{0,2000}", "Firefox's print header in reader view"),
    Stamp("digitized by", r"digitized by (?:google|v?jo+q?\s?ic|the internet archive.{0,80})", "Google Books"),
    Stamp("generated", r"generated (?:for .{1,100} )?on .{4,60}(?:\s/\s.{0,300})?", "HathiTrust", recurs=True),
    Stamp("hathitrust", r"(?:https?://)?www\.hathitrust\.org/\S{0,300}", "HathiTrust"),
    Stamp("hdl.handle.net/2027/", r".{0,100}hdl\.handle\.net/2027/\S{0,300}", "HathiTrust"),
    Stamp("google-digitized", r"public domain,? google-digitized.{0,100}", "HathiTrust"),
    Stamp("this content downloaded from", r"this content downloaded from .{4,200}", "JSTOR"),
    Stamp("subject to", r"all use subject to (?:jstor terms and conditions|https?://about\.jstor\.org/terms)", "JSTOR"),
    Stamp(
        "reproduced with permission",
        r"reproduced with permission of (?:the )?copyright owner\.\s+"
        r"further reproduction prohibited without permission\.?",
        "ProQuest",
    ),
    Stamp("brought to you by", r"brought to you by \| .{0,200}", "De Gruyter"),
    Stamp("download date", r"(?:.{0,100}\s)?download date \| .{0,60}", "De Gruyter"),
    Stamp("camscanner", r"(?:scanned (?:by|with) )?camscanner", "CamScanner"),
    Stamp("kopie von subito", r"kopie von subito e\.\s?v\..{0,200}", "subito document delivery"),
)

_COMPILED = [(stamp, lazy_pattern(stamp.pattern, re.IGNORECASE)) for stamp in STAMPS]


def find_stamp(line: str) -> Stamp | None:
    """Return the row of the table that a whole line is an example of.

    >>> find_stamp("11/23/26, 9:49 AM    Harbour office closed").source
    "Chromium's print header: date, time, title"
    """
    if len(line) > 2500:  # noqa: PLR2004 - longer than any pattern of the table
        return None
    low = line.lower()
    for stamp, pattern in _COMPILED:
        if stamp.door in low and pattern.fullmatch(line):
            return stamp
    return None
