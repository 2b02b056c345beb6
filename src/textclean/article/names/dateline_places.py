"""Whether some words are a place, as far as a dateline lets one tell: by shape, by list, by the rest of the text."""

from __future__ import annotations

import re

from textclean.article.calendar.calendar_names import month_of, weekday_of
from textclean.article.data import known_names, name_key
from textclean.lazy_pattern import lazy_pattern

_PARTICLES = frozenset(
    (
        "a",
        "aan",
        "al",
        "am",
        "an",
        "auf",
        "bei",
        "d'",
        "da",
        "das",
        "de",
        "dei",
        "del",
        "della",
        "delle",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "et",
        "i",
        "im",
        "in",
        "la",
        "las",
        "le",
        "les",
        "los",
        "na",
        "nad",
        "ob",
        "of",
        "on",
        "op",
        "sous",
        "sul",
        "sur",
        "the",
        "und",
        "upon",
        "van",
        "von",
        "y",
        "zu",
    )
)
"""Small words inside names of places."""

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’`.\-][^\W\d_]*)*")
_MOST_WORDS = 6
_LONGEST = 48
_ABBREVIATION = 3
"""Letters of abbreviated days and months, which are too much like other words: `Mar del Plata`, `San`."""

_LOCATIVES = "in|at|near|im|aus|en|em|w|we|v|ve|в|у"
"""Prepositions that stand before a place and hardly before a person, in the Latin and Cyrillic press."""


def has_place_shape(words: str, *, any_case: bool = False) -> bool:
    """Tell whether `words` could be a place: a few capitalised words, no figures, no month or weekday."""
    if not words or len(words) > _LONGEST:
        return False
    parts = words.replace("/", " ").split()
    if len(parts) > _MOST_WORDS or not all(_WORD.fullmatch(part) for part in parts):
        return False
    if not is_known_place(words) and any(_is_day_or_month(part) for part in parts):
        return False
    return any_case or (_is_capitalised(parts[0]) and all(_is_capitalised(p) or p in _PARTICLES for p in parts[1:]))


def _is_day_or_month(word: str) -> bool:
    return len(word) > _ABBREVIATION and (weekday_of(word) is not None or month_of(word, "en") is not None)


def _is_capitalised(word: str) -> bool:
    return not word[0].islower()


def is_known_place(words: str) -> bool:
    """Tell whether the list has the place; of two parted by a slash, both."""
    known = known_names("dateline_places.txt", ";")
    return name_key(words) in known or ("/" in words and all(name_key(part) in known for part in words.split("/")))


def is_region(words: str) -> bool:
    """Tell whether `words` is a state, province or country as it follows a place in English datelines."""
    return name_key(words) in known_names("dateline_regions.txt", ";")


def is_place_elsewhere(words: str, document: str) -> bool:
    """Tell whether the document speaks of being in, or coming from, `words`: `in Bielefeld`, and never in lower case.

    Words all in capitals (`BIELEFELD: ...`) are looked for as they are written in a sentence.
    """
    name = words.title() if words.isupper() else words
    place = re.escape(name)
    return bool(re.search(rf"(?<![^\W_])(?:{_LOCATIVES})\s{place}(?![^\W_])", document)) and not re.search(
        rf"(?:^|\s){re.escape(name.lower())}(?=[\s,.;:!?]|$)", document
    )
