"""Runs of blanks within lines: which of them are gaps in prose, and which hold columns apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDEST = 3
"""Justified lines are stretched by up to two blanks a word; columns stand further apart."""

_FEWEST_WORDS = 6
"""Shorter lines are labels with values, verse, or cells."""

_SHORTEST = 40

_FAR = 2000
"""No more of a line than this is looked at, so a text of one line takes linear time."""


_OPTION = lazy_pattern(r"-{1,2}[A-Za-z]")
"""A line that begins so lists an option of a program; what it does stands in a column."""

_INDENT = lazy_pattern(r"\n {2,80}(?=\S)")


class _Line(NamedTuple):
    start: int
    end: int
    runs: list[tuple[int, int]]

    @property
    def columns(self) -> set[int]:
        return {end - self.start for _, end in self.runs}


def runs_in_prose(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield those of `runs`, spans of two or more blanks within lines, that only stretch a sentence.

    Such a line is long or a block of its own, not indented, has no wide gap, and neither neighbour has a gap that
    ends in the same column. In a line stretched within its sentences the gaps behind them are stretched, too.
    """
    lines = _by_line(text, runs)
    for index, line in enumerate(lines):
        if not _is_prose(text, line):
            continue
        beside = set()
        if index and lines[index - 1].end + 1 == line.start:
            beside |= lines[index - 1].columns
        if index + 1 < len(lines) and line.end + 1 == lines[index + 1].start:
            beside |= lines[index + 1].columns
        if not beside & line.columns and any(_stretches_sentence(text, *run) for run in line.runs):
            yield from (run for run in line.runs if not _is_meant(text, *run))


def has_broken_mathematics(text: str, start: int, end: int) -> bool:
    r"""Tell whether a line opens `\(` or `\[` without closing it, or the reverse: where formulas end, nobody knows."""
    line = text[max(start, end - _FAR) : end]
    return "\\" in line and any(line.count(f"\\{a}") != line.count(f"\\{b}") for a, b in ("()", "[]"))


def _by_line(text: str, runs: Sequence[tuple[int, int]]) -> list[_Line]:
    lines: list[_Line] = []
    for start, end in runs:
        if lines and start < lines[-1].end:
            lines[-1].runs.append((start, end))
            continue
        head = text.rfind("\n", lines[-1].end if lines else 0, start) + 1 or (lines[-1].end if lines else 0)
        stop = text.find("\n", end)
        lines.append(_Line(head, len(text) if stop < 0 else stop, [(start, end)]))
    return lines


def _is_prose(text: str, line: _Line) -> bool:
    if text[line.start].isspace() or _OPTION.match(text, line.start) or _hangs(text, line):
        return False
    if has_broken_mathematics(text, line.start, line.end):
        return False
    if any(end - start > _WIDEST or "\t" in text[start:end] for start, end in line.runs):
        return False
    if line.end - line.start >= _SHORTEST:
        return len(text[line.start : min(line.end, line.start + _FAR)].split(maxsplit=_FEWEST_WORDS)) >= _FEWEST_WORDS
    return _is_block(text, line) and all(_parts_words(text, *run) for run in line.runs)


def _hangs(text: str, line: _Line) -> bool:
    """Tell whether the next line begins in the column where a gap ends: it goes on in that column."""
    indent = _INDENT.match(text, line.end)
    return indent is not None and indent.end() - indent.start() - 1 in line.columns


def _is_block(text: str, line: _Line) -> bool:
    """Tell whether a line is a block of its own, so that it is no row and no verse."""
    return text[max(0, line.start - 2) : line.start] in {"", "\n\n"} and text[line.end : line.end + 2] in {
        "",
        "\n",
        "\n\n",
    }


def _parts_words(text: str, start: int, end: int) -> bool:
    return (text[start - 1].isalpha() or text[start - 1] == ",") and text[end].isalpha()


_LIST_MARK = lazy_pattern(r"(?:\A|\n)[ \t]*(?:[-*+•·–—#>]{1,6}|\(?\w{1,4}[.)])\Z")


def _stretches_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a gap stands between words of a sentence, not behind its end, where a typist sets two blanks."""
    before = text[start - 1]
    if _is_meant(text, start, end) or before in ".!?:;…":
        return False
    return not (before in "\"'”’»)" and text[start - 2] in ".!?…")


def _is_meant(text: str, start: int, end: int) -> bool:
    """Tell whether a gap is made of no-break spaces alone, parts cells, or stands behind the mark of a list."""
    if " " not in text[start:end] or text[start - 1] == "|" or text[end] == "|":
        return True
    return _LIST_MARK.search(text, max(0, start - 12), start) is not None
