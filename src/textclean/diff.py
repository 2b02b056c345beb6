"""What a run changed, as a unified diff: made from the ledger, so its cost follows the text and never its square."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.cleaned import Cleaned

CONTEXT = 3
"""Unchanged lines shown around a change, as every diff tool does."""


class ChangedLines(NamedTuple):
    """Whole lines: `source[a:b]` became `text[c:d]`."""

    a: int
    b: int
    c: int
    d: int


class _Hunk:
    """A run of changes with the lines around them; `old` and `new` are the numbers of its first lines, from 0."""

    def __init__(self, old: int, new: int) -> None:
        self.old = old
        self.new = new
        self.lines: list[str] = []

    def add(self, mark: str, lines: list[str]) -> None:
        for line in lines:
            self.lines.append(
                f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"
            )

    def __iter__(self) -> Iterator[str]:
        marks = [line[0] for line in self.lines]
        old, new = len(marks) - marks.count("+"), len(marks) - marks.count("-")
        yield f"@@ -{_range(self.old, old)} +{_range(self.new, new)} @@\n"
        yield from self.lines


def unified_diff(cleaned: Cleaned, path: str) -> Iterator[str]:
    r"""Yield the lines of a unified diff from source to cleaned text; nothing when nothing changed.

    Lines are parted by line feeds alone, as `patch` reads them.

    >>> from textclean.cleaners import expand_ligatures
    >>> from textclean.pipeline import Pipeline
    >>> print("".join(unified_diff(Pipeline(expand_ligatures).run("o\ufb03ce\n"), "a.txt")), end="")
    --- a.txt
    +++ a.txt (cleaned)
    @@ -1 +1 @@
    -oﬃce
    +office
    """
    hunk: _Hunk | None = None
    at = old_number = new_number = 0
    for a, b, c, d in changed_lines(cleaned):
        gap = _lines(cleaned.source[at:a])
        if hunk and len(gap) <= 2 * CONTEXT:
            hunk.add(" ", gap)
        else:
            if hunk:
                hunk.add(" ", gap[:CONTEXT])
                yield from hunk
            else:
                yield from (f"--- {path}\n", f"+++ {path} (cleaned)\n")
            lead = gap[-CONTEXT:]
            hunk = _Hunk(old_number + len(gap) - len(lead), new_number + len(gap) - len(lead))
            hunk.add(" ", lead)
        removed, added = _lines(cleaned.source[a:b]), _lines(cleaned.text[c:d])
        hunk.add("-", removed)
        hunk.add("+", added)
        old_number += len(gap) + len(removed)
        new_number += len(gap) + len(added)
        at = b
    if hunk:
        hunk.add(" ", _lines(cleaned.source[at:])[:CONTEXT])
        yield from hunk


def changed_lines(cleaned: Cleaned) -> Iterator[ChangedLines]:
    """Widen changed stretches to whole lines, uniting those with no line feed between them.

    Between stretches both texts are the same, so a step back or forward in one is the same step in the other.
    """
    source, text = cleaned.source, cleaned.text
    start: tuple[int, int] | None = None
    end = (0, 0)
    for a, b, c, d in cleaned.alignment.stretches:
        if start and "\n" not in source[end[0] : a]:
            end = (b, d)
            continue
        if start:
            yield _to_line_end(source, text, start, end)
        back = a - (source.rfind("\n", end[0], a) + 1 or end[0])
        start, end = (a - back, c - back), (b, d)
    if start:
        yield _to_line_end(source, text, start, end)


def _to_line_end(source: str, text: str, start: tuple[int, int], end: tuple[int, int]) -> ChangedLines:
    """End the change where a line starts in both texts: right there, or behind the next line feed."""
    old, new = end
    step = 0
    if not (_starts_line(source, old) and _starts_line(text, new)):
        found = source.find("\n", old)
        step = (found + 1 if found >= 0 else len(source)) - old
    return ChangedLines(start[0], old + step, start[1], new + step)


def _starts_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _lines(text: str) -> list[str]:
    *whole, last = text.split("\n")
    return [line + "\n" for line in whole] + ([last] if last else [])


def _range(first: int, count: int) -> str:
    """Write line numbers as a diff does: from 1, the count left out when it is 1, the line before when it is 0."""
    number = first + 1 if count else first
    return str(number) if count == 1 else f"{number},{count}"
