"""Sentences that a blank line or a page break cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner
from textclean.structure.formulas import is_displayed_formula

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_SMALL = r"[ \t]{0,40}+(?=[^\W\d_A-Z][^\W\d_]{0,40}[ ,;:.!?'’\n-])"
_CUT = lazy_pattern(r"\n(?!\n)(?<=[ \t\n]\n)" + _SMALL)
_CUT_BY_PAGES = lazy_pattern(r"(?:\n(?!\n)(?<=[ \t\n\f]\n)|\f)" + _SMALL)
_WIDEST_CUT = 80
"""Code points: a wider gap is not one that a page's end or a blank line left."""

_MARKED = lazy_pattern(r"[ \t]*(?:[#>|*+•–—-]|\d{1,3}[.)]\s|\w[.)]\s|!?\[|<|\$\$|```)")
_FEWEST_COLUMNS = 50
"""A shorter line may be verse, a heading or an address, whose next line may begin small."""

_FEWEST_WORDS = 8


@cleaner(reasons={"paragraph.join"})
def join_split_paragraphs(text: str, structure: Structure) -> Iterator[Edit]:
    r"""Join a paragraph that a blank line or a page break cut in the middle of a sentence, as often as it was cut.

    A paragraph is cut where it ends in a letter, a comma or a semicolon and the next begins with a small letter. Text
    in lines of a page's width is the business of `join_wrapped_lines`, which also sees how full the lines are.

    Left alone: what ends as a sentence does, and what is followed by a capital; headings, lists, quotations, verse and
    displayed formulas; short lines, which may be any of these; blocks of more than one line; Markdown written by hand.

    >>> join_split_paragraphs("The mayor said that the ministry ought to act with care with respect to the\n\nkeepers.")
    'The mayor said that the ministry ought to act with care with respect to the keepers.'
    """
    ends = (match.end() for match in (_CUT_BY_PAGES if "\f" in text else _CUT).finditer(text))
    cuts = [(start, end) for end in ends if (start := _cut_start(text, end)) is not None]
    if not cuts or structure.is_authored:
        return
    joined_end = joined_start = -1
    for start, end in cuts:
        line_start = text.rfind("\n", 0, start) + 1
        line_start = text.rfind("\f", line_start, start) + 1 or line_start
        if line_start == joined_end:
            line_start = joined_start
        line = text[line_start:start]
        if (
            text[end].islower()
            and len(line) >= _FEWEST_COLUMNS
            and (line[-1].isalpha() or line[-1] in ",;")
            and line.count(" ") >= _FEWEST_WORDS
            and not _MARKED.match(line)
            and not is_displayed_formula(text[end : text.find("\n", end) % (len(text) + 1)])
            and text[max(line_start - 2, 0) : max(line_start - 1, 0)] in {"", "\n", "\f"}
        ):
            yield Edit(start, end, " ", "paragraph.join")
            joined_start, joined_end = line_start, end


def _cut_start(text: str, end: int) -> int | None:
    """Return where the gap in front of `end` starts, or None where it is no blank line and no page break."""
    low = max(0, end - _WIDEST_CUT)
    start = low + len(text[low:end].rstrip(" \t\n\f"))
    is_cut = start > low and (text.count("\n", start, end) > 1 or text.find("\f", start, end) >= 0)
    return start if is_cut else None
