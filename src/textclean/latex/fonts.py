"""Commands that only choose a font, draw a line or a box: their argument is the text.

Source: LaTeX2e and amsmath font commands; what converters print around the cells of tables.
"""

from __future__ import annotations

UPRIGHT = {
    "mathrm": "rm", "rm": "rm", "textrm": "text", "mathup": "rm", "text": "text", "mbox": "text",
    "textnormal": "text", "textup": "text", "hbox": "text", "mathsf": "sf", "textsf": "text", "sf": "sf",
    "mathtt": "tt", "texttt": "text", "tt": "tt", "textsc": "text", "sc": "rm", "textmd": "text", "fbox": "text",
    "textsl": "slanted", "verb": "tt", "url": "text", "path": "text", "nolinkurl": "text",
    "mathrmbf": "bf", "uppercase": "rm", "rmfamily": "rm", "sffamily": "sf", "ttfamily": "tt", "footnote": "text",
    "emph": "slanted", "textit": "slanted", "mathnormal": "rm", "mathbf": "bf", "bf": "bf", "textbf": "text",
    "boldsymbol": "bf", "bm": "bf", "pmb": "bf", "bfseries": "bf", "mathit": "it", "it": "it", "itshape": "it",
    "em": "it", "sl": "it", "mit": "it", "operatorname": "op", "operatorname*": "op", "mathop": "op",
}  # fmt: skip
"""Font commands with the font they set: `it` is no evidence for a word, all others are."""

BOLD = {"mathbf", "bf", "textbf", "boldsymbol", "bm", "pmb", "bfseries", "mathrmbf"}

SWITCHES = {
    "bf", "bfseries", "em", "it", "itshape", "mit", "rm", "rmfamily", "sc", "sf", "sffamily", "sl", "tt", "ttfamily",
}  # fmt: skip
"""These take no argument: they hold to the end of their group."""

LINED = {
    "bar", "boxed", "cancel", "framebox", "overbrace", "overline", "sout", "uline", "underbar", "underbrace",
    "underline", "widebar",
}  # fmt: skip
"""Lines above, below, around and through; converters read the rules of a table as these."""


STACKS = {"array", "tabular", "gathered", "aligned", "split", "center"}
"""Environments that only set lines one above the other."""

ACCENTS = {
    "acute": "\u0301", "grave": "\u0300", "hat": "\u0302", "tilde": "\u0303", "ddot": "\u0308", "check": "\u030c",
    "breve": "\u0306", "mathring": "\u030a", "'": "\u0301", "`": "\u0300", '"': "\u0308", "c": "\u0327", "v": "\u030c",
    "r": "\u030a",
}  # fmt: skip
"""Accents with their combining character: over a letter of a word they belong to its spelling."""

INVISIBLE = {
    "phantom", "hphantom", "vphantom", "hspace", "vspace", "hspace*", "color", "textcolor", "colorbox", "label", "rule",
    "fontsize", "definecolor", "footnotemark",
}  # fmt: skip
"""Commands whose first argument prints nothing."""

SIZES = {"scriptstyle", "scriptscriptstyle", "scriptsize", "tiny", "small", "footnotesize"}
"""A change of size is the setting of a table's cell, as bold is."""

NOTHING = {
    "-", "/", "Big", "Bigg", "Bigl", "Bigr", "Large", "big", "bigg", "biggl", "biggr", "bigl", "bigr", "boldmath",
    "centering", "displaystyle", "ensuremath", "footnotesize", "hline", "hskip", "kern", "large", "left", "limits",
    "middle", "negthinspace", "noindent", "nolimits", "nonumber", "normalsize", "notag", "null", "protect", "relax",
    "right", "scriptscriptstyle", "scriptsize", "scriptstyle", "small", "strut", "textstyle", "tiny", "unboldmath",
}  # fmt: skip
"""Commands that print nothing."""
