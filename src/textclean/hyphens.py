"""Whether the hyphen at the end of a line belongs to the word: evidence, weighed.

The weights are those of a logistic regression (scikit-learn, C = 1), fitted by `benchmarks/fit_hyphens.py` on
14,189 line-end hyphens in 11 languages, each seen once with its whole document and once with 150 lines of it. By
cross-validation over documents 99.4 % of both were right, and 90 % of those that must stay (84 % without the lexicon).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from textclean.lazy_pattern import lazy_pattern
from textclean.lexicon import WordCounts, compose, fold_word, word_frequency

_FIRST = lazy_pattern(r"[^\W\d_]+\Z")
_SECOND = lazy_pattern(r"[^\W\d_]+")
_INSIDE_PATH = lazy_pattern(r"[/@_.:=]\w")
_SHORT = 3
_WITNESSED = 0.95
"""Chance of a hyphen with which the document has the word, and never without."""

_CHAIN = 0.5
"""Least chance in a chain of words (`up-to-date`) whose cut part the document knows as a word, and the joined not."""

_RARER = 2.0
"""Zipf points, a factor of a hundred: a joined word that much rarer than its parts is a slip of somebody's."""

_EVERYDAY, _SLIP = 4.0, 2.4
"""Zipf values: two words that common, whose joined form is 250 times as rare as the rarer of them, stay two, as in
`so-called`, in languages that write no compounds as one word. Of 124 labelled line ends of that kind 120 stay."""

_COMPOUNDING = frozenset(("de", "nl", "sv", "da", "no", "nb", "nn", "is", "fi", "et", "hu", "eo"))
"""Languages that write a new compound as one word, so that a word nobody counted may well be one."""

_VOWELS = frozenset("aàáâãäåæeèéêëiìíîïoòóôõöøœuùúûüyýаеёиоуыэюяієїαεηιουωάέήίόύώ")
"""A letter that may be a syllable; before any other single letter (`n-butane`, `T-shirt`) no word is cut."""

_FROM_DOCUMENT = {
    "all": -2.02,
    "first": -0.23,
    "first of compounds": 2.12,
    "first shouted": 4.91,
    "first two letters": -2.24,
    "first unknown": -1.2,
    "hyphenated": -2.02,
    "hyphenated known": 3.2,
    "joined": -2.21,
    "joined known": -1.06,
    "more hyphens": 2.35,
    "path": 3.65,
    "second capital": 5.97,
    "second of compounds": 1.32,
    "second short": -0.88,
    "second unknown": -1.31,
}
_WITH_LEXICON = {
    "all": -1.84,
    "first": -0.2,
    "first in no lexicon": -0.09,
    "first of compounds": 2.0,
    "first shouted": 3.97,
    "first two letters": -1.69,
    "first unknown": -0.92,
    "hyphenated": -0.46,
    "hyphenated known": 1.7,
    "joined": -2.09,
    "joined common": -0.96,
    "joined known": -1.42,
    "more hyphens": 1.56,
    "parts common": 0.13,
    "path": 3.66,
    "rarer than its parts": 2.65,
    "second capital": 5.6,
    "second of compounds": 0.74,
    "second short": -1.13,
    "second unknown": -0.82,
}


class HyphenEvidence(NamedTuple):
    """What speaks for and against a hyphen: `chance` that it belongs to the word, and what was seen."""

    chance: float
    seen: dict[str, float]

    @property
    def has_witness(self) -> bool:
        """Whether the document or the lexicon knows the first half as a word, or the whole as one."""
        return "first unknown" not in self.seen or bool({"hyphenated known", "joined known"} & self.seen.keys())


def weigh_hyphen(first: str, second: str, counts: WordCounts, language: str) -> HyphenEvidence | None:
    """Weigh the hyphen between what stands before it on its line and the token behind the break.

    `counts` are those of the document, `language` its BCP 47 tag. Frequencies in the language are asked only where
    the document knows neither form. None where no letters meet.
    """
    first, second = compose(first), compose(second)
    left, right = _FIRST.search(first), _SECOND.match(second)
    if left is None or right is None:
        return None
    seen = _look(first, second, left[0], right[0], counts)
    weights = _FROM_DOCUMENT
    are_two_words = False
    head, tail = fold_word(left[0]), fold_word(right[0])
    joined = None if "joined known" in seen else word_frequency(head + tail, language)
    if joined is not None:
        weights = _WITH_LEXICON
        parts = word_frequency(head, language) or 0.0, word_frequency(tail, language) or 0.0
        seen |= {"joined common": joined, "parts common": min(parts), "first in no lexicon": float(not parts[0])}
        if language.partition("-")[0] not in _COMPOUNDING:
            seen["rarer than its parts"] = max(min(parts) - joined - _RARER, 0.0)
            are_two_words = min(parts) >= _EVERYDAY and min(parts) - joined >= _SLIP
    score = sum(weights[name] * value for name, value in seen.items())
    chance = 1 / (1 + math.exp(-score))
    if are_two_words or first.startswith("--") or ("-" in first and fold_word(first.partition("-")[0]) == tail):
        chance = max(chance, _WITNESSED)  # also an option (`--no-deps`), and a word that comes back (`day-to-day`)
    if len(left[0]) == 1 and "joined known" not in seen and head not in _VOWELS:
        chance = 1.0
    if "hyphenated known" in seen and "joined known" not in seen:
        chance = max(chance, _WITNESSED)
    rare = (joined or 0.0) <= max(seen.get("parts common", 0.0) - _RARER, 0.0)
    if "more hyphens" in seen and rare and not {"first unknown", "joined known"} & seen.keys():
        chance = max(chance, _CHAIN)
    return HyphenEvidence(chance, seen)


def _look(first: str, second: str, left: str, right: str, counts: WordCounts) -> dict[str, float]:
    head, tail = fold_word(left), fold_word(right)
    joined, hyphenated = counts.words[head + tail], counts.pairs[f"{head}-{tail}"]
    shouted = left.isupper() and len(left) > 1 and not (right.isupper() and len(right) > 1)
    flags = {
        "all": True,
        "joined known": joined,
        "hyphenated known": hyphenated,
        "first unknown": not counts.words[head],
        "second unknown": not counts.words[tail],
        "second capital": right[0].isupper() and not left.isupper(),
        "first shouted": shouted,
        "first two letters": len(left) == 2,  # noqa: PLR2004 - as it says
        "second short": len(right) <= _SHORT,
        "more hyphens": "-" in first,
        "path": _INSIDE_PATH.search(first) or _INSIDE_PATH.search(second),
    }
    amounts = {
        "joined": joined,
        "hyphenated": hyphenated,
        "first": counts.words[head],
        "first of compounds": counts.first_parts[head],
        "second of compounds": counts.second_parts[tail],
    }
    return {name: 1.0 for name, flag in flags.items() if flag} | {
        name: math.log1p(amount) for name, amount in amounts.items() if amount
    }
