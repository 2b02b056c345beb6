"""Words that were set with spaces between their letters for emphasis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.code_points import pieces
from textclean.edits import Edit, Notice
from textclean.language import language_of
from textclean.lazy_pattern import lazy_pattern
from textclean.lexicon import WordCounts, fold_word, word_frequency
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.code_points import CodePoints
    from textclean.structure import Structure

_SPACED = lazy_pattern(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,60}(?![\w’'-])")
_EVERY_SECOND = lazy_pattern(r" (?=\S \S )")
_VOWEL = lazy_pattern(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýāēīōūąęőűаеёиоуыэюяієїαεηιουω]", re.IGNORECASE)
_ROMAN = frozenset("ivxlcdm")
_SPACE = 32
_CAPITALS = 5
_COMMON = 2.5
"""A Zipf value that words in use reach: three or more in a billion."""


@cleaner(reasons={"spacing.letters"})
def close_letter_spacing(text: str, structure: Structure) -> Iterator[Edit | Notice]:
    r"""Close the spaces between the letters of a word: `C O N S E I L`, `e x a m p l e`.

    A run of four single letters or more is one word if the document has that word, or its language;
    five capitals or more on a line of their own need no witness. Two spaces part words.

    Left alone, with a notice where it looks like a word: runs nobody knows. Left alone: letters in the order of the
    alphabet or all the same, as in keys and grids; runs without a vowel; initials; tables, code and mathematics.

    >>> close_letter_spacing("C O N S E I L   G E N E R A L\n\nLe conseil se tait.")
    'CONSEIL   GENERAL\n\nLe conseil se tait.'
    """
    counts: WordCounts | None = None
    for match in _runs(text, structure):
        word = match[0].replace(" ", "")
        letters = [fold_word(letter) for letter in word]
        if not _VOWEL.search(word) or len(set(letters)) < len(letters) / 2 or letters == sorted(letters):
            continue
        if not (word.isupper() or word[1:].islower()) or _ROMAN.issuperset(letters):
            continue
        counts = counts or WordCounts(text)
        if _is_word(word, counts, text) or (word.isupper() and len(word) >= _CAPITALS and _stands_alone(text, match)):
            yield from (
                Edit(at, at + 1, "", "spacing.letters") for at in range(match.start(), match.end()) if text[at] == " "
            )
        elif len(word) > _CAPITALS:
            yield Notice(*match.span(), "letter-spacing", f"may be the word {word!r} with spaced letters")


def _runs(text: str, structure: Structure) -> Iterator[re.Match[str]]:
    """Yield runs of single letters; where every second character is a space is found without an expression."""
    done = 0
    for at in _places(text, structure):
        match = _SPACED.match(text, at - 1) if at > done else None
        if match:
            yield match
            done = match.end()


def _places(text: str, structure: Structure) -> list[int]:
    """Return where every second of five characters alone is a space; arrays pay in long texts alone."""
    if structure.is_short:
        return [match.start() for match in _EVERY_SECOND.finditer(text)]
    return places_in_codes(structure.codes)


def places_in_codes(codes: CodePoints) -> list[int]:
    """Return where a space, a character, a space, another and a space again begin in a text."""
    return [at + place for at, piece in pieces(codes, overlap=4) for place in _every_second(piece)]


def _every_second(codes: CodePoints) -> list[int]:
    spaces, ink = codes == _SPACE, codes > _SPACE
    places: list[int] = (spaces[:-4] & ink[1:-3] & spaces[2:-2] & ink[3:-1] & spaces[4:]).nonzero()[0].tolist()
    return places


def _is_word(word: str, counts: WordCounts, text: str) -> bool:
    folded = fold_word(word)
    return bool(counts.words[folded]) or (word_frequency(folded, language_of(text)) or 0) >= _COMMON


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell whether a line holds nothing but spaced words."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end()) % (len(text) + 1)
    tokens = text[start:end].split()
    return all(len(token) <= 2 for token in tokens)  # noqa: PLR2004 - a letter and its mark
