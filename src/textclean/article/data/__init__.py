"""Word lists, one file each; the head of a file names its source."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=32)
def read_names(file_name: str, separator: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of a list, line by line; `#` opens a comment line."""
    text = files(__name__).joinpath(file_name).read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line.strip() and not line.startswith("#"))
    return tuple(tuple(name.strip() for name in line.split(separator)) for line in lines)


@lru_cache(maxsize=32)
def known_names(file_name: str, separator: str) -> frozenset[str]:
    """Return all names of a list in one set, case folded and without a closing stop."""
    return frozenset(name_key(name) for line in read_names(file_name, separator) for name in line)


def name_key(name: str) -> str:
    """Return the form in which names are compared: case folded, single spaces, no closing stop.

    >>> name_key("W.  Va.")
    'w. va'
    """
    return " ".join(name.casefold().split()).rstrip(".")
