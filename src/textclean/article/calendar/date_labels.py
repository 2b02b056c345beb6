"""What stands before a date says which date it is."""

from __future__ import annotations

import re
from functools import lru_cache

from textclean.article.calendar.calendar_names import weekday_of
from textclean.article.data import read_names
from textclean.language import UNDETERMINED
from textclean.lazy_pattern import lazy_pattern

YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|2[05])\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d(?!\d)")
"""What every date with its year has: asked first, because it costs little."""

TIME = lazy_pattern(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)?", re.IGNORECASE)
"""A time of day, as pages print it beside a date."""


def date_label(before: str, language: str = UNDETERMINED) -> str | None:
    """Return what the words before a date say it is: `published`, `updated`, `other` (a birth, a printing), or None.

    A weekday may stand between them and the date.

    >>> date_label("Zuletzt aktualisiert: "), date_label("Posted on"), date_label("Ann Lee |")
    ('updated', 'published', None)
    >>> date_label("Zuletzt aktualisiert am Samstag, ", "de"), date_label("Printed on ")
    ('updated', 'other')
    """
    words = TIME.sub(" ", before).casefold().strip(" :,(|-–—·•*_").split()
    if language != UNDETERMINED and len(words) > 1 and weekday_of(words[-1].strip(",."), language) is not None:
        words.pop()
    for length in (4, 3, 2, 1):
        tail = " ".join(words[-length:]).rstrip(":,")
        if tail in _labels():
            return _labels()[tail]
    opening = re.split(r"[:\d]", before.casefold().strip(" (*_|·•,-"))[0].strip()
    return _labels().get(opening)


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    return {word.casefold(): kind for kind, *words in read_names("date_labels.txt", ";") for word in words}
