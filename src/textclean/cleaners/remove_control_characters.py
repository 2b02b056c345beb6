"""Control characters, which print nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.registry import cleaner
from textclean.structure.odd_characters import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_HYPHEN = "(?<=\\w)[\x02\ufffe](?=[ \t]*[\r\n\f])"
_OVERSTRUCK = r"_\x08|(?P<letter>[^\n\x08])\x08(?=(?P=letter))"
_CONTROL = re.compile(f"(?P<hyphen>{_HYPHEN})|(?P<overstruck>{_OVERSTRUCK})|(?:(?!{_HYPHEN})[{re.escape(CONTROLS)}])+")


@cleaner(inside={"table"}, reasons={"control.character", "control.overstruck"})
def remove_control_characters(text: str, structure: Structure) -> Iterator[Edit]:
    r"""Remove control characters, noncharacters, and the marks of embedded objects and annotations.

    Tab, line feed and form feed stay, being white space; other line ends are left to `normalize_line_breaks`.
    U+0002 and U+FFFE behind a word at a line end stay: pdfium writes them for hyphens there, and
    `rejoin_hyphenated_words` reads them. A letter struck twice, as printers make bold (`N`, backspace, `N`), and
    an underlined one (`_`, backspace, `N`) become that letter.

    >>> remove_control_characters("no\x00 N\x08NA\x08AM\x08ME\x08E\x7f")
    'no NAME'
    """
    if structure.characters.isdisjoint(CONTROLS):
        return
    for match in _CONTROL.finditer(text):
        if not match["hyphen"]:
            yield Edit(*match.span(), "", "control.overstruck" if match["overstruck"] else "control.character")
