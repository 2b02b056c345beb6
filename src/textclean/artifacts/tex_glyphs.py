"""What a glyph number of a TeX mathematics font shows, as far as its neighbours can confirm it.

Converters print `(cid:88)` for the 88th place of a font whose encoding they do not know. TeX's are fixed: OMS
(cmsy, symbols), OMX (cmex, large symbols), OML (cmmi, letters), as in The TeXbook, appendix F. One number is another
sign in each of them, so each row says what must stand around it.
"""

from __future__ import annotations

PAIRS = {
    104: (105, "⟨", "⟩"),
    106: (106, "|", "|"),
    2: (3, "[", "]"),
    8: (9, "{", "}"),
    16: (17, "(", ")"),
    18: (19, "(", ")"),
    20: (21, "[", "]"),
    26: (27, "{", "}"),
    32: (33, "(", ")"),
    34: (35, "[", "]"),
    40: (41, "{", "}"),
}
"""Opening number, closing number, signs (OMS 104 to 107, OMX the rest): the paragraph must hold both, in this order."""

ON_OWN_LINE = {80: "∑", 88: "∑", 81: "∏", 89: "∏", 82: "∫", 90: "∫", 12: "|"}
"""OMX: large operators, and the bar of which tall ones are built, which extraction sets apart."""

BETWEEN_OPERANDS = {28: "≪", 29: "≫"}
"""OMS: relations, with a space or an operand to either side."""

BEHIND_OPERAND = {48: "′"}
"""OMS: the prime, close behind a letter, a digit or another one."""

BEFORE_LETTER = {15: "ϵ"}
"""OML: epsilon, close before or behind a letter or an operator; on its own it would be the bullet of OMS."""
