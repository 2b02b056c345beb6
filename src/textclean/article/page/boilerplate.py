"""Buttons, notices and offers that sites print around articles, known by their words in many languages."""

from __future__ import annotations

import re
from functools import lru_cache

from textclean.article.data import read_names

_LONGEST_END = 60
_COMMENTS = r"\d*\s?(?:comments?|kommentare?|comentarios?|commentaires?|commenti|komentarze)\W*\d*$"
_RIGHTS = r".{0,30}(?:riproduzione riservata|all rights reserved|alle rechte vorbehalten)|©.{0,80}$"


@lru_cache(maxsize=1024)
def is_boilerplate(text: str) -> bool:
    """Tell whether a line is a button, a notice or an offer of the site; a sentence that only uses such a word is not.

    >>> is_boilerplate("Read more »"), is_boilerplate("Share prices fell."), is_boilerplate("© 2024 The Site")
    (True, False, True)
    """
    return bool(_notice().match(text))


@lru_cache(maxsize=1024)
def ends_article(text: str) -> bool:
    """Tell whether a line opens what stands behind articles: related stories, tags, comments, rights.

    >>> ends_article("Mehr zum Thema"), ends_article("3 comments")
    (True, True)
    >>> ends_article("Topics of the talks were prices and wages in the ports, the officials said.")
    False
    """
    return bool(_end().match(text))


@lru_cache(maxsize=1)
def _notice() -> re.Pattern[str]:
    whole, opening = _phrases("page_buttons.txt"), _phrases("page_notices.txt")
    return re.compile(rf"\W*(?:(?:{whole})\W*$|(?:{opening}))|©", re.IGNORECASE)


@lru_cache(maxsize=1)
def _end() -> re.Pattern[str]:
    opening = _phrases("article_ends.txt")
    return re.compile(rf"\W*(?:(?:{opening})\b.{{0,{_LONGEST_END}}}$|{_COMMENTS}|{_RIGHTS})", re.IGNORECASE)


def _phrases(file_name: str) -> str:
    return "|".join(re.escape(phrase) for line in read_names(file_name, "|") for phrase in line)
