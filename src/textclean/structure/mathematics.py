"""Mathematics in a text: what stands between TeX delimiters and is no price."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.structure.region import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITED = re.compile(
    r"\$\$(?P<display>[^$]{1,4000})\$\$"
    r"|(?<![\\$\w])\$(?P<inline>(?:[^$\n\\]|\\[^\n]){1,600}?)\$(?![\d$])"
    r"|\\\((?P<round>[^\n]{1,600}?)\\\)"
    r"|\\\[(?P<square>[^$]{1,4000}?)\\\]"
)
_ENVIRONMENT = re.compile(r"\\begin\{(?P<name>[a-zA-Z]{1,20}\*?)\}(?:.{0,8000}?)\\end\{(?P=name)\}", re.DOTALL)
_MARK = re.compile(r"[\\^_=+<>{}|]|(?<![A-Za-z])[A-Za-z](?![A-Za-z])")


def find_mathematics(text: str) -> Iterator[Region]:
    """Yield delimited stretches that hold a mark of mathematics; prices and Markdown escapes are none."""
    if "$" in text or "\\(" in text or "\\[" in text:
        for match in _DELIMITED.finditer(text):
            if _MARK.search(match[match.lastgroup or 0]):
                yield Region(*match.span(), "math")
    if "\\begin{" in text:
        for match in _ENVIRONMENT.finditer(text):
            yield Region(*match.span(), "math")
