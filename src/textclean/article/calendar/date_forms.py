"""The forms in which dates are printed, as patterns whose groups name the parts.

`y` year, `m` month in figures, `w` a word that may be a month, `d` or `d2` day, `a` and `b` two figures whose order the
language decides. The longest numbers of digits are bounded, so each pattern is linear.
"""

from __future__ import annotations

import re

from textclean.lazy_pattern import lazy_pattern

WORD = r"[^\W\d_]{1,4}(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e]){0,14}"

_YEAR = r"(?:1[5-9]|20|25)\d\d"
"""From the first newspapers on; those that begin with 25 are Thai."""

_TWO_DIGITS = r"['’]\d\d|(?<=-)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|er|re|ro|º|ª|°|\.)?"
_LINK = r"(?:[\s,.\-/]{0,3}(?:of|de|del|di|den|d['’]|da|do)(?=\s|['’])\s?|[ \t\u00a0\-/]{0,3}|\.[ \t]?)"

_YEAR_FIRST = rf"(?<![\d/.-])(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>[01]?\d)(?P=s)(?P<d>[0-3]?\d)(?!\d|[-/.]\d)"
_FIGURES = rf"(?<![\d/.:-])(?P<a>[0-3]?\d)(?P<s>[./-])[ ]?(?P<b>[0-3]?\d)(?P=s)[ ]?(?P<y>{_YEAR}|\d\d)(?!\d|[/.:-]\d)"
_CHINESE_DAY = rf"(?<!\d)(?:(?P<y>{_YEAR})\s*[年년]\s*)?(?P<m>[01]?\d)\s?[月월]\s*(?P<d>[0-3]?\d)\s?[日일号]"
_CHINESE_MONTH = rf"(?<!\d)(?P<y>{_YEAR})\s*[年년]\s*(?P<m>[01]?\d)\s?[月월]"
_CHINESE_IN_EUROPEAN_ORDER = rf"(?<!\d)(?P<d>[0-3]?\d)\s+(?P<m>[01]?\d)\s?[月월],?\s+(?P<y>{_YEAR})(?!\d)"
_VIETNAMESE = rf"(?<!\d)(?P<d>[0-3]?\d)\s+(?:thg|th[aá]ng)\.?\s*(?P<m>[01]?\d)(?:,?\s+(?:năm\s+)?(?P<y>{_YEAR}))?(?!\d)"
_YEAR_BEFORE_WORD = (
    rf"(?<!\d)(?P<y>{_YEAR})\.?\s?(?:m\.|gada|ko|оны|ж\.)?\s*"
    rf"(?:(?P<d>[0-3]?\d)\.\s)?(?P<w>{WORD})\.?(?:\s(?P<d2>[0-3]?\d))?(?!\d)"
)
_DAY_BEFORE_WORD = (
    rf"(?<![\d:.,])(?P<d>[0-3]?\d){_ORDINAL}{_LINK}(?P<w>{WORD})\.?"
    rf"(?:,?{_LINK}(?P<y>{_YEAR}|{_TWO_DIGITS})(?!\d))?"
)
_DAY_BEHIND_WORD = (
    rf"(?<![^\W_])(?P<w>{WORD})\.?(?:,(?=\s\d\d?\s*\Z))?\s{{1,2}}(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[:.,]\d)"
    rf"(?:,?\s{{0,2}}(?:of\s)?(?P<y>{_YEAR})(?!\d))?"
)
_MONTH_AND_YEAR = rf"(?<![^\W_])(?P<w>{WORD})\.?,?\s{{1,2}}(?:de\s|del\s|of\s)?(?P<y>{_YEAR})(?!\d)"

DATE_FORMS = tuple(
    lazy_pattern(form, re.IGNORECASE)
    for form in (
        _YEAR_FIRST,
        _FIGURES,
        _CHINESE_DAY,
        _CHINESE_MONTH,
        _CHINESE_IN_EUROPEAN_ORDER,
        _VIETNAMESE,
        _YEAR_BEFORE_WORD,
        _DAY_BEFORE_WORD,
        _DAY_BEHIND_WORD,
        _MONTH_AND_YEAR,
    )
)
