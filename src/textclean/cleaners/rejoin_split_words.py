"""Words that a converter split at a ligature or behind a drop capital."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from textclean.edits import Edit, Notice
from textclean.language import language_of
from textclean.lazy_pattern import lazy_pattern
from textclean.lexicon import WordCounts, fold_word, word_frequency
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_LETTER = r"[^\W\d_]"
_AT_LIGATURE = lazy_pattern(
    rf"(?P<head>(?:{_LETTER}{{1,30}} )??{_LETTER}{{0,30}}[{''.join(_LIGATURES)}]) (?P<tail>{_LETTER}{{1,30}})"
)
_BEFORE_LIGATURE = lazy_pattern(rf"(?P<head>{_LETTER}{{1,30}}) (?P<tail>[{''.join(_LIGATURES)}]{_LETTER}{{0,30}})")
_DROP_CAPITAL = lazy_pattern(rf"[ \t]*(?P<head>[^\W\d_a-z])(?: |[ \t]*\n[ \t]*)(?P<tail>{_LETTER}{{1,30}})(?!['’])")
_CAPITAL = lazy_pattern(r"[^\W\d_a-z]")
_CAPITAL_ALONE = lazy_pattern(r"\n(?!\n)[ \t]*+[^\W\d_a-z](?=[ \n])")
_BLANK_LINE = lazy_pattern(r"(?:\A|\n)[ \t]*+\Z")
_WIDEST = 200
_PAGE = lazy_pattern(r"\f(?=[ \t]*[^\W\d_a-z][ \n])")
_ONE_LETTER_WORDS = frozenset("aàáeèéêiíoóòuúyавиоксуяό")
_NEAR = 20_000
"""Code points within which a word that stands alone is looked for before words are counted."""

_COMMON = 2.5
"""A Zipf value that words in use reach: three or more in a billion."""


@cleaner(reasons={"split.drop-capital", "split.ligature"})
def rejoin_split_words(text: str, structure: Structure) -> Iterator[Edit | Notice]:
    r"""Close the gap that a font's ligature or a drop capital left inside a word: `ﬁ eld`, `T he harbour`.

    The word without the gap must stand in the document, or be in use in its
    language, and the piece behind the gap must be no word of its own there. Runs before ligatures are expanded, since
    they are the evidence.

    Left alone: a ligature at the end of a word (`staﬀ meeting`), a capital that is a word (`A ship`), and what
    nobody knows.

    >>> rejoin_split_words("The ﬁ eld lay open. No other ﬁeld did.")
    'The ﬁeld lay open. No other ﬁeld did.'
    """
    evidence = _Evidence(text)
    ligatures = structure.characters.intersection(_LIGATURES)
    closed = set()
    if ligatures:
        done = 0
        for match in sorted((*_AT_LIGATURE.finditer(text), *_BEFORE_LIGATURE.finditer(text)), key=re.Match.start):
            gap = match.end("head")
            if gap >= done and evidence.is_split(match["head"].rpartition(" ")[2], match["tail"]):
                yield Edit(gap, gap + 1, "", "split.ligature")
                done = gap + 1
                closed.add(gap)
    if not any(map(_CAPITAL.match, structure.characters)):
        return
    for match in _drop_capitals(text):
        if match.end("head") not in closed and evidence.is_split(match["head"], match["tail"]):
            yield Edit(match.end("head"), match.start("tail"), "", "split.drop-capital")


def _drop_capitals(text: str) -> Iterator[re.Match[str]]:
    """Yield a single capital at the head of a paragraph with the piece behind it, unless that is a word in the text."""
    lines = (match.start() for match in _CAPITAL_ALONE.finditer(text))
    starts = [0, *(at + 1 for at in lines if _BLANK_LINE.search(text, max(0, at - _WIDEST), at))]
    if "\f" in text:
        starts = sorted({*starts, *(match.end() for match in _PAGE.finditer(text))})
    for start in starts:
        match = _DROP_CAPITAL.match(text, start)
        if match is None or not (match["tail"].islower() or match["tail"].isupper()):
            continue
        end = match.end()
        if match["head"].lower() in _ONE_LETTER_WORDS and text.find(f" {match['tail']} ", end, end + _NEAR) >= 0:
            continue
        yield match


class _Evidence:
    """Word evidence of one text, counted when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _counts(self) -> WordCounts:
        text = self._text
        for ligature, letters in _LIGATURES.items():
            text = text.replace(ligature, letters)
        return WordCounts(text)

    @cached_property
    def _language(self) -> str:
        return language_of(self._text)

    def is_split(self, head: str, tail: str) -> bool:
        """Tell whether two pieces are one word, which is better known than the second piece alone."""
        joined, second = (self._fold(piece) for piece in (head + tail, tail))
        times = self._counts.words
        alone = max(0, times[second] - 1)
        is_word = head.lower() in _ONE_LETTER_WORDS
        if times[joined] > alone and not is_word:
            return True
        if alone > 0 or (times[joined] and not is_word):
            return False
        common = word_frequency(joined, self._language) or 0
        rival = word_frequency(second, self._language) or 0
        return common >= _COMMON and (not rival if is_word else common > rival)

    @staticmethod
    def _fold(piece: str) -> str:
        return fold_word("".join(_LIGATURES.get(letter, letter) for letter in piece))
