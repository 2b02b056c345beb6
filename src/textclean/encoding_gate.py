"""Which lines ftfy's encoding repair could change: an exact gate in front of it.

ftfy decides by `ftfy.badness.BADNESS_RE`, an alternation without a fixed first character, which reads 1 to 5
MB/s. Each of its alternatives holds two adjacent characters one of which is rare in sound text, so one
character class finds all places where it could match, at some hundred MB/s. The classes are ftfy's own tables.
Nothing is missed: what the gate passes over, ftfy leaves alone (held by tests against ftfy itself). What it
stops at, ftfy still has to judge.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    _Search = Callable[[str, int], re.Match[str] | None]

ENTITY = lazy_pattern(r"&#?[0-9A-Za-z]{1,24};")
"""What ftfy takes for an HTML entity (`ftfy.chardata.HTML_ENTITY_RE`)."""
TERMINAL_ESCAPE = lazy_pattern(r"\x1b\[[\d;]*[a-zA-Z]")
"""What ftfy takes for a terminal escape (`ftfy.fixes.ANSI_RE`)."""
SURROGATE = lazy_pattern("[\ud800-\udfff]")
LONGEST_SEGMENT = 1_000_000
"""ftfy looks at no more than so many characters of a line at once (`max_decode_length`)."""

_SOUND = frozenset(map(chr, range(128))).union("\u2018\u2019\u201c\u201d\u2013\u2014\u2026")
"""Characters of which no misread place is made alone; a text of nothing else needs no tables, which load slowly."""

_MISREAD_LETTERS = "ВГРСΒΓΞΟ"
_FEW_KINDS, _RARE, _SAMPLE = 12, 500, 10_000
"""Searching for a character costs a twentieth of the gate, and a line some hundred characters: where more kinds than
the first, or more than one character in so many of a sample, are telling, one pass over the text is quicker."""


def suspicious_segments(text: str, characters: frozenset[str], *, entities: bool) -> Iterator[tuple[int, int]]:
    """Yield the segments of `text` that ftfy could change, as spans: lines, cut where they are too long for ftfy.

    `characters` holds all that occur in the text, `entities` tells whether HTML entities are to be replaced.
    """
    searches: list[_Search] = []
    unknown = characters.difference(_SOUND)
    telling = _telling_character().findall("".join(unknown)) if unknown else []
    if telling:
        searches.append(_misread_search(text, telling))
    if entities and "&" in text:
        searches.append(ENTITY.search)
    if "\x1b" in text:
        searches.append(TERMINAL_ESCAPE.search)
    for start, end in _lines_found(text, searches):
        for at in range(start, end, LONGEST_SEGMENT):
            yield at, min(at + LONGEST_SEGMENT, end)


def _lines_found(text: str, searches: Sequence[_Search]) -> Iterator[tuple[int, int]]:
    """Yield each line in which one of `searches` finds something, once and in order."""
    found = {search: search(text, 0) for search in searches}
    while found:
        hits = [match.start() for match in found.values() if match]
        if not hits:
            return
        start, end = _line_around(text, min(hits))
        yield start, end
        for search, match in found.items():
            if match and match.start() < end:
                found[search] = search(text, end)


def _line_around(text: str, at: int) -> tuple[int, int]:
    return text.rfind("\n", 0, at) + 1, text.find("\n", at) + 1 or len(text)


def _misread_search(text: str, telling: Sequence[str]) -> _Search:
    """Return a search for places that may be misread; it reads only lines with telling characters if these are few."""
    gate = _misread_places()
    sample = text[:_SAMPLE]
    if len(telling) > _FEW_KINDS or sum(map(sample.count, telling)) > len(sample) // _RARE:
        return gate.search
    places = sorted(match.start() for character in telling for match in re.finditer(re.escape(character), text))

    def search(text: str, start: int) -> re.Match[str] | None:
        index = bisect_left(places, start)
        while index < len(places):
            low, end = _line_around(text, places[index])
            match = gate.search(text, max(low, start), end)
            if match:
                return match
            index = bisect_left(places, end, index)
        return None

    return search


@cache
def _telling_character() -> re.Pattern[str]:
    """Compile the class of characters of which every misread place holds one; quotation marks are none of them."""
    from ftfy.badness import MOJIBAKE_CATEGORIES as KINDS  # noqa: PLC0415 - costs start-up time

    names = ("c1", "bad", "law", "currency", "numeric", "upper_accented", "lower_accented", "box", "kaomoji")
    return re.compile(f"[{''.join(KINDS[name] for name in names)}{_MISREAD_LETTERS}œЂ\ud800-\udfff]")


@cache
def _misread_places() -> re.Pattern[str]:
    """Compile the class of rare characters, each with what must stand around it, from ftfy's tables.

    The comments number the alternatives of `BADNESS_RE` of ftfy 6.3.1 in their order. A look-behind sees the
    rare character itself as its last one.
    """
    from ftfy.badness import MOJIBAKE_CATEGORIES as KINDS  # noqa: PLC0415 - costs start-up time

    c1, bad, box, law = KINDS["c1"], KINDS["bad"], KINDS["box"], KINDS["law"]
    currency, numeric, common = KINDS["currency"], KINDS["numeric"], KINDS["common"]
    opening, closing = KINDS["start_punctuation"], KINDS["end_punctuation"]
    upper, lower = KINDS["upper_accented"], KINDS["lower_accented"]
    letters = KINDS["upper_common"] + KINDS["lower_common"]
    accented = lower + upper
    rare = f"{c1}{bad}{upper}{box}{currency}{numeric}{law}{opening}{closing}œÙЂ°\ud800-\udfff"
    marked = accented + box + opening + closing + currency + numeric + law
    return re.compile(
        # most rare characters stand between common ones: the two first look-arounds let them go
        f"[{rare}](?:(?<=[{marked}{bad}{letters}].)(?:"
        # 17; 10; 12; 11; 25
        f"(?<=[{accented}][{opening}{closing}])\\w|(?<=[{accented}{box}{currency}{closing}][{opening}])[{numeric}]"
        f"|(?<=[{currency}{numeric}{box}][{opening}])"
        f"|(?<=[{accented}{currency}{numeric}{box}{law}][{closing}][{opening}])"
        # 5; 2; 3; 7, 30
        f"|(?<=[{lower}{letters}{box}{closing}{currency}{numeric}][{upper}])"
        f"|(?<=[{marked}{bad}][{bad}])|(?<=[a-zA-Z][{letters}][{bad}])"
        f"|(?<=[{lower}{box}{closing}][{currency}])|(?<=β€)[™\xa0Ά\xad®°]|(?<=ā€)"
        # 21, 23; 15; 26, 28; 27, 31
        f"|(?<=[à×][{numeric}])|(?<=[{marked}][{box}])|(?<=[вВ]Ђ)"
        f"|(?<=[{_MISREAD_LETTERS}][{bad}{opening}{closing}{currency}°µ])[{_MISREAD_LETTERS}]"
        f")|(?=[{marked}{bad}{KINDS['kaomoji']}–—´])(?:"
        # 4; 6; 9, 19; 8, 13; 20
        f"(?<=[{bad}])[{marked}{bad}]|(?<=[{box}{closing}{currency}{numeric}])[{lower}]|(?<=[{upper}])[{numeric}{law}°]"
        f"|(?<=[a-z\\s][{upper}])[{opening}{currency}]"
        f"|(?<=[ÂÃÎÐ])[€œŠš¢£Ÿž©®°·»{opening}{closing}–—´]"
        # 24; 25; 14, 16, 9
        f"|(?<=√)[±∂†≠®™´≤≥¥µø]|(?<=≈)[°¢]|(?<=‚)[Äâó]|(?<=[{box}])[{numeric}{law}{KINDS['kaomoji']}{closing}]"
        # 18; 29, 20; 22; 1, and half of a character that UTF-16 cut in two
        f")|(?<=[Œœ])[^A-Za-z]|(?<=[ÂÃÎÐ])[ \xa0\xad·]|(?<=[ØÙ])[{common}{currency}{bad}{numeric}{opening}ŸŠ®°µ»]"
        f"|(?<=[{c1}\ud800-\udfff])"
        ")"
    )
