"""What a printed line is when its words alone tell: a mark of a browser or a print page, a date, a byline."""

from __future__ import annotations

import re
from functools import lru_cache

from textclean.article.page import print_marks as marks
from textclean.lazy_pattern import lazy_pattern

ARROWS = lazy_pattern(r"\s[>›»]\s")
SENTENCE_END = lazy_pattern(r"[.!?…。！？؟।][\"'”’»)\]】」]*$")

_DIGIT = lazy_pattern(r"\d")
_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_NUMBER = lazy_pattern(r"\d+")
_LONG_WORD = lazy_pattern(r"[^\W\d_]{3,}")
_LONGEST_MARK = 80
_LONGEST_LABEL = 400
_LONGEST_DATE = 60
_LONGEST_BYLINE = 90
_LONGEST_HOME = 40
_DATE_WORDS = 4
_COUNTED_STAMP = lazy_pattern(rf"(?:{marks.COUNTER.pattern})\s+{marks.STAMP.pattern}", re.IGNORECASE)
_URL_LINE = lazy_pattern(marks.URL + r"(?:\s+\d+\s?/\s?\d+)?$")

_COUNTED = (("counter", marks.COUNTER), ("foot", _COUNTED_STAMP), ("reading_time", marks.READING_TIME))
_DASHES = "-–—"
_WORDED = (
    ("Published on", "drupal_head", marks.DRUPAL_HEAD),
    ("Posted By", "wordpress_posted", marks.WORDPRESS_POSTED),
    ("Submitted", "drupal_submitted", marks.DRUPAL_SUBMITTED),
    ("Article printed", "wordpress_tail", marks.WORDPRESS_TAIL),
    ("URL", "wordpress_tail", marks.WORDPRESS_TAIL),
    ("[", "wordpress_tail", marks.WORDPRESS_TAIL),
    ("[", "drupal_tail", marks.DRUPAL_TAIL),
    ("Source URL", "drupal_tail", marks.DRUPAL_TAIL),
    ("Links", "drupal_tail", marks.DRUPAL_TAIL),
    ("http", "url", _URL_LINE),
    ("www.", "url", _URL_LINE),
)


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str | None:
    """Return what a printed line is when its words alone tell, else None.

    >>> kind_of("Page 2 of 3"), kind_of("11/23/26, 9:49 AM"), kind_of("Hits: 12"), kind_of("The mayor said so.")
    ('counter', 'stamp', 'joomla', None)
    """
    if len(text) > _LONGEST_LABEL or not text:
        return "reader_url" if "about:reader?" in text else "stamped" if marks.STAMP.match(text) else None
    return _mark(text) or _label(text) or _dated_or_signed(text)


def _mark(text: str) -> str | None:
    """Kinds known by the whole of a short line."""
    if len(text) > _LONGEST_MARK:
        return None
    if _DIGIT.search(text):
        for name, pattern in _COUNTED:
            if pattern.fullmatch(text):
                return name
    if "unkno" in text or "Image not" in text:
        return "placeholder" if marks.PLACEHOLDER.fullmatch(text) else None
    return "domain" if "." in text and " " not in text and marks.DOMAIN.fullmatch(text) else None


def _label(text: str) -> str | None:
    """Kinds known by how a line starts."""
    if text[0].isdigit() and marks.STAMP.match(text):
        return "stamp"
    if text[0] in _DASHES and marks.WORDPRESS_HEAD.match(text):
        return "wordpress_head"
    for start, name, pattern in _WORDED:
        if text.startswith(start) and pattern.match(text):
            return name
    if "about:reader" in text or "aboutireader" in text:
        return "reader_url"
    if text[0].isupper() and len(text) <= 2 * _LONGEST_MARK and marks.JOOMLA.match(text):
        return "joomla"
    return "copyright" if text[0] in "C©c(" and marks.COPYRIGHT.match(text) else None


def _dated_or_signed(text: str) -> str | None:
    """Trails, dates with hardly another word, and lines that open with the word of a byline."""
    if (" > " in text or " » " in text or " › " in text) and _is_breadcrumb(text):
        return "breadcrumb"
    if len(text) > _LONGEST_BYLINE or SENTENCE_END.search(text):
        return None
    if len(text) <= _LONGEST_DATE and _YEAR.search(text) and _is_date(text):
        return "date"
    return "byline" if marks.BY.match(text) else None


def _is_breadcrumb(text: str) -> bool:
    first, *others = ARROWS.split(text, maxsplit=1)
    return bool(others) and 0 < len(first) <= _LONGEST_HOME and "«" not in first and not SENTENCE_END.search(first)


def _is_date(text: str) -> bool:
    """Tell whether a line has a day beside its year, and hardly any other words."""
    return len(_NUMBER.findall(text)) > 1 and (" | " in text or len(_LONG_WORD.findall(text)) <= _DATE_WORDS)
