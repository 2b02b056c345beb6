"""Print stamps of browsers, told from dates of the page that have the same form (`05.01.2024, 10:30`)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textclean.article.page.print_marks import STAMP
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from textclean.article.page.lines import Line

_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_SHEET_EDGES = frozenset({"counter", "url", "reader_url"})


def without_false_stamps(lines: Sequence[Line], kinds: Sequence[str | None]) -> tuple[str | None, ...]:
    """Return `kinds` in which a stamp that no browser printed is a date.

    A browser prints the same stamp on every sheet, at its edge: at the start or end of the text or of a page, beside
    the address or the page counter, or with the title behind it on the same line.
    """
    if "stamp" not in kinds:
        return tuple(kinds)
    printed = {
        index: match[0] for index, kind in enumerate(kinds) if kind == "stamp" and (match := _stamp(lines[index]))
    }
    counts = Counter(printed.values())
    return tuple(
        "date" if index in printed and counts[printed[index]] == 1 and not _is_at_edge(lines, kinds, index) else kind
        for index, kind in enumerate(kinds)
    )


def _stamp(line: Line) -> re.Match[str] | None:
    return STAMP.match(line.text)


def _is_at_edge(lines: Sequence[Line], kinds: Sequence[str | None], index: int) -> bool:
    stamp = _stamp(lines[index])
    if index in (0, len(lines) - 1) or (stamp and len(_WORD.findall(lines[index].text, stamp.end())) > 1):
        return True
    before, behind = index - 1, index + 1
    return (
        lines[before].page != lines[index].page
        or lines[behind].page != lines[index].page
        or kinds[before] in _SHEET_EDGES
        or kinds[behind] in _SHEET_EDGES
    )
