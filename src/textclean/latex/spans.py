"""Find the LaTeX spans of a text that are no mathematics, with their plain text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from textclean.edits import Edit, Notice
from textclean.latex.atoms import MATHEMATICS, Reading
from textclean.latex.bare import find_bare_commands
from textclean.latex.classify import classify
from textclean.latex.plain_text import write
from textclean.latex.reader import read_span
from textclean.latex.setting import Setting
from textclean.latex.signature import signature
from textclean.latex.urls import UnwrappedUrl, unwrap_url
from textclean.lazy_pattern import lazy_pattern
from textclean.structure.delimiters import Span, find_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = lazy_pattern(r"[^\W\d_]{5,}")
_RUNS_ON = lazy_pattern(r"[\w/?=&#%]")
_CONTEXT = 40
_LITTLE = 4000
"""A text with less than one formula in so many characters (about two pages) is no mathematical one."""


_GEOMETRY = ("\\triangle", "\\angle", "\\parallel", "\\perp", "\\odot")


_SURE = lazy_pattern(
    r"\A\s*[A-Za-z](?:\s*_\s*(?:\w|\{\s*\w\s*\}))?\s*\Z"
    r"|\\(?:frac|sum|int|prod|partial|lim|math(?:cal|bb|frak|scr)|hat|tilde|nabla|in|forall|exists|subset|cup|cap)(?![A-Za-z])"
    r"|[\w})]\s*=|=\s*[\w{(\\]"
)
"""What no text needs: a variable alone or with an index, an operator of mathematics, an equation."""

_DOUBTFUL = lazy_pattern(r"://|www|: / /|\\(?:text|math(?:rm|tt|sf)|operatorname|mbox|textrm|frac\s*\{\s*h)|\\\\[a-z]")
_FORMULA = Reading((MATHEMATICS,), spaced=False, bold=False, lined=False)


_PLAIN_TEXT = Setting(mathematical=False)


class _Candidate(NamedTuple):
    span: Span
    reading: Reading
    url: UnwrappedUrl | None


def unwrap_spans(text: str, *, keep_footnote_marks: bool, plain_superscripts: bool) -> Iterator[Edit | Notice]:
    """Yield an edit for each span that is no mathematics, and a notice for each damaged URL."""
    spans = list(find_spans(text))
    candidates = [_examine(text, span) for span in spans if not _is_in_url(text, span)]
    about = _read_surroundings(text, candidates)
    for span, reading, url in candidates:
        if url is not None:
            if url.damaged:
                yield Notice(span.start, span.end, "damaged-url", "a URL that repeats itself; what it was is lost")
            yield Edit(span.start, span.end, url.text, "latex.url")
            continue
        reason = classify(reading, _place(text, span, about))
        if reason is None:
            continue
        plain = write(reading.atoms, plain_superscripts=plain_superscripts, on_line=reason == "latex.ordinal")
        if reason == "latex.footnote" and not keep_footnote_marks:
            plain = write([atom for atom in reading.atoms if atom.code != "^"])
        yield Edit(span.start, span.end, plain, reason)
    for start, end, plain, reason in find_bare_commands(text, spans, plain_superscripts=plain_superscripts):
        yield Edit(start, end, "" if reason == "latex.footnote" and not keep_footnote_marks else plain, reason)


def _read_surroundings(text: str, candidates: list[_Candidate]) -> Setting:
    """Return what is the same for all spans of a text: whether it is mathematical, and the words of its formulas."""
    formulas = [
        candidate.reading for candidate in candidates if candidate.url is None and _is_formula(candidate.reading)
    ]
    mathematical = len(formulas) * _LITTLE > len(text)
    return Setting(
        mathematical=mathematical,
        geometry=mathematical and any(command in text for command in _GEOMETRY),
        notation=frozenset(atom.text for reading in formulas for atom in reading.atoms if atom.code == "W"),
        words=cache(lambda: frozenset(_WORD.findall(text))),
    )


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
    if _SURE.search(body) and not _DOUBTFUL.search(body):
        return _Candidate(span, _FORMULA, None)
    url = unwrap_url(body) if "/" in body or "www" in body else None
    return _Candidate(span, _FORMULA if url else read_span(body), url)


def _is_formula(reading: Reading) -> bool:
    sig = signature(reading.atoms)
    return any(code in sig for code in "MVGxy") and classify(reading, _PLAIN_TEXT) is None


def _place(text: str, span: Span, about: Setting) -> Setting:
    before = text[max(0, span.start - _CONTEXT) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    table = before.rstrip()[-1:] in {">", "|"} and after.lstrip()[:1] in {"<", "|"}
    return about._replace(before=before, after=after, display=span.display, table=table)
