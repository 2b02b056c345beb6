"""Text that was decoded in the wrong encoding, escaped, or cut into halves of characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textclean.edits import Edit
from textclean.encoding_gate import SURROGATE, suspicious_segments
from textclean.encoding_repair import find_surrogates, repair_line
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner
from textclean.structure import ALL_KINDS, Structure

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = lazy_pattern(r"</?[A-Za-z][^<>\n]{0,1000}>")
_CELLS = frozenset({"table"})


@cleaner(
    inside=ALL_KINDS,
    reasons={"encoding.c1", "encoding.entity", "encoding.mojibake", "encoding.surrogate", "encoding.terminal-escape"},
)
def repair_encoding(
    text: str, structure: Structure, *, entities: Literal["auto", "always", "never"] = "auto"
) -> Iterator[Edit]:
    r"""Repair mojibake, HTML entities, terminal escapes, C1 controls and surrogates, as ftfy 6.3.1 does.

    Each line becomes exactly what ftfy makes of it with the same settings; its options for typography (quotes,
    ligatures, width, NFC), line breaks and control characters are off, being other cleaners' work. Sound
    accented text is left alone: ftfy acts on sequences that hardly any language writes.

    `entities`: `auto` replaces HTML entities unless the document holds an HTML tag, since there `&lt;` keeps
    text from becoming a tag; a comment or a lone `<` is no tag. (ftfy's own `auto` depends on the order of the
    lines.) `always` and `never` decide for you.

    Code, mathematics, URLs and front matter stay as they are, but for lone surrogates: they exist in no
    encoding, so none is let through; those without a partner become U+FFFD.

    >>> repair_encoding("The cafÃ© wasnâ€™t cheap: &pound;5")
    'The café wasn’t cheap: £5'
    """
    unescape = entities == "always" or (entities == "auto" and "&" in text and not _TAG.search(text))
    for start, end in suspicious_segments(text, structure.characters, entities=unescape):
        for edit in repair_line(text[start:end], entities=unescape):
            low, high = start + edit.start, start + edit.end
            if not structure.is_protected(low, high, _CELLS):
                yield Edit(low, high, edit.replacement, edit.reason)
            elif SURROGATE.search(text, low, high):
                for whole in find_surrogates(text[low:high]):
                    yield Edit(low + whole.start, low + whole.end, whole.replacement, whole.reason)
