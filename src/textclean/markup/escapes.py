r"""Backslashes that a converter put before marks which mean nothing where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKDOWN = lazy_pattern(r"(?m)^#{2,6} \S|^# [^\n]+\n\n|\*\*\S[^*\n]{0,400}\*\*|\]\([^)\s]")
"""Plain text has no escapes: there a backslash is a shell's, or a misread letter."""

_ESCAPE = lazy_pattern(r"(?<!\\)\\(?P<mark>[_*.&~+-])")
_LATEX = lazy_pattern(r"\$|\\[A-Za-z]{2}|\\[(\[{}]")
_LINE_START = lazy_pattern(r"[ \t>]*(?:\d{1,9})?\Z")

_OPENING_UNDERSCORE = lazy_pattern(r"(?<!\w)\\?_(?=[^\s_])")
_CLOSING_UNDERSCORE = lazy_pattern(r"(?<=[^\s_\\])\\?_(?!\w)")
_OPENING_STAR = lazy_pattern(r"\\?\*(?=[^\s*])")
_CLOSING_STAR = lazy_pattern(r"(?<=[^\s*\\])\\?\*")


def find_stray_escapes(text: str) -> Iterator[Edit]:
    r"""Yield backslashes to drop: before `_ * . & ~ + -` where the bare mark starts no emphasis, list or rule.

    Only in Markdown. `\$` stays, since bare dollars make mathematics of prices; so do `\[` and `\(`, which are
    brackets in Markdown and mathematics in LaTeX; and everything in a line that holds LaTeX.
    """
    if "\\" not in text or not _MARKDOWN.search(text):
        return
    for line_start, line in _lines_with_escapes(text):
        if _LATEX.search(line) or not line.strip(" \t\\_*-"):
            continue
        harmful = _harmful_marks(line)
        for escape in _ESCAPE.finditer(line):
            mark, at = escape["mark"], escape.start()
            if mark in harmful or (mark not in "_&~" and _LINE_START.match(line[max(0, at - 20) : at])):
                continue
            yield Edit(line_start + at, line_start + at + 1, "", "markup.escape")


def _lines_with_escapes(text: str) -> Iterator[tuple[int, str]]:
    escape = _ESCAPE.search(text)
    while escape:
        start = text.rfind("\n", 0, escape.start()) + 1
        end = text.find("\n", start) % (len(text) + 1)
        yield start, text[start:end]
        escape = _ESCAPE.search(text, end)


def _harmful_marks(line: str) -> set[str]:
    """Return the marks of which one could open emphasis and a later one close it, were they bare."""
    harmful = set()
    if _OPENING_UNDERSCORE.search(line) and _CLOSING_UNDERSCORE.search(line):
        harmful.add("_")
    bare_stars = line.count("*") - line.count("\\*")
    if bare_stars or (line.count("*") > 1 and _OPENING_STAR.search(line) and _CLOSING_STAR.search(line)):
        harmful.add("*")
    if line.count("~") > 1:
        harmful.add("~")
    return harmful
