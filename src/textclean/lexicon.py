"""Word evidence: the words of a document, how often each stands in it, and how common a word is in a language."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from textclean.word_lists import WordList

LINE_END_HYPHENS = "-\u2010\u00ac\u2e17\u00ad\x02"
"""Hyphen-minus, hyphen, the not sign of ABBYY, the double hyphen of black letter, soft hyphen, pdfium's U+0002."""

_BREAKS = {
    hyphen: lazy_pattern(rf"{re.escape(hyphen)}(?<=[^\W\d_].)[{LINE_END_HYPHENS}]?[ \t]*\n\s*(?P<tail>[^\W\d_]+)")
    for hyphen in LINE_END_HYPHENS
}
"""An expression that begins with one character is found by plain search."""

_HEAD = lazy_pattern(r"[^\W\d_]+\Z")
_LONGEST_HEAD = 100
_ENOUGH = 250_000
"""Code points that are read of a text: a third of a novel, which is what most documents are that the weights of
`textclean.hyphens` were fitted on."""

_PUNCTUATION = ".,;:!?\"'()[]*"
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OLD_LETTERS = str.maketrans({"ſ": "s", "ꝛ": "r", "’": "'"})
_SMALL_E = "\u0364"


def fold_word(word: str) -> str:
    """Return `word` as it is counted: lower case, long s and r rotunda as today's letters, small e as umlaut.

    >>> fold_word("Waſſer")
    'wasser'
    """
    return compose(word.lower().translate(_OLD_LETTERS))


def compose(word: str) -> str:
    """Return `word` with each letter and its combining marks as one character, where there is one.

    The small e above a vowel in old German prints becomes the umlaut's two dots; Unicode does not compose it.
    """
    if word.isascii():
        return word
    if _SMALL_E in word:
        word = word.replace(_SMALL_E, "\u0308")
    return normalize("NFC", word)


class WordCounts:
    """How often each word of a document stands in it, halves of words split at line ends left out.

    >>> WordCounts("A well-known road.").pairs["well-known"]
    1
    """

    def __init__(self, text: str) -> None:
        """Count once, in the head of a long text; tokens are counted before they are taken apart, which is quick."""
        self.words: Counter[str] = Counter()
        """Words without a hyphen."""
        self.pairs: Counter[str] = Counter()
        """Neighbouring parts of words with hyphens: `up-to`, `to-date`."""
        self.first_parts: Counter[str] = Counter()
        self.second_parts: Counter[str] = Counter()
        old = "ſ" in text or "ꝛ" in text
        for token, count in Counter(_without_halves(text[:_ENOUGH]).split()).items():
            word = token.strip(_PUNCTUATION).lower()
            if word.isalpha() and not (old and not word.isascii()):
                self.words[word] += count
                continue
            for part in _WORD.findall(fold_word(token)):
                self._add(part, count)

    def _add(self, word: str, count: int) -> None:
        if "-" not in word:
            self.words[word] += count
            return
        parts = word.split("-")
        for first, second in pairwise(parts):
            self.pairs[f"{first}-{second}"] += count
            self.first_parts[first] += count
            self.second_parts[second] += count


def _without_halves(text: str) -> str:
    """Return `text` without the words that a line end splits."""
    kept = []
    at = 0
    breaks = [match for hyphen, cut in _BREAKS.items() if hyphen in text for match in cut.finditer(text)]
    for match in sorted(breaks, key=re.Match.start):
        low = max(at, match.start() - _LONGEST_HEAD)
        head = _HEAD.search(text, low, match.start())
        kept.append(text[at : head.start() if head else match.start()])
        at = match.end()
    return " ".join([*kept, text[at:]])


@lru_cache(maxsize=100_000)
def word_frequency(word: str, language: str) -> float | None:
    """Return how common a folded word is, as wordfreq's Zipf value (8 `the`, 3 rare, 0 unknown); None where unknown.

    None means that wordfreq has no list for the language.
    """
    shares = _word_list(language)
    if shares is None:
        return None
    share = shares.get(word)
    return math.log10(share) + 9 if share else 0.0


@lru_cache(maxsize=8)
def _word_list(language: str) -> WordList | None:
    from textclean.word_lists import load_word_list  # noqa: PLC0415 - costs start-up time, seldom needed

    return load_word_list(language)
