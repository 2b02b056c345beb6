"""How common words are: wordfreq's lists, each unpacked once into a database that all processes read.

As dictionaries the lists take 30 to 120 MB and up to half a second, in every process and for each language.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Protocol

from textclean.user_cache import cache_folder, written_whole

if TYPE_CHECKING:
    from pathlib import Path


class WordList(Protocol):
    """The words of one language, each with its share of all words in use."""

    def get(self, word: str, /) -> float | None:
        """Return the share of `word`, between 0 and 1, or None where it is not in the list."""


class _StoredList:
    """A list in a database that nobody writes to any more."""

    def __init__(self, path: Path) -> None:
        """Open the database. Raises `sqlite3.Error` where there is none, or a damaged one."""
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
        self.get("the")

    def get(self, word: str, /) -> float | None:
        try:
            row = self._database.execute("SELECT share FROM words WHERE word = ?", (word,)).fetchone()
        except UnicodeEncodeError:  # a lone surrogate is in no word
            return None
        return row[0] if row else None


def load_word_list(language: str) -> WordList | None:
    """Return wordfreq's longest list for a BCP 47 tag, or for its language alone; None where there is none.

    The lists lie in the user's cache folder (8 MB for English). Where that cannot be written, a list is kept in memory.
    """
    for tag in dict.fromkeys((language, language.partition("-")[0])):
        with suppress(sqlite3.Error):
            return _StoredList(_place(tag))
    return _unpack(language)


def _place(tag: str) -> Path:
    return cache_folder("wordfreq") / f"{tag}.sqlite"


def _unpack(language: str) -> WordList | None:
    from wordfreq import available_languages, get_frequency_dict  # noqa: PLC0415 - slow to load, seldom needed

    known = available_languages("best")
    tag = language if language in known else language.partition("-")[0]
    if tag not in known:
        return None
    shares: dict[str, float] = get_frequency_dict(tag, "best")
    with suppress(OSError, sqlite3.Error):
        with written_whole(_place(tag)) as path, closing(sqlite3.connect(path)) as database, database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("CREATE TABLE words (word TEXT PRIMARY KEY, share REAL) WITHOUT ROWID")
            database.executemany("INSERT INTO words VALUES (?, ?)", sorted(shares.items()))
        return _StoredList(_place(tag))
    return shares
