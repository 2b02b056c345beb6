"""Headings: emphasis that styles the whole of one, and levels that contradict its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HEADING = lazy_pattern(r"(?P<level>#(?<![^\n]#)#{0,5})[ \t]+(?P<title>\S[^\n]{0,1999}+)(?=\n|\Z)")
"""No heading is longer than a page: what is, lost its line breaks."""

_STYLED = lazy_pattern(
    r"(?P<star>\*{1,3})(?P<under>_?)(?=[^\s*_])(?P<text>[^*\n]{1,400}?)(?<=[^\s_])(?P=under)(?P=star)"
    r"|(?<!\w)(?P<line>_{1,3})(?P<stars>\*{0,3})(?=[^\s*_])(?P<words>(?:[^*_\n]|(?<=\w)_(?=\w)){1,400}?)(?<=[^\s*_])(?P=stars)(?P=line)(?!\w)"
)
_NOTHING = lazy_pattern(r"[\s:.,;\u2013\u2014-]*\Z")
_LABEL = lazy_pattern(r"(?:[A-Z]|[A-Z]?\.?\d+)(?:\.\d+)*\.?\Z")


def find_headings(text: str) -> list[re.Match[str]]:
    """Return the headings that begin with number signs: matches with the groups `level` and `title`."""
    return list(_HEADING.finditer(text)) if "#" in text else []


def find_styled_headings(headings: list[re.Match[str]]) -> Iterator[Edit]:
    """Yield the marks of emphasis to drop from headings: all of the heading is emphasised, or just its number is."""
    for heading in headings:
        title, at = heading["title"], heading.start("title")
        if "*" not in title and "_" not in title:
            continue
        styled = list(_STYLED.finditer(title))
        if not _NOTHING.match(_STYLED.sub("", title)):
            styled = [match for match in styled[:1] if _is_label(match)]
        for match in styled:
            low, high = match.span("text" if match["star"] else "words")
            yield Edit(at + match.start(), at + low, "", "markup.heading-emphasis")
            yield Edit(at + high, at + match.end(), "", "markup.heading-emphasis")


def _is_label(styled: re.Match[str]) -> bool:
    return styled.start() == 0 and bool(_LABEL.match(styled["text"] or styled["words"]))


_NUMBER = lazy_pattern(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t]+\S")
_UNMARKED = str.maketrans("", "", "*_")
_FEWEST_NUMBERED = 4
"""Three headings can be numbered by chance (a list set large); the fourth makes it a scheme."""


def find_wrong_levels(headings: list[re.Match[str]]) -> Iterator[Edit]:
    """Yield levels to mend where numbers contradict them: `# 2.6.` stands in `#### 3.`, so the levels were guessed.

    Where a deeper number stands on a higher level than a shallower one, each numbered heading gets the level of its
    depth, counted from the highest level a numbered heading has. Others keep theirs.
    """
    numbered = []
    for heading in headings:
        match = _NUMBER.match(heading["title"].translate(_UNMARKED))
        if match:
            numbered.append((heading, match["number"].count(".")))
    if len(numbered) < _FEWEST_NUMBERED or not any(depth == 0 for _, depth in numbered):
        return
    lowest: dict[int, int] = {}
    highest: dict[int, int] = {}
    for heading, depth in numbered:
        level = len(heading["level"])
        lowest[depth] = max(lowest.get(depth, 0), level)
        highest[depth] = min(highest.get(depth, 9), level)
    if not any(highest[deep] < lowest[shallow] for shallow in lowest for deep in highest if shallow < deep):
        return
    top = min(highest.values())
    for heading, depth in numbered:
        yield Edit(*heading.span("level"), "#" * min(6, top + depth), "markup.heading-level")
