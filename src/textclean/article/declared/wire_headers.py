"""Labelled lines that LexisNexis and Factiva print around an article: `BYLINE:`, `DATELINE:`, `LOAD-DATE:`; `HD`, `PD`.

Labels are those of the two services' own exports (Nexis "Full Text" and Nexis Uni downloads; Factiva "Article" format
with its two-letter field codes).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.article.page.lines import Line

_NEXIS = lazy_pattern(
    r"(?P<label>BYLINE|DATELINE|LOAD-DATE|HEADLINE|SECTION|LENGTH|LANGUAGE|PUBLICATION-TYPE|PUB-TYPE|DOCUMENT-TYPE|JOURNAL-CODE"
    r"|ACC-NO|COPYRIGHT|SUBJECT|ORGANIZATION|COMPANY|TICKER|INDUSTRY|GEOGRAPHIC|CITY|STATE|COUNTRY|PERSON|GRAPHIC|EDITION"
    r"|HIGHLIGHT|DISTRIBUTION|TYPE|CORRECTION-DATE|UPDATE-DATE|SOURCE|Byline|Dateline|Load-Date|Headline|Section|Length"
    r"|Language|Publication-Type|Subject|Organization|Company|Ticker|Industry|Geographic|Person|Highlight|Graphic)"
    r":(?:\s+(?P<value>\S.*))?"
)
_FACTIVA = lazy_pattern(
    r"(?P<label>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|RF|CO|IN|NS|RE|PUB|IPD|IPC|AN)(?:\s{1,12}(?P<value>\S.*))?"
)
_SURE_OF_NEXIS = frozenset({"load-date", "length", "byline", "dateline", "publication-type", "section"})
_SURE_OF_FACTIVA = frozenset({"hd", "wc", "pd", "sn", "an"})
_MARK = lazy_pattern(
    r"\d+ of \d+ DOCUMENTS|Document \d+ of \d+|End of Document|Body|Classification|LP|TD"
    r"|(?:Copyright|©) \d{4} .{2,80}|All Rights Reserved",
    re.IGNORECASE,
)
"""Lines that only part a document: the lead paragraph and the text in Factiva's."""

_NEEDED = 3
_LONGEST_VALUE = 4
"""Lines; subjects and companies run on, but nothing the fields read does."""


class Header(NamedTuple):
    """What a label says, and the first and the last of its lines."""

    value: str
    first: int
    last: int


def find_wire_headers(lines: Sequence[Line]) -> dict[str, Header]:
    r"""Return the labelled lines of a Nexis or Factiva document by label in lower case; empty for any other document.

    At least three of the labels that every such document has must be there: `SECTION:` alone is a subhead.

    >>> from textclean.article.page.lines import split_lines
    >>> text = "A Title\n\nBYLINE: By ANN LEE\n\nLENGTH: 90 words\n\nText.\n\nLOAD-DATE: January 5, 2024\n"
    >>> find_wire_headers(split_lines(text))["load-date"].value
    'January 5, 2024'
    >>> find_wire_headers(split_lines("SECTION: A\n\nText.\n"))
    {}
    """
    for pattern, sure in ((_NEXIS, _SURE_OF_NEXIS), (_FACTIVA, _SURE_OF_FACTIVA)):
        may_have = sum(":" in line.text if pattern is _NEXIS else line.text[:2].isupper() for line in lines)
        headers = _labelled(lines, pattern) if may_have >= _NEEDED else {}
        if len(sure & headers.keys()) >= _NEEDED:
            return headers
    return {}


def _labelled(lines: Sequence[Line], pattern: re.Pattern[str]) -> dict[str, Header]:
    headers: dict[str, Header] = {}
    for index, line in enumerate(lines):
        match = pattern.fullmatch(line.text)
        if match is None or match["label"].lower() in headers:
            continue
        last = index
        while last + 1 < len(lines) and last - index < _LONGEST_VALUE and not _ends(lines[last + 1], pattern):
            last += 1
        more = [line.text for line in lines[index + 1 : last + 1]]
        headers[match["label"].lower()] = Header(" ".join([match["value"] or "", *more]).strip(), index, last)
    return headers


def _ends(line: Line, pattern: re.Pattern[str]) -> bool:
    return line.gap or pattern.fullmatch(line.text) is not None


def header_lines(lines: Sequence[Line], headers: dict[str, Header]) -> set[int]:
    """Return the indices of all lines that labels and the marks beside them take."""
    if not headers:
        return set()
    taken = {index for header in headers.values() for index in range(header.first, header.last + 1)}
    return taken | {index for index, line in enumerate(lines) if _MARK.fullmatch(line.text)}
