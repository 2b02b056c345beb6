"""Mathematics in a text: what stands between TeX delimiters and is no price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.marks import holds
from textclean.structure.delimiters import find_spans
from textclean.structure.region import Region

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_ENVIRONMENT = lazy_pattern(r"\\(?P<mark>begin|end)\{(?P<name>[a-zA-Z]{1,20}\*?)\}")
_PROSE = frozenset({"document", "itemize", "enumerate", "abstract", "center", "figure", "table", "verbatim", "quote"})
_LONGEST = 10_000


def find_mathematics(text: str) -> Iterator[Region]:
    """Yield what stands between TeX delimiters, and environments of mathematics outside of them."""
    end = 0
    spans = [(span.start, span.end) for span in find_spans(text)]
    for start, stop in sorted([*spans, *_environments(text)]):
        if start >= end:
            yield Region(start, stop, "math")
            end = stop


def _environments(text: str) -> Iterator[tuple[int, int]]:
    r"""Pair each `\begin{name}` with the next `\end{name}`; those of prose, and those that hold one, are none."""
    if not holds(text, "\\begin{"):
        return
    opened: re.Match[str] | None = None
    for match in _ENVIRONMENT.finditer(text):
        if match["mark"] == "begin":
            if match["name"] in _PROSE:
                opened = None
            elif opened is None:
                opened = match
        elif opened is not None and match["name"] == opened["name"]:
            if match.end() - opened.start() <= _LONGEST:
                yield opened.start(), match.end()
            opened = None
