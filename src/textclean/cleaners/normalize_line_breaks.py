"""Line ends of other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner
from textclean.structure import ALL_KINDS, Structure
from textclean.structure.odd_characters import LINE_BREAKS

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = lazy_pattern("\r{1,2}(?=\n)|[\r\x0b\x85\u2028\u2029]")
_REASONS = {"\r": "line-break.cr", "\x0b": "line-break.vertical-tab", "\x85": "line-break.next-line"}
_LINE_ENDS_OF_THEIR_OWN = "\x85\u2028\u2029"
"""What ends a line even where a line feed follows, which then ends an empty one."""


@cleaner(
    inside=ALL_KINDS,
    reasons={
        "line-break.cr",
        "line-break.crlf",
        "line-break.next-line",
        "line-break.separator",
        "line-break.vertical-tab",
    },
)
def normalize_line_breaks(text: str, structure: Structure) -> Iterator[Edit]:
    r"""Make every line end a line feed: CRLF, CR, NEL, U+2028, U+2029 as ftfy does, and the vertical tab of Word.

    CR CR LF, which a program writes that translates line ends twice, is one line end. A line end is a convention
    of the whole document, so this goes into code and tables too. Form feeds stay: they separate pages.

    >>> normalize_line_breaks("one\r\ntwo\rthree\u2028four")
    'one\ntwo\nthree\nfour'
    """
    if structure.characters.isdisjoint(LINE_BREAKS):
        return
    for match in _BREAK.finditer(text):
        end = match.end()
        if match[0] not in _LINE_ENDS_OF_THEIR_OWN and text.startswith("\n", end):
            yield Edit(match.start(), end, "", "line-break.crlf")
        else:
            yield Edit(match.start(), end, "\n", _REASONS.get(match[0], "line-break.separator"))
