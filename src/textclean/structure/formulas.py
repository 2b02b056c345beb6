"""Displayed formulas: lines of symbols about a sign of equality."""

from __future__ import annotations

from textclean.lazy_pattern import lazy_pattern

_RELATION = lazy_pattern(r"\s[=<>\u2264\u2265\u2248\u2261\u221d]\s")
_WORD = lazy_pattern(r"[^\W\d_]{4}")


def is_displayed_formula(line: str) -> bool:
    """Tell whether a line has a sign of equality, or of order, among symbols, and no word of prose.

    >>> is_displayed_formula("v = dx/dt = -k dp/dx"), is_displayed_formula("where v = 3 is the speed")
    (True, False)
    """
    return _RELATION.search(line) is not None and _WORD.search(line) is None
