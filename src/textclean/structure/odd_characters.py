"""Characters that sound text hardly holds, in tables."""

from __future__ import annotations

LINE_BREAKS = "\r\x0b\x85\u2028\u2029"
"""Line ends other than the line feed: CR, vertical tab (Word's manual break), NEL, and Unicode's two separators."""

CONTROLS = "".join(
    map(
        chr,
        (*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), *range(0xFFF9, 0xFFFD), 0xFFFE, 0xFFFF),
    )
)
"""C0 and C1 controls without white space, interlinear annotation, object replacement, and noncharacters."""

BYTE_ORDER_MARK = "\ufeff"
ZERO_WIDTH_SPACE = "\u200b"
JOINERS = "\u200c\u200d"
SOFT_HYPHEN = "\xad"
DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MONGOLIAN_VOWEL_SEPARATOR = "\u180e"
WORD_JOINER = "\u2060"
DEPRECATED_FORMATS = "\u206a\u206b\u206c\u206d\u206e\u206f"
INVISIBLES = (
    BYTE_ORDER_MARK
    + ZERO_WIDTH_SPACE
    + JOINERS
    + SOFT_HYPHEN
    + DIRECTION_MARKS
    + MONGOLIAN_VOWEL_SEPARATOR
    + WORD_JOINER
    + DEPRECATED_FORMATS
)
"""Format characters (Unicode's category Cf) that take no room on the page; those that only emoji and ancient
scripts use are left out."""

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st"}
"""Unicode's Latin presentation forms (U+FB00 to U+FB06); U+FB05 keeps its long s, which is a letter."""

ODD_CHARACTERS = frozenset(LINE_BREAKS + CONTROLS + INVISIBLES).union(LIGATURES)
"""All of the tables above."""
