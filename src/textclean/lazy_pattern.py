"""Regular expressions that are compiled when first used.

Compiling all expressions of the package takes 0.2 s, which the start of a process would pay; a document needs few of
them, and clean text next to none.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class _LazyPattern(Generic[AnyStr]):
    """Stands for a `re.Pattern`: each attribute is taken from it when first asked for, and kept."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):  # copy and pickle ask for these before there is a pattern
            raise AttributeError(name)
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found

    def __repr__(self) -> str:
        return f"lazy_pattern({self.pattern!r})"


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""Return what `re.compile` returns, compiled when first used; an expression that is wrong fails only then.

    >>> lazy_pattern(r"\d+").findall("3 of 14")
    ['3', '14']
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))
