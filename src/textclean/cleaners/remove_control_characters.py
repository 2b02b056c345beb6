"""Control characters, which print nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.edits import Edit, Notice
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner
from textclean.structure.odd_characters import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_HYPHEN = "(?<=\\w)[\x02\ufffe](?=[ \t]*[\r\n\f])"
_SIGN = "(?<=[ (\\[])\ufffc+(?=[ ,.;:!?)\\]])"
"""An object in the midst of a line, by itself: the text speaks of it, as of a sign that has no character."""

_NEAR = 200
_OVERSTRUCK = r"_\x08|(?P<letter>[^\n\x08])\x08(?=(?P=letter))"
_CONTROL = lazy_pattern(
    f"(?P<hyphen>{_HYPHEN})|(?P<overstruck>{_OVERSTRUCK})|(?P<sign>{_SIGN})|(?:(?!{_HYPHEN})[{re.escape(CONTROLS)}])+"
)


@cleaner(inside={"table"}, reasons={"control.character", "control.overstruck"})
def remove_control_characters(text: str, structure: Structure) -> Iterator[Edit | Notice]:
    r"""Remove control characters, noncharacters, and the marks of embedded objects and annotations.

    Tab, line feed and form feed stay, being white space; other line ends are left to `normalize_line_breaks`.
    U+0002 and U+FFFE behind a word at a line end stay: pdfium writes them for hyphens there, and
    `rejoin_hyphenated_words` reads them. A letter struck twice, as printers make bold (`N`, backspace, `N`), and
    an underlined one (`_`, backspace, `N`) become that letter. U+FFFC by itself in the midst of a line stays, with a
    notice `lost-sign`: there the text speaks of something that no character stands for.

    >>> remove_control_characters("no\x00 N\x08NA\x08AM\x08ME\x08E\x7f")
    'no NAME'
    """
    if structure.characters.isdisjoint(CONTROLS):
        return
    for match in _CONTROL.finditer(text):
        if match["sign"] and _is_spoken_of(text, *match.span()):
            yield Notice(*match.span(), "lost-sign", "a sign or a picture stood here that is no character")
        elif not match["hyphen"]:
            yield Edit(*match.span(), "", "control.overstruck" if match["overstruck"] else "control.character")


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Tell whether words stand before and behind on the same line."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    behind = text[end : end + _NEAR].partition("\n")[0]
    return any(map(str.isalnum, before)) and any(map(str.isalnum, behind))
