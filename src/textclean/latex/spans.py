"""Find the LaTeX spans of a text that are no mathematics, with their plain text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from textclean.edits import Edit, Notice
from textclean.latex.atoms import Reading
from textclean.latex.classify import classify
from textclean.latex.plain_text import write
from textclean.latex.reader import read_span
from textclean.latex.setting import Setting
from textclean.latex.signature import signature
from textclean.latex.urls import UnwrappedUrl, unwrap_url
from textclean.structure.delimiters import Span, find_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]{5,}")
_RUNS_ON = re.compile(r"[\w/?=&#%]")
_CONTEXT = 40
_LITTLE = 4000
"""A text with less than one formula in so many characters (about two pages) is no mathematical one."""


_GEOMETRY = ("\\triangle", "\\angle", "\\parallel", "\\perp", "\\odot")


class _Candidate(NamedTuple):
    span: Span
    reading: Reading
    url: UnwrappedUrl | None


def unwrap_spans(text: str, *, keep_footnote_marks: bool, plain_superscripts: bool) -> Iterator[Edit | Notice]:
    """Yield an edit for each span that is no mathematics, and a notice for each damaged URL."""
    candidates = [_examine(text, span) for span in find_spans(text) if not _is_in_url(text, span)]
    formulas = [candidate for candidate in candidates if candidate.url is None and _is_formula(candidate.reading)]
    mathematical = len(formulas) * _LITTLE > len(text)
    geometry = mathematical and any(command in text for command in _GEOMETRY)
    notation = frozenset(atom.text for formula in formulas for atom in formula.reading.atoms if atom.code == "W")
    words = cache(lambda: frozenset(_WORD.findall(text)))
    for span, reading, url in candidates:
        if url is not None:
            if url.damaged:
                yield Notice(span.start, span.end, "damaged-url", "a URL that repeats itself; what it was is lost")
            yield Edit(span.start, span.end, url.text, "latex.url")
            continue
        reason = classify(
            reading,
            _setting(text, span)._replace(mathematical=mathematical, geometry=geometry, notation=notation, words=words),
        )
        if reason is None:
            continue
        plain = write(reading.atoms, plain_superscripts=plain_superscripts, on_line=reason == "latex.ordinal")
        if reason == "latex.footnote" and not keep_footnote_marks:
            plain = write([atom for atom in reading.atoms if atom.code != "^"])
        yield Edit(span.start, span.end, plain, reason)


def _is_in_url(text: str, span: Span) -> bool:
    """Tell whether a URL runs on behind a span that stands in it."""
    if text[span.end : span.end + 1].isspace() or "://" not in (before := text[max(0, span.start - 200) : span.start]):
        return False
    return (
        "://" in before[-1 - len(before.rsplit(maxsplit=1)[-1]) :]
        and not before[-1:].isspace()
        and _RUNS_ON.match(text, span.end) is not None
    )


def _examine(text: str, span: Span) -> _Candidate:
    body = text[span.body_start : span.body_end]
    url = unwrap_url(body) if "/" in body or "www" in body else None
    return _Candidate(span, Reading((), False, False, False) if url else read_span(body), url)


def _is_formula(reading: Reading) -> bool:
    sig = signature(reading.atoms)
    return any(code in sig for code in "MVGxy") and classify(reading, Setting("", "", mathematical=False)) is None


def _setting(text: str, span: Span) -> Setting:
    before = text[max(0, span.start - _CONTEXT) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    table = before.rstrip()[-1:] in {">", "|"} and after.lstrip()[:1] in {"<", "|"}
    return Setting(before, after, span.display, table)
