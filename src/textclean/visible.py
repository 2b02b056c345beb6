"""Text of unknown origin made safe and legible for a terminal: what cannot be seen is shown as an escape."""

from __future__ import annotations

import re
from unicodedata import category

_UNSEEN = r"[^\x20-\x7e\xa1-\u02ff\u0370-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u2fff\u3001-\ud7ff]"
"""Everything but characters that mostly show; each is then asked for its category. Compiled when first needed."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f", "\v": "\\v", "\u00a0": "\\xa0"}


def visible(text: str, *, keep: str = "") -> str:
    r"""Return `text` with control, format, private and unassigned characters as escapes, all but those in `keep`.

    An escape sequence in a document can then neither move the cursor nor hide what stands there.

    >>> visible("a\x1b[1m\u200b b\n")
    'a\\x1b[1m\\u200b b\\n'
    """

    def escape(match: re.Match[str]) -> str:
        character = match[0]
        if character in keep:
            return character
        if character in _SHORT:
            return _SHORT[character]
        return ascii(character)[1:-1] if category(character) in _HIDDEN else character

    return text if text.isascii() and text.isprintable() else re.sub(_UNSEEN, escape, text)


def shortened(text: str, longest: int = 160) -> str:
    """Show the ends of a text of more than `longest` characters, and what cannot be seen as escapes."""
    if len(text) <= longest:
        return visible(text)
    return f"{visible(text[: longest // 2])} … {visible(text[-longest // 2 :])}"
