r"""LaTeX commands that stand in plain text without delimiters: `\textsuperscript{1}`, `\checkmark`."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from textclean.latex.plain_text import write
from textclean.latex.reader import read_span
from textclean.latex.signature import signature
from textclean.latex.symbols import SYMBOLS
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from textclean.structure.delimiters import Span

_SHORTEST = 5
"""Shorter command names are also names of files and escapes."""

_NAMES = sorted((name for name, (code, _) in SYMBOLS.items() if code in "TAXPR" and len(name) >= _SHORTEST), key=len)
_COMMAND = lazy_pattern(
    r"\\(?:(?P<raised>textsuperscript|textsubscript)\s?\{(?P<script>[^{}$\\\n]{1,60})\}|(?<![\w:/\\]\\)(?:"
    r"(?P<font>textbf|textit|texttt|textrm|textsf|textsc|underline|emph|mathrm|mbox|text)\{(?P<words>[^{}$\\\n]{1,200})\}"
    rf"|(?P<symbol>{'|'.join(reversed(_NAMES))})(?![A-Za-z{{])))"
)
_SOURCE = (
    "\\begin{",
    "\\documentclass",
    "\\section",
    "\\usepackage",
    "\\newcommand",
    "\\def\\",
    "\\item",
    "LaTeX",
    "TeX ",
)
_DELIMITED = lazy_pattern(r"\$[^$\n]{1,300}\$|\\\(.{1,300}?\\\)")
_OTHER = lazy_pattern(r"\\[A-Za-z]|\\\\|[\^_]\{")


class BareCommand(NamedTuple):
    """A command in plain text, what it prints, and why it is no mathematics."""

    start: int
    end: int
    plain: str
    reason: str


def find_bare_commands(text: str, spans: Sequence[Span], *, plain_superscripts: bool) -> Iterator[BareCommand]:
    """Yield the bare commands outside of `spans`, save in LaTeX source, in texts about it, and in lines of formulas."""
    if "\\" not in text or not _COMMAND.search(text) or any(mark in text for mark in _SOURCE):
        return
    starts = [span.start for span in spans]
    ends = [span.end for span in spans]
    judged_until = 0
    is_prose = False
    for match in _COMMAND.finditer(text):
        start = match.start()
        if bisect_right(starts, start) > bisect_right(ends, start):
            continue
        if start >= judged_until:
            judged_until = _line_end(text, start)
            is_prose = _is_prose(text[text.rfind("\n", 0, start) + 1 : judged_until])
        if is_prose:
            yield _print(match, plain_superscripts=plain_superscripts)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _is_prose(line: str) -> bool:
    """Tell whether a line has no LaTeX but what can be printed."""
    return not _OTHER.search(_DELIMITED.sub("", _COMMAND.sub("", line)))


def _print(match: re.Match[str], *, plain_superscripts: bool) -> BareCommand:
    start, end = match.span()
    if match["symbol"]:
        return BareCommand(start, end, SYMBOLS[match["symbol"]][1], "latex.symbol")
    if match["font"]:
        return BareCommand(start, end, match["words"].strip(), "latex.word")
    atoms = read_span(match[0]).atoms
    reason = {"o": "latex.ordinal", "s": "latex.chemistry"}.get(signature(atoms), "latex.footnote")
    return BareCommand(start, end, write(atoms, plain_superscripts=plain_superscripts), reason)
