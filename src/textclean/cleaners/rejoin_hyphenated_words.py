"""Words that a line break cut in two at a hyphen."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from textclean.edits import Edit, Notice
from textclean.hyphens import weigh_hyphen
from textclean.language import language_of
from textclean.lazy_pattern import lazy_pattern
from textclean.lexicon import LINE_END_HYPHENS, WordCounts
from textclean.registry import cleaner
from textclean.suspended import ANY_CONJUNCTION, is_suspended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_OF_LINE_ENDS = "\u00ac\u00ad\x02"
"""Marks that only a line end makes: whoever sees one knows that the word has no hyphen."""

_SPLIT = lazy_pattern(
    rf"(?<=\w)(?P<kept>-?)(?P<hyphen>[{LINE_END_HYPHENS}])[ \t]*\n(?P<between>\s*)"
    r"(?P<tail>\w[^\s\u2e80-\uffdc]*)(?P<space>[ \t]*)"
)
_LINE_ENDS = {hyphen: lazy_pattern(re.escape(hyphen) + r"[ \t]*\n") for hyphen in LINE_END_HYPHENS}
_EAST_ASIAN = lazy_pattern("[\u2e80-\uffdc]")
_WORD = lazy_pattern(r"\S+(?P<space>[ \t]*)")
_LONGEST = 80
_COLUMN = "    "
_SLANT = 3
"""Lines of one column begin this near to each other: a mark may hang out of it."""

_NOTE_MARK = lazy_pattern(r"\d{1,3}[)*†‡]")
"""Of a note below the page's text, or a sheet's signature: the word goes on behind it."""

_STAYS, _DOUBT = 0.3, (0.12, 0.6)
"""Chance from which a hyphen stays (the loss of one is worse than one too many), and the band told as doubtful."""


class _Verdict(NamedTuple):
    between: str
    reason: str
    doubtful: bool = False


_DROP = _Verdict("", "hyphen.drop")


@cleaner(inside={"math"}, reasons={"hyphen.break", "hyphen.drop", "hyphen.keep", "hyphen.suspended"})
def rejoin_hyphenated_words(text: str, structure: Structure) -> Iterator[Edit | Notice]:
    r"""Pull the second half of a word up to its first half; the line then breaks behind the word.

    Whether the hyphen goes is weighed: the document's own words first, then their frequencies in
    its language. Where it could be either, the hyphen stays and a notice says so.
    Hyphens between digits, before a capital, in addresses and paths stay, and those that hang before a
    conjunction (`pre- and post-war`). Soft hyphens, `¬` and U+0002 always go.

    Left alone: dashes, lists of words that each end in a hyphen, lines that stand in columns, code and tables.

    >>> rejoin_hyphenated_words("The commu-\nnication is 24-\nhour.")
    'The communication\nis 24-hour.'
    """
    document = _Document(text)
    done = 0
    for match in _line_ends(text):
        start, low, high = match.start(), match.start("tail"), match.end("tail")
        head = _token_before(text, start)
        if start < done or not 0 < len(head) < _LONGEST or not _follows(text, match):
            continue
        verdict = document.judge(head, match)
        if verdict is None:
            continue
        cut = start + verdict.between.startswith(text[start])
        if structure.is_protected(cut, low, frozenset({"math"})):
            continue
        if verdict.doubtful:
            word = f"{head}{verdict.between}{match['tail']}"
            yield Notice(start, low, "doubtful-hyphen", f"does the hyphen of {word!r} belong to it?")
        gap = text[match.end("hyphen") : low].lstrip(" \t")
        yield Edit(cut, low, verdict.between[cut - start :], verdict.reason)
        high, done = _next_gap(text, match)
        if done > high or ("\f" in gap and text[done : done + 1] == "\n"):
            done += done == high
            yield Edit(high, done, gap, "hyphen.break")


def _token_before(text: str, end: int) -> str:
    """Return what stands before `end` without a blank or an East Asian letter."""
    token = text[max(0, end - _LONGEST) : end].rsplit(maxsplit=1)[-1]
    return token if token.isascii() else _EAST_ASIAN.split(token)[-1]


def _next_gap(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the gap that becomes the line break: behind the second half, or a word later where that ends in a hyphen.

    The gap is empty where the line ends there anyway.
    """
    low, high = match.end("tail"), match.end("space")
    if match["tail"][-1] in LINE_END_HYPHENS and high > low:
        word = _WORD.match(text, high)
        low, high = word.span("space") if word else (high, high)
    return (low, high) if high < len(text) and text[high] != "\n" else (low, low)


def _line_ends(text: str) -> Iterator[re.Match[str]]:
    """Yield the line ends with a hyphen; an expression that begins with one character is found by plain search."""
    ends = (match.start() for hyphen, end in _LINE_ENDS.items() if hyphen in text for match in end.finditer(text))
    for at in sorted(ends):
        match = _SPLIT.match(text, at - 1 if at and text[at - 1] == "-" else at)
        if match:
            yield match


def _follows(text: str, match: re.Match[str]) -> bool:
    """Tell whether the second line goes on with the first: no columns, no list of words in hyphens."""
    tail, after = match["tail"], match.end("space")
    alone = text[after : after + 1] in {"", "\n"}
    if alone and tail[-1] in LINE_END_HYPHENS and "-" not in tail[:-1]:
        return False
    line = text[max(0, match.start() - 400) : match.start()].rpartition("\n")[2]
    if _COLUMN in line.strip():
        indent = len(match["between"]) - match["between"].rfind("\n") - 1
        if indent > len(_COLUMN) and abs(indent - line.rfind(_COLUMN) - len(_COLUMN)) > _SLANT:
            return False
        return _COLUMN not in text[match.end("tail") : after + 400].partition("\n")[0].rstrip()
    if _NOTE_MARK.match(tail) and match.start() and text[match.start() - 1].isalpha():
        return False
    blank = "\n" in match["between"] and "\f" not in match["between"]
    return tail[0].islower() or not blank


class _Document:
    """Word evidence of one text, counted when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def counts(self) -> WordCounts:
        return WordCounts(self._text)

    @cached_property
    def language(self) -> str:
        return language_of(self._text)

    def judge(self, head: str, match: re.Match[str]) -> _Verdict | None:
        """Return what shall stand between the halves; None leaves them apart."""
        tail, hyphen = match["tail"], match["hyphen"]
        stays = _Verdict("-" if hyphen in _OF_LINE_ENDS else hyphen, "hyphen.keep")
        if match["kept"]:
            return stays if hyphen in _OF_LINE_ENDS else None
        if hyphen in _OF_LINE_ENDS:
            return stays if tail[0].isupper() and not head[-1].isupper() else _DROP
        if head[-1].isdigit() or tail[0].isdigit():
            return None if "\f" in match["between"] else stays
        if "://" in head or head.startswith("www."):
            return stays
        return self._weigh(head, match, stays)

    def _weigh(self, head: str, match: re.Match[str], stays: _Verdict) -> _Verdict | None:
        tail = match["tail"]
        if tail in ANY_CONJUNCTION and is_suspended(head, tail, self.counts, self.language):
            return _Verdict(f"{match['hyphen']} ", "hyphen.suspended")
        evidence = weigh_hyphen(head, tail, self.counts, self.language)
        if evidence is None:
            return None
        far = "\n" in match["between"] or tail.endswith(".")
        if "second capital" in evidence.seen and not evidence.has_witness and far:
            return None
        verdict = stays if evidence.chance > _STAYS else _DROP
        return verdict._replace(doubtful=_DOUBT[0] < evidence.chance < _DOUBT[1])
