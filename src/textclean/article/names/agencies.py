"""News agencies: is a name one of them, and which one stands at a place of a line."""

from __future__ import annotations

from textclean.article.data import known_names, name_key
from textclean.lazy_pattern import lazy_pattern

_SERVICE = lazy_pattern(r"(?P<house>[^/]{2,40}?)\s?/\s?[^/]{1,20}")
_NAME = lazy_pattern(r"[^\W_][^\s,;:()]{0,24}(?: [^\W_][^\s,;:()]{0,24}){0,3}")


def is_agency(name: str) -> bool:
    """Tell whether `name` is a news agency, or a regional service of one.

    >>> is_agency("dpa/lni"), is_agency("(REUTERS)"), is_agency("UAW")
    (True, True, False)
    """
    key = name_key(name.strip(" ()/*_"))
    known = _agencies()
    if key in known:
        return True
    service = _SERVICE.fullmatch(key)
    return bool(service) and (service["house"] in known if service else False)


def agency_at(text: str, start: int) -> int | None:
    """Return where the longest name of an agency that begins at `start` ends, or None."""
    match = _NAME.match(text, start)
    while match:
        name = match[0].rstrip(".")
        if is_agency(name):
            return match.start() + len(name)
        cut = match[0].rfind(" ")
        match = _NAME.match(text, start, start + cut) if cut > 0 else None
    return None


def _agencies() -> frozenset[str]:
    return known_names("news_agencies.txt", "|")
