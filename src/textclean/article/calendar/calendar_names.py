"""Names of months and weekdays in the languages dateparser knows.

Source: `dateparser.data.date_translation_data`, which is Unicode CLDR with dateparser's own additions.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any
from unicodedata import combining, normalize

from textclean.language import UNDETERMINED

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_WIDELY_READ = 60
"""How many languages, the most used first, are asked for a word that neither the text's own nor English knows."""

_SHORTEST_FOREIGN = 3
"""Shorter words mean too many things when the language is not known."""


def month_of(word: str, language: str = UNDETERMINED) -> int | None:
    """Return 1 to 12 for the name or abbreviation of a month in `language`, in English, or in all that have the word.

    >>> month_of("enero", "es"), month_of("Sept.", "en"), month_of("listopad", "pl"), month_of("listopad", "hr")
    (1, 9, 11, 10)
    """
    found = _named(word, language, MONTHS, foreign=True)
    return None if found is None else found + 1


def weekday_of(word: str, language: str = UNDETERMINED) -> int | None:
    """Return 0 (Monday) to 6 for the name or abbreviation of a weekday in `language` or in English.

    Others are asked only where the language is not known: most words beside a date are no weekdays, and what is one
    in some language is a name in this one (`Sol`).

    >>> weekday_of("jueves", "es"), weekday_of("Thu", "es"), weekday_of("jueves"), weekday_of("jueves", "de")
    (3, 3, 3, None)
    """
    return _named(word, language, WEEKDAYS, foreign=language == UNDETERMINED)


def date_order(language: str) -> str:
    """Return the order of year, month and day in `language`: `DMY`, `MDY` or `YMD`."""
    return str(_info(language).get("date_order", "DMY"))


@lru_cache(maxsize=4096)
def _named(word: str, language: str, names: tuple[str, ...], *, foreign: bool) -> int | None:
    key = _key(word)
    if not key:
        return None
    for tongue in dict.fromkeys((language, language.partition("-")[0], "en")):
        known = _names(tongue, names).get(key)
        if known is not None:
            return known
    if not foreign or len(key) < _SHORTEST_FOREIGN:
        return None
    meanings = {known for tongue in _languages() if (known := _names(tongue, names).get(key)) is not None}
    return meanings.pop() if len(meanings) == 1 else None


def _key(word: str) -> str:
    return normalize("NFKC", word.strip(" .").casefold())


def _without_marks(key: str) -> str:
    return "".join(character for character in normalize("NFKD", key) if not combining(character))


@lru_cache(maxsize=512)
def _names(language: str, names: tuple[str, ...]) -> dict[str, int]:
    info = _info(language)
    words: dict[str, int] = {}
    for number, name in enumerate(names):
        for word in info.get(name, ()):
            words.setdefault(_key(word), number)
    for key, number in tuple(words.items()):
        words.setdefault(_without_marks(key), number)
    return words


@lru_cache(maxsize=256)
def _info(language: str) -> dict[str, Any]:
    if not language.isalpha():
        return {}
    try:
        module = import_module(f"dateparser.data.date_translation_data.{language}")
    except ImportError:
        return {}
    info: dict[str, Any] = module.info
    return info


@lru_cache(maxsize=1)
def _languages() -> tuple[str, ...]:
    from dateparser.data.languages_info import language_order  # type: ignore[import-untyped]  # noqa: PLC0415 - costs start-up time

    return tuple(language_order[:_WIDELY_READ])
