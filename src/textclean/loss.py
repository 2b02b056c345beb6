"""The loss guard: tells a document of which cleaning took more letters than it should.

Letters that go with what was recognised do not count: furniture and placeholders were never the text's own, and those
of mis-decoded characters, glyph codes and LaTeX commands only spelled something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Notice, apply_edits, has_reason

if TYPE_CHECKING:
    from textclean.cleaned import Cleaned

HEAVY_LOSS = "heavy-loss"
"""The code of the notice."""

MOST_LOST = 0.3
"""The share of its letters that a document may lose by default."""

_RECOGNISED = ("artifact", "furniture", "encoding", "glyph", "latex")

_NO_LETTERS = bytes(set(range(256)) - set(range(ord("A"), ord("Z") + 1)) - set(range(ord("a"), ord("z") + 1)))


def heavy_loss(cleaned: Cleaned, most: float = MOST_LOST) -> Notice | None:
    """Return a notice when a run took more than the share `most` of the letters, without what was recognised.

    It spans the cleaned text, which is kept as it is: the ledger has what was lost.
    """
    edits = [edit for step in cleaned.steps for edit in step.edits if not has_reason(edit, _RECOGNISED)]
    if sum(end - start for start, end, _, _ in edits) <= most * _fewest_letters(cleaned.source):
        return None
    letters = _letters(cleaned.source)
    lost = letters - _letters(cleaned.text) - _letters_recognised(cleaned)
    if lost <= most * letters:
        return None
    message = f"cleaning took {lost:,} of {letters:,} letters ({lost / letters:.0%}); compare the text with its source"
    return Notice(0, len(cleaned.text), HEAVY_LOSS, message)


def _fewest_letters(text: str) -> int:
    """Return a number of letters that the text has at least, which costs almost nothing to count."""
    return len(text.encode("utf-8", "surrogatepass").translate(None, _NO_LETTERS))


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _letters_recognised(cleaned: Cleaned) -> int:
    """Return how many letters the edits took that removed or rewrote what was recognised."""
    taken = 0
    text = cleaned.source
    for step in cleaned.steps:
        for edit in step.edits:
            if has_reason(edit, _RECOGNISED):
                taken += _letters(text[edit.start : edit.end]) - _letters(edit.replacement)
        text = apply_edits(text, step.edits)
    return taken
