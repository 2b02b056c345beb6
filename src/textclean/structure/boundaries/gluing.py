"""What goes between two lines that are joined: mostly a space, sometimes nothing, sometimes nobody can say."""

from __future__ import annotations

from functools import cached_property
from mimetypes import guess_type
from typing import TYPE_CHECKING

import numpy as np

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.table import first_characters
from textclean.suspended import ANY_CONJUNCTION

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.structure.boundaries.table import LineTable

_ENDS = np.zeros(32, bool)
_ENDS[[Kind.CJK, Kind.HANGUL, Kind.HYPHEN, Kind.DASH, Kind.SLASH, Kind.CODE, Kind.OTHER]] = True
_STARTS = np.zeros(32, bool)
_STARTS[[Kind.CJK, Kind.STOP, Kind.COMMA, Kind.DASH, Kind.HYPHEN, Kind.SLASH]] = True
_LAST_WORD = lazy_pattern(r"\S{1,80}\Z")
_FIRST_WORD = lazy_pattern(r"\S{1,80}")
_HYPHENS = "-\u2010\u2011\u00ac\u2e17\u00ad\x02"
_DASHES = "\u2014\u2013\u2015"
_CLOSING = ".,;:)\u201d\u2019\"'"
_TYPED_DASH = lazy_pattern(r"--(?<=\w--)\w")
_WIDE_MARK = lazy_pattern(r"[\u3000-\u303f\uff00-\uff65]")
_PATH = lazy_pattern(r"[/@]|\w\.\w|^www\.|:\Z")
_INSIDE_PATH = lazy_pattern(r"[/.]\w|\w/.")
_GOES_ON_PATH = lazy_pattern(r"[A-Za-z0-9({\[<%~_.$*]")
_MARK_OF_ADDRESS = lazy_pattern(r"[/.#-]\w|\)")
_NEVER_LAST = "#=&_@%~"
"""No address ends in these."""
_TOP_LEVEL = lazy_pattern(r"[a-z]{2,4}(?![\w-])[^\w\s]*\Z")
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
"""Thai and Lao, Burmese, Khmer: no space stands between words, one parts phrases."""

_JOINER = "\u200c"
"""The zero-width non-joiner stands inside words, in Persian before their endings."""

_TIGHT = lazy_pattern(r"[\u3041-\u30ff\u3400-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u3041-\u30ff\u3400-\u9fff]")
_LOOSE = lazy_pattern(r"[\u3041-\u30ff\u3400-\u9fff] [0-9A-Za-z]|[0-9A-Za-z] [\u3041-\u30ff\u3400-\u9fff]")
_LOOKUPS = 40
"""How many joined words are looked up in the text; each costs a search of all of it."""


def is_special(lines: LineTable, codes_are_wide: bool) -> NDArray[np.bool_]:  # noqa: FBT001 - a fact about the text
    """Tell at which boundaries more than a space may be needed."""
    special = _ENDS[lines.last[:-1]] | _STARTS[lines.first[1:]]
    special |= (lines.last[:-1] == Kind.STOP) & (lines.first[1:] == Kind.LOWER)
    first, *_ = first_characters(lines)
    for low, high in _UNSPACED:
        special |= (first[1:] >= low) & (first[1:] <= high)
    return special | codes_are_wide


class Gluing:
    """Decides what goes between two halves of a line, by their edges and by the words of the text."""

    def __init__(self, text: str) -> None:
        """Remember the text."""
        self.text = text
        self._left = _LOOKUPS

    def between(self, stop: int, start: int) -> str | None:
        """Return a space, nothing, or None where joining would spoil the word."""
        text = self.text
        before, after = text[stop - 1], text[start]
        match = _LAST_WORD.search(text, max(0, stop - 80), stop)
        last = match[0] if match else before
        match = _FIRST_WORD.match(text, start)
        first = match[0] if match else after
        if before == _JOINER or (_is_unspaced(before) and _is_unspaced(after)):
            return ""
        if _is_east_asian(before) or _is_east_asian(after):
            return self._east_asian(before, after, last, first)
        if before in _HYPHENS:
            return _behind_hyphen(last, first)
        return "" if self._goes_on(last, first) else " "

    def _goes_on(self, last: str, first: str) -> bool:
        """Tell whether `first` belongs to the same run of characters as `last`: behind dashes, in paths, addresses."""
        before, after = last[-1], first[0]
        if before in _DASHES:
            return len(last) > 1 and last[-2].isalnum()
        if after in _DASHES or first.startswith("--"):
            dashed = first.strip(_DASHES + "-")[:1].isalpha() and len(last) > 1
            return dashed and (after in _DASHES or self._double_hyphens_are_dashes)
        if "/" in last and (_continues_path if before == "/" else _continues_name)(last, first):
            return True
        if first.startswith("//"):
            return last.endswith(":")
        if after in ".,)" and (len(first) == 1 or first[1] in _CLOSING):
            return not first.startswith("..")
        open_ended = before == "/" or (before == "." and after.islower())
        named = last[:-1].isalpha() or _PATH.search(last[:-1]) is not None
        return open_ended and named and self._occurs(last + first)

    def _east_asian(self, before: str, after: str, last: str, first: str) -> str:
        if _is_hangul(before) and _is_hangul(after):
            return self._korean(last, first)
        if _WIDE_MARK.match(before) or _WIDE_MARK.match(after):
            return ""
        if _is_ideograph(before) and _is_ideograph(after):
            return ""
        other = after if _is_ideograph(before) else before
        return "" if other.isascii() and other.isalnum() and self._writes_tight else " "

    @cached_property
    def _writes_tight(self) -> bool:
        """Whether the text puts no space between its own script and figures or Latin letters, more often than not."""
        return len(_TIGHT.findall(self.text)) > len(_LOOSE.findall(self.text))

    def _korean(self, last: str, first: str) -> str:
        """Korean puts spaces between words but may break a line inside one: ask the text for both spellings."""
        if self._occurs(last + first):
            return ""
        if self._occurs(f"{last} ") or self._occurs(f" {first} "):
            return " "
        return ""

    @cached_property
    def _double_hyphens_are_dashes(self) -> bool:
        """Whether two hyphens stand between words as a dash does, and not before the options of a command."""
        return _TYPED_DASH.search(self.text) is not None

    def _occurs(self, piece: str) -> bool:
        if self._left <= 0:
            return False
        self._left -= 1
        return piece.rstrip(".,;:)”") in self.text


def _behind_hyphen(last: str, first: str) -> str | None:
    if len(last) == 1 or last.endswith("--"):
        return "" if len(last) > 3 and last[-3].isalnum() and first[:1].isalnum() else " "  # noqa: PLR2004
    if first.rstrip(",") in ANY_CONJUNCTION:
        return " "
    if last[-2].isdigit() and first[0].isdigit():
        return ""
    if not last[-2].isalnum() or not first[0].isalnum():
        return " " if last[-2] == "<" else None
    return None


def _continues_path(last: str, first: str) -> bool:
    """Tell whether a word that ends in a slash goes on: it or what follows holds another mark of a path.

    Of 580 such line ends of manuals in 14 languages 27 had the path end there, each in a word of the sentence.
    """
    if _INSIDE_PATH.search(first):
        return last[-2:-1].isalnum() and first[0].isalnum()
    return _INSIDE_PATH.search(last, 0, len(last) - 1) is not None and _GOES_ON_PATH.match(first) is not None


def _continues_name(last: str, first: str) -> bool:
    """Tell whether an address or a path goes on that ends in no slash: in a mark that is never its last, or a point."""
    if "://" in last and last[-1] in _NEVER_LAST:
        return True
    return last[-1] == "." and (_is_file_ending(first) or ("://" in last and _is_rest_of_host(first)))


def _is_rest_of_host(first: str) -> bool:
    """Tell whether a word may be what a host ends in: it has a mark of an address in it, or is a top-level domain."""
    return first[0].islower() and (_MARK_OF_ADDRESS.search(first) is not None or _TOP_LEVEL.match(first) is not None)


def _is_file_ending(first: str) -> bool:
    """Tell whether a word is what file names end in, as `txt` and `tar.gz` do."""
    name = "name." + first.rstrip(".,;:)\u201d\u2019'\"")
    return name.islower() and any(guess_type(name))


def _is_east_asian(character: str) -> bool:
    return character >= "\u1100" and (
        _is_hangul(character) or _is_ideograph(character) or bool(_WIDE_MARK.match(character))
    )


def _is_unspaced(character: str) -> bool:
    return any(low <= ord(character) <= high for low, high in _UNSPACED)


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7af" or "\u1100" <= character <= "\u11ff"


def _is_ideograph(character: str) -> bool:
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff66" <= character <= "\uff9f"
        or character >= "\U00020000"
    )
