"""Query parameters that only say how a reader came to a page."""

from __future__ import annotations

from functools import lru_cache

from textclean.article.data import read_names


def is_tracking(name: str) -> bool:
    """Tell whether a query parameter only tracks where readers come from.

    >>> is_tracking("utm_source"), is_tracking("fbclid"), is_tracking("id"), is_tracking("page")
    (True, True, False, False)
    """
    names, starts = _known()
    return name.lower() in names or name.lower().startswith(starts)


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], tuple[str, ...]]:
    listed = [name for line in read_names("tracking_parameters.txt", "|") for name in line]
    starts = tuple(name[:-1] for name in listed if name.endswith("*"))
    return frozenset(name for name in listed if not name.endswith("*")), starts
