"""One class for each character, as far as line ends and line starts tell them apart."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.code_points import CodePoints


class Kind(IntEnum):
    """What a character is to somebody who looks for the end of a line, a sentence or a block."""

    SPACE = 0
    LOWER = 1
    UPPER = 2
    LETTER = 3
    """A letter of a script without case."""
    CJK = 4
    HANGUL = 5
    DIGIT = 6
    STOP = 7
    COMMA = 8
    COLON = 9
    SEMICOLON = 10
    HYPHEN = 11
    DASH = 12
    OPENER = 13
    """An opening quotation mark."""
    CLOSER = 14
    QUOTE = 15
    """A quotation mark that may open or close."""
    BRACKET = 16
    CLOSED = 17
    """A closing bracket."""
    SLASH = 18
    BULLET = 19
    CODE = 20
    """A character that is frequent in code and rare in prose."""
    OTHER = 21


_NAMED = {
    Kind.STOP: ".!?…。！？．؟۔।",
    Kind.COMMA: ",，、،",
    Kind.COLON: ":：",
    Kind.SEMICOLON: ";；؛",
    Kind.HYPHEN: "-\u2010\u2011\u00ac\u2e17\u00ad\x02",
    Kind.DASH: "—–―‒",
    Kind.OPENER: "“„«‘‚‹「『《〈【〔（",
    Kind.CLOSER: "”»’›」』》〉】〕）",
    Kind.QUOTE: "\"'`´",
    Kind.BRACKET: "([",
    Kind.CLOSED: ")]",
    Kind.SLASH: "/\\",
    Kind.BULLET: "•◦▪●∙■□◆❖➢►‣⁃\uf0b7\uf0a7*·○▶▸✓→",
    Kind.CODE: "$#=<>|~^_&%@+{}",
}
_CATEGORIES = {"Ll": Kind.LOWER, "Lu": Kind.UPPER, "Lt": Kind.UPPER, "Lo": Kind.LETTER, "Lm": Kind.LETTER}
_CATEGORIES |= {"Nd": Kind.DIGIT, "No": Kind.DIGIT, "Mn": Kind.LOWER, "Mc": Kind.LOWER}
_CJK = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F))
_HANGUL = ((0x1100, 0x11FF), (0xAC00, 0xD7AF))
_BMP = 0x10000


@cache
def kind_table() -> NDArray[np.uint8]:
    """Return the class of each code point of the Basic Multilingual Plane; the last entry serves all others."""
    plane = list(map(chr, range(_BMP)))
    kinds = defaultdict(lambda: int(Kind.OTHER), {name: int(kind) for name, kind in _CATEGORIES.items()})
    table = np.fromiter(map(kinds.__getitem__, map(unicodedata.category, plane)), np.uint8, _BMP)
    table[[ord(character) for character in plane if character.isspace()]] = Kind.SPACE
    for low, high in _CJK:
        block = table[low : high + 1]
        block[(block == Kind.LETTER) | (block == Kind.OTHER)] = Kind.CJK
    for low, high in _HANGUL:
        table[low : high + 1] = Kind.HANGUL
    for kind, characters in _NAMED.items():
        table[[ord(character) for character in characters]] = kind
    table[_BMP - 1] = Kind.CJK
    return table


def kinds_of(codes: CodePoints, out: NDArray[np.uint8]) -> None:
    """Write the class of each code point to `out`."""
    kind_table().take(codes, mode="clip", out=out)
