"""One spelling for letters that Unicode can write in two ways."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.lifted import diff_edits
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.edits import Edit

_COMPOSABLE = lazy_pattern(r"[\x00-\x7f]?[^\x00-\x7f]+")
"""No ASCII character joins the one before it, so a text falls into pieces in front of each."""


@cleaner(inside={"table"}, reasons={"unicode.nfc"})
def normalize_unicode(text: str) -> Iterator[Edit]:
    r"""Compose letters and their marks (Unicode's form NFC): `e` and U+0301 become `é`.

    Compatibility characters (², ﬁ, ①, full width) stay: form NFKC would change what the text says. In no preset
    but `typography`.

    >>> normalize_unicode("cafe\u0301")
    'café'
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    for match in _COMPOSABLE.finditer(text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            for edit in diff_edits(match[0], composed, "unicode.nfc"):
                yield edit._replace(start=match.start() + edit.start, end=match.start() + edit.end)
