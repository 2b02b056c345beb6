"""Characters that take no room on the page and do nothing where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner
from textclean.structure.odd_characters import (
    BYTE_ORDER_MARK,
    DEPRECATED_FORMATS,
    DIRECTION_MARKS,
    INVISIBLES,
    JOINERS,
    MONGOLIAN_VOWEL_SEPARATOR,
    SOFT_HYPHEN,
    WORD_JOINER,
    ZERO_WIDTH_SPACE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_INVISIBLE = lazy_pattern(f"[{INVISIBLES}]+")
_RIGHT_TO_LEFT = lazy_pattern(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff\u202e]"
)
"""Letters of right-to-left scripts, and the mark that turns text round."""
_WITHOUT_WORD_SPACES = lazy_pattern("[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf\u1b00-\u1bbf\ua980-\ua9ff\uaa60-\uaadf]")
"""Scripts of South-East Asia and Tibet, where U+200B parts words."""
_NEVER_JOINED = lazy_pattern(r"[\x00-\xa8\xaa-\xad\xaf-\u02ff\u0370-\u058f\u1e00-\u1fff\u2000-\u206f]?\Z")
"""Latin, Greek, Cyrillic, Armenian, their punctuation and spaces, or nothing; © and ® can be emoji."""
_MONGOLIAN = lazy_pattern("[\u1800-\u18af]")
_ALWAYS = frozenset(BYTE_ORDER_MARK + WORD_JOINER + DEPRECATED_FORMATS)


@cleaner(inside={"table"}, reasons={"invisible.character", "invisible.soft-hyphen"})
def remove_invisible_characters(text: str, structure: Structure) -> Iterator[Edit]:
    r"""Remove byte order marks, zero-width spaces, soft hyphens and direction marks that do nothing.

    Left alone, because there they say something: joiners next to a letter or sign that joins (Persian, Indic
    scripts, emoji), zero-width spaces in scripts that part words by them (Thai, Khmer, Tibetan), direction marks
    in a text with right-to-left letters, variation selectors, and a soft hyphen before white space, which
    `rejoin_hyphenated_words` reads. A soft hyphen next to a digit cannot part syllables and becomes a hyphen.

    >>> remove_invisible_characters("\ufeffzero\u200bwidth, hy\xadphen, 1914\xad1918")
    'zerowidth, hyphen, 1914-1918'
    """
    odd = structure.characters
    if odd.isdisjoint(INVISIBLES):
        return
    useless = set(_ALWAYS)
    if not odd.isdisjoint(DIRECTION_MARKS) and not _RIGHT_TO_LEFT.search(text):
        useless.update(DIRECTION_MARKS)
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        for at in range(start, end):
            character = text[at]
            if character in useless or _does_nothing(character, before, after):
                yield Edit(at, at + 1, "", "invisible.character")
            elif character == SOFT_HYPHEN and not after.isspace():
                hard = (before.isdigit() and after.isalnum()) or (before.isalnum() and after.isdigit())
                replacement = "-" if hard and start + 1 == end else ""
                yield Edit(at, at + 1, replacement, "invisible.soft-hyphen")


def _does_nothing(character: str, before: str, after: str) -> bool:
    """Tell whether a zero-width character between these two neighbours has no effect."""
    if character == ZERO_WIDTH_SPACE:
        return not (_WITHOUT_WORD_SPACES.match(before) or _WITHOUT_WORD_SPACES.match(after))
    if character in JOINERS:
        return bool(_NEVER_JOINED.match(before) and _NEVER_JOINED.match(after))
    if character == MONGOLIAN_VOWEL_SEPARATOR:
        return not (_MONGOLIAN.match(before) or _MONGOLIAN.match(after))
    return False
