"""Stretches between TeX delimiters: `$...$`, `$$...$$`, `\\(...\\)`, `\\[...\\]`; prices and Markdown escapes are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textclean.marks import holds
from textclean.structure.code import find_code

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\\[\s\S]|\$|\n[ \t\r]*\n|\f")
_LONGEST_INLINE = 1500
_LONGEST_DISPLAY = 8000


class Span(NamedTuple):
    """`text[start:end]` with its delimiters, `text[body_start:body_end]` without."""

    start: int
    end: int
    body_start: int
    body_end: int
    display: bool


def find_spans(text: str) -> Iterator[Span]:
    """Yield every stretch between TeX delimiters outside of code that reads like TeX, in order, disjoint."""
    if not ("$" in text or holds(text, "\\(") or holds(text, "\\[")):
        return
    marks = _marks(text)
    index = 0
    while index < len(marks):
        span, index = _span_at(text, marks, index)
        if span is not None:
            yield span


def _marks(text: str) -> list[tuple[int, str]]:
    """Return delimiters and paragraph ends with their positions, those in code left out."""
    marks = [(match.start(), match[0] if match[0][0] in "\\$" else "\n") for match in _TOKEN.finditer(text)]
    marks = [mark for mark in marks if mark[1] in {"$", "\n", "\\(", "\\)", "\\[", "\\]"}]
    if "`" in text or "~~~" in text or "    " in text or "\t" in text:
        outside = []
        code = iter([*find_code(text)])
        regions = sorted(code)
        at = 0
        for mark in marks:
            while at < len(regions) and regions[at].end <= mark[0]:
                at += 1
            if at < len(regions) and regions[at].start <= mark[0]:
                if outside and outside[-1][1] != "\n":
                    outside.append((mark[0], "`"))
                continue
            outside.append(mark)
        marks = outside
    return marks


def _span_at(text: str, marks: list[tuple[int, str]], index: int) -> tuple[Span | None, int]:
    """Return the span that opens at a mark, if any, and the index of the mark to go on from."""
    start, mark = marks[index]
    if mark == "$":
        if _is_double(marks, index):
            close = _next_double(marks, index + 2)
            if close:
                span = Span(start, marks[close][0] + 2, start + 2, marks[close][0], True)
                if span.end - start <= _LONGEST_DISPLAY and reads_like_display(text[span.body_start : span.body_end]):
                    return span, close + 2
            return None, index + 2
        close = index + 1
        while close < len(marks) and marks[close][1] in {"\\(", "\\)", "\\[", "\\]"}:
            close += 1
        if close < len(marks) and marks[close][1] == "$":
            span = Span(start, marks[close][0] + 1, start + 1, marks[close][0], False)
            if span.end - start <= _LONGEST_INLINE and reads_like_inline(text, span):
                return span, close + 1
        return None, index + 1
    if mark in {"\\(", "\\["}:
        closing = "\\)" if mark == "\\(" else "\\]"
        close = index + 1
        while close < len(marks) and marks[close][1] == "$":
            close += 1
        if close < len(marks) and marks[close][1] == closing:
            span = Span(start, marks[close][0] + 2, start + 2, marks[close][0], mark == "\\[")
            if span.end - start <= _LONGEST_DISPLAY and reads_like_escaped(text, span):
                return span, close + 1
    return None, index + 1


def _is_double(marks: list[tuple[int, str]], index: int) -> bool:
    return index + 1 < len(marks) and marks[index + 1] == (marks[index][0] + 1, "$")


def _next_double(marks: list[tuple[int, str]], index: int) -> int:
    while index < len(marks) and marks[index][1] != "\n":
        if marks[index][1] == "$" and _is_double(marks, index):
            return index
        index += 1
    return 0


_TEX = re.compile(r"\\[A-Za-z]|\\\\[A-Za-z]|[\^_]\s*[{\w\\*+(-]|\\[%$,;!&#]|\{\s*[^\s{}]+\s*\}")
_ESCAPED_DOLLAR = re.compile(r"\\\$|_(?=[A-Za-z]{2})")
_CELL = re.compile(r"</?t[dhr]\b|<br>\s*<|\]\(")
_PROSE = re.compile(r"(?<![\\\w])[a-z]{2,} [a-z]{2,} [a-z]{2,}(?: [a-z]{2,}|\b)")
_SOME_PROSE = re.compile(r"(?<![\\\w])[A-Za-z]{2,},? [a-z]{2,}\b|\b[a-z]{3,},? (?:[A-Z$]|\d)")
_NUMERIC = re.compile(r"[\s\d.,+\-*/=<>()\[\]:×÷%|~±]+")
_TEMPLATE = re.compile(r"\{[A-Za-z_][\w.]+\}")
_GROUPS = re.compile(r"\\[A-Za-z]+\s*\{[^{}]*\}|\{[^{}]*\}")


def reads_like_display(body: str) -> bool:
    """Tell whether what stands between double dollars can be mathematics or wreckage of it."""
    return bool(body.strip()) and not _CELL.search(body)


def reads_like_inline(text: str, span: Span) -> bool:
    """Tell whether what stands between two dollars is no price, shell variable or stretch between two formulas."""
    body = text[span.body_start : span.body_end]
    inner = body.strip()
    if not inner or _CELL.search(body) or body.count("\n") > 2:
        return False
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if " | " in body and _in_row(text, span.start):
        return False
    if _TEMPLATE.match(inner) and "\\" not in inner:
        return False
    if _TEX.search(body):
        bare = _GROUPS.sub(" ", body)
        if inner[0].isdecimal() and not _TEX.search(_ESCAPED_DOLLAR.sub("", body)):
            return False
        return not _PROSE.search(bare)
    if "\n" in body or before.isalnum() or before in "$\\" or len(inner) > 80:
        return False
    following = text[span.end : span.end + 3]
    if after.isalnum() and not re.match(r"(?:th|st|nd|rd)", following):
        return False
    if after in "{(\"'_" and after and not after == "(":
        return False
    if _NUMERIC.fullmatch(inner):
        if re.match(r"\s*\d", following):
            return (
                not (body[-1:].isspace() and not body[:1].isspace())
                and inner[-1:] not in "+-=*/"
                and not inner[-1:].isdecimal()
            )
        return not (body[-1:].isspace() and not body[:1].isspace())
    if inner[0].isdecimal() and re.match(r"[\d.,]+(?:[KMBk+]|\s*(?:/|million|billion|trillion))", inner):
        return False
    return not _SOME_PROSE.search(inner)


def _in_row(text: str, at: int) -> bool:
    line = text.rfind("\n", max(0, at - 5000), at) + 1
    return text[line : line + 4].lstrip().startswith("|")


_OPERATIONS = re.compile(r"[=+*<>]|[A-Za-z]\s*[-/]\s*[A-Za-z\d]")


def reads_like_escaped(text: str, span: Span) -> bool:
    r"""Tell whether `\(...\)` or `\[...\]` is TeX and no pair of Markdown escapes."""
    body = text[span.body_start : span.body_end]
    inner = body.strip()
    if not inner or _CELL.search(body) or "](" in text[span.start : span.end + 2]:
        return False
    if text[span.start - 1 : span.start] in {'"', "'", "\\"} and "." in inner:
        return False
    if re.search(r"\\[A-Za-z]{2,}|[\^_]\s*[{\w\\*]|\\%|\{", body):
        return not _PROSE.search(_GROUPS.sub(" ", body))
    if re.fullmatch(r"[=+*<>/-]|\d+(?:\.\d+)?\\%", inner):
        return True
    padded = body[:1].isspace() and body[-1:].isspace()
    if padded:
        return not _SOME_PROSE.search(inner)
    if _OPERATIONS.search(inner):
        return not _SOME_PROSE.search(inner)
    if len(inner) < 3 and inner.isalpha():
        before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        return not (before.isalnum() or after == "_" or after.isalnum())
    return bool(re.fullmatch(r"[A-Z](?:, ?[A-Z])*,?|[A-Za-z]\([A-Za-z,]+\)", inner))
