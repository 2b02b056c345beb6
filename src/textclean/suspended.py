"""Suspended hyphens: `Ein- und Ausgang`, `pre- and post-war`, where the hyphen stands for what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.lexicon import fold_word, word_frequency

if TYPE_CHECKING:
    from textclean.lexicon import WordCounts

CONJUNCTIONS = {
    "af": {"en", "of"},
    "da": {"og", "eller", "samt"},
    "de": {"und", "oder", "bis", "sowie", "wie", "bzw.", "noch", "u.", "vnd", "oder/"},
    "en": {"and", "or"},
    "fi": {"ja", "tai", "eli"},
    "nb": {"og", "eller"},
    "nl": {"en", "of", "tot"},
    "nn": {"og", "eller"},
    "no": {"og", "eller"},
    "sv": {"och", "eller", "samt"},
}
"""Words behind a suspended hyphen, in the languages that hang hyphens before a conjunction."""

ANY_CONJUNCTION = frozenset().union(*CONJUNCTIONS.values())

_COMMON = 2.5
"""A Zipf value that words in use reach: three or more in a billion."""


def is_suspended(head: str, tail: str, counts: WordCounts, language: str) -> bool:
    """Tell whether the hyphen behind `head` hangs before the conjunction `tail`.

    It does not where the two make a word of the document or the lexicon: `thous-` and `and`.
    """
    if tail not in CONJUNCTIONS.get(language.partition("-")[0], ()):
        return False
    joined = fold_word(head.rpartition("-")[2] + tail)
    return not counts.words[joined] and (word_frequency(joined, language) or 0) < _COMMON
