"""Full-width Latin and half-width Japanese and Korean letters in their ordinary width."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = lazy_pattern(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uffe0-\uffee]"  # digits, letters, signs
    "|[\uff61-\uff9f]+|[\uffa0-\uffdc]"  # half-width katakana with its voicing marks, half-width hangul
    "|(?P<punctuation>[\uff01-\uff5e\u3000])"
)
_EAST_ASIAN = lazy_pattern(
    "[\u1100-\u11ff\u2e80-\u2fff\u3005-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]"
)


@cleaner(inside={"table"}, reasons={"width.fold"})
def fold_width(text: str) -> Iterator[Edit]:
    """Fold full-width Latin letters, digits and signs and half-width katakana and hangul to ordinary width.

    Left alone: full-width punctuation and the ideographic space in a line that has Chinese, Japanese or Korean,
    where they are right. Typography, so in no preset but `typography`. The forms are Unicode's compatibility
    decompositions.

    >>> fold_width("ＵＳＢ３．０ は ｶﾞｲﾄﾞ（案内）。")
    'USB3．0 は ガイド（案内）。'
    """
    if text.isascii():
        return
    line_end, east_asian = -1, False
    for match in _WIDE.finditer(text):
        if match["punctuation"]:
            if match.start() > line_end:
                line_start = text.rfind("\n", 0, match.start()) + 1
                line_end = text.find("\n", match.start()) % (len(text) + 1)
                east_asian = _EAST_ASIAN.search(text, line_start, line_end) is not None
            if east_asian:
                continue
        yield Edit(*match.span(), unicodedata.normalize("NFKC", match[0]), "width.fold")
