"""HTML tags that pymupdf4llm and others write into prose: line breaks, and underlines, which are where links were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern
from textclean.marks import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = lazy_pattern(r"<br[ ]?/?>(?P<line_end>[ \t]{0,20}(?=\n|\Z))?")
_NEAR = 1000
"""How far to either side of a break on its line the bar of a table's row is looked for."""

_UNDERLINE = lazy_pattern(r"</?(?:u|mark)>")


def find_tags(text: str) -> Iterator[Edit]:
    """Yield `<br>` to become a line break, and paired tags of underlining to drop."""
    if holds(text, "<br"):
        for match in _BREAK.finditer(text):
            if not _in_row(text, *match.span()):
                yield Edit(*match.span(), "" if match["line_end"] is not None else "\n", "markup.break")
    if (holds(text, "</u>") and text.count("<u>") == text.count("</u>")) or (
        holds(text, "</mark>") and text.count("<mark>") == text.count("</mark>")
    ):
        for match in _UNDERLINE.finditer(text):
            yield Edit(*match.span(), "", "markup.underline")


def _in_row(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    after = text[end : end + _NEAR].partition("\n")[0]
    return "|" in before or "|" in after or "<td" in before
