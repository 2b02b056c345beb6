"""Blanks and blank lines that mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner
from textclean.structure.spaces import has_broken_mathematics, runs_in_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_BLANKS = " \t\r\n\f\u00a0"
_MARKDOWN = lazy_pattern(r"(?m)^#{1,6} \S|\*\*\S|\]\(")


@cleaner(reasons={"space.blank-lines", "space.edge", "space.indent", "space.line-end", "space.page", "space.run"})
def tidy_whitespace(text: str, structure: Structure) -> Iterator[Edit]:
    r"""Remove blanks at line ends and surplus blank lines, make form feeds paragraph breaks, close gaps in prose.

    Runs of blank lines become one; blank lines at the head and the end go. A text that ended in a line break ends in
    one, a text that did not still does not: a piece of a text is no file. The two blanks of a Markdown line
    break stay.

    Left alone: indentation, unless a line of its own is off by one blank; gaps that stand in columns, in short
    lines among others, behind a list's mark or a sentence (two spaces there are a typist's habit, not damage); no-break
    spaces, which French and units need, unless they stand in a row with ordinary ones; tables, code and
    mathematics; and everything in Markdown that somebody wrote by hand, where blank lines and blanks at line
    ends are the author's.

    >>> tidy_whitespace("One  \n\n\n\nTwo\f\nThree \n")
    'One\n\nTwo\n\nThree\n'
    """
    gaps = structure.gaps
    edges = text[:1] + text[-1:]
    if (not gaps and not edges.isspace()) or structure.is_authored:
        return
    inner = []
    breaks = "  \n" in text and _MARKDOWN.search(text) is not None
    for start, end in gaps:
        gap = text[start:end]
        if start == 0 or end == len(text):
            continue
        if "\f" in gap:
            line_end = gap[0] == "\n"  # it may belong to a block of code, which ends there
            stop = end - len(gap.rpartition("\n")[2].rpartition("\f")[2])
            yield Edit(start + line_end, stop, "\n" if line_end else "\n\n", "space.page")
        elif "\n" in gap:
            if gap[0] in "\n\r" or not has_broken_mathematics(text, text.rfind("\n", 0, start) + 1, start):
                yield from _between_lines(gap, start, keeps_breaks=breaks)
                if _is_slipped(text, gap, end):
                    yield Edit(end - len(gap.rpartition("\n")[2]), end, "", "space.indent")
        else:
            inner.append((start, end))
    yield from _at_edges(text, structure)
    yield from (Edit(start, end, " ", "space.run") for start, end in runs_in_prose(text, inner))


def _between_lines(gap: str, start: int, *, keeps_breaks: bool) -> Iterator[Edit]:
    """Yield what tidies the end of one line and the blank lines behind it; the next line's indentation stays."""
    tail, *blank, _ = gap.split("\n")
    end = start + len(tail)
    if tail.rstrip("\r"):
        is_break = keeps_breaks and not blank and tail.startswith("  ")
        line_end = "\r" if tail.endswith("\r") else ""
        yield Edit(start, end, "  " * is_break + line_end, "space.line-end")
    if blank:
        first = end + 1
        yield Edit(
            first,
            first + sum(map(len, blank)) + len(blank),
            blank[0][-1:].strip(" \t\u00a0") + "\n",
            "space.blank-lines",
        )


_LIST_MARK = lazy_pattern(r"[-*+•·–—|>]|\(?\w{1,4}[.)]\s")


def _is_slipped(text: str, gap: str, at: int) -> bool:
    """Tell whether a line that stands alone is indented by a single blank, which is nobody's layout."""
    before, _, indent = gap.rpartition("\n")
    if indent != " " or "\n" not in before or _LIST_MARK.match(text, at):
        return False
    line_end = text.find("\n", at)
    return line_end < 0 or text[line_end + 1 : line_end + 2] in {"", "\n"}


def _at_edges(text: str, structure: Structure) -> Iterator[Edit]:
    start = len(text) if structure.characters.issubset(_BLANKS) else len(text) - len(text.lstrip(_BLANKS))
    if start == len(text):
        yield Edit(0, len(text), "", "space.edge")
        return
    yield Edit(0, max(text.rfind("\n", 0, start), text.rfind("\f", 0, start)) + 1, "", "space.edge")
    end = len(text.rstrip(_BLANKS))
    yield Edit(end, len(text), "\n" if "\n" in text[end:] else "", "space.edge")
