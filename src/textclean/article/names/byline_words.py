"""The words that open a byline (`By`, `Von`, `Author:`), and what stands behind them."""

from __future__ import annotations

import re
from functools import lru_cache

from textclean.article.calendar.printed_dates import find_dates
from textclean.article.data import read_names
from textclean.lazy_pattern import lazy_pattern

LONGEST_LINE = 160
"""Code points of a line that can still be a byline."""

_NEXT_LABEL = lazy_pattern(r"\s+(?=[^\W\d_]{4,16}:\s)")
_BEHIND_NAMES = lazy_pattern(
    r"\s+(?:on|am|le|il|el|em|den|\|)\s+(?=.{0,16}\d)|\s*[|·•]\s*|\s+(?=\S{0,12}\s?\d)|\s+-\s+(?=\d)", re.IGNORECASE
)


def byline_names(line: str, language: str = "und") -> str | None:
    """Return what follows the word of a byline in `line`, without a date behind it; None when it opens with none.

    >>> byline_names("Von Paulina Muster, Redakteurin", "de"), byline_names("Text: Ann Lee")
    ('Paulina Muster, Redakteurin', 'Ann Lee')
    >>> byline_names("Ann Lee wrote this.") is None
    True
    """
    match = _word(language.partition("-")[0]).match(line) if len(line) <= LONGEST_LINE else None
    if not match:
        return None
    names = line[match.end() :]
    dates = find_dates(names, language)
    if dates:
        cut = _BEHIND_NAMES.search(names)
        names = names[: min(dates[0].start, cut.start() if cut else dates[0].start)]
    names = _NEXT_LABEL.split(names)[0]
    return names.split(" | ")[0].strip(" ,|·•-–—") or None


def ends_with_byline_word(text: str, language: str) -> bool:
    """Tell whether `text`, or what stands behind its last bar, is the word of a byline and nothing else."""
    last = text.rsplit("|", 1)[-1].strip()
    match = _word(language.partition("-")[0]).match(f"{last} X")
    return match is not None and match.end() == len(last) + 1


@lru_cache(maxsize=64)
def _word(language: str) -> re.Pattern[str]:
    plain: set[str] = set()
    labels: set[str] = set()
    for tag, *words in read_names("byline_words.txt", ";"):
        for word in words:
            if word.startswith("<"):
                labels.add(word.strip("<>"))
            elif tag in (language, "en") or " " in word:
                plain.add(word)
                labels.add(word)
    return re.compile(
        rf"(?:(?:{_either(plain)})\s+(?=[^\W\d_])|(?:{_either(labels)})\s?[:：]\s*(?=[^\W\d_]))", re.IGNORECASE
    )


def _either(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
