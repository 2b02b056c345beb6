"""Lines that can be a title's: which kinds never are, and whether the next line goes on with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.address.slugs import slug_words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from textclean.article.page.layout import Layout

Hit = tuple[int, int, str] | None
"""First and last line of a title, and the rule that found it."""

MOST_LINES = 6
NO_TITLE = {
    "placeholder",
    "counter",
    "stamp",
    "domain",
    "url",
    "reader_url",
    "wordpress_head",
    "drupal_head",
    "breadcrumb",
}
"""Kinds of printed line that are never part of a title."""

_FULL_LINE = 0.75
_LIKE_BODY = 1.12
_LIKE_TITLE = 1.3
_SHORT_TITLE = 0.45
_WIDE_TITLE = 0.35
_CAPITAL_WORDS = 0.7
_SMALL_WORD = 3
_NUMBERS = frozenset(map(str, range(10)))
_ROOM = 0.85
"""A title's line that leaves more room than this for the next word is its last."""


def goes_on(layout: Layout, first: int, index: int, wanted: AbstractSet[str] = frozenset()) -> bool:
    """Tell whether a line goes on with the title that started at `first`; `wanted` are the words of the address."""
    line = layout.lines[index]
    if layout.kinds[index] is not None or line.level != layout.lines[first].level:
        return False
    title = [other.text for other in layout.lines[first:index]]
    if _is_like_body(layout, title, line.text) or _has_ended(layout, title, line.text, wanted):
        return False
    return not line.gap or _goes_on_over_gap(layout, title[-1], index, wanted)


def _is_like_body(layout: Layout, title: list[str], text: str) -> bool:
    """Tell whether a line fills the body's width, and is longer than a title's line can be."""
    longest = max(map(len, title))
    longer = len(text) > _LIKE_BODY * longest and not (_is_title_case(text) and len(text) <= _LIKE_TITLE * longest)
    return longer and len(text) >= _FULL_LINE * layout.width


def _has_ended(layout: Layout, title: list[str], text: str, wanted: AbstractSet[str]) -> bool:
    """Tell whether the title's last line left room for the next word, or a short title has all words of the address."""
    longest = max(map(len, title))
    if len(title) > 1 and len(title[-1]) + len(text.split(" ", 1)[0]) < _ROOM * longest:
        return True
    if len(title[-1]) >= _SHORT_TITLE * layout.width or not wanted or words_of(text) & wanted:
        return False
    return wanted <= words_of(" ".join(title)) | _NUMBERS


def _goes_on_over_gap(layout: Layout, before: str, index: int, wanted: AbstractSet[str]) -> bool:
    """Tell whether a line behind a blank one is the title's: small letters, words of the address, a mark below it."""
    text = layout.lines[index].text
    shared = len(words_of(text) & wanted)
    stopped = before[-1:] in {".", "!", "?"}
    if len(text) >= _FULL_LINE * layout.width or text.endswith(".") or (stopped and not shared):
        return False
    if text[:1].islower() or shared >= max(2, len(words_of(text)) / 2):
        return True
    return len(before) >= _WIDE_TITLE * layout.width and layout.followed_by_mark(index) and not stopped


def words_of(text: str) -> set[str]:
    """Return the words of `text` as addresses spell them, umlauts in both ways."""
    return {*slug_words(text), *slug_words(text, german=True)}


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > _SMALL_WORD]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _CAPITAL_WORDS * len(words)
