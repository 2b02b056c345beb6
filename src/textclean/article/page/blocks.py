"""The cleaned text as blocks: what blank lines and form feeds part, with the Markdown marks taken off."""

from __future__ import annotations

from typing import NamedTuple

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.front_matter import front_matter_end

_PARTS = lazy_pattern(r"\S[^\n\f]*(?:\n[^\n\f]*\S[^\n\f]*)*")
_HEADING = lazy_pattern(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_RULE = lazy_pattern(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}|\u2014{2,}|\u2500{3,})[ \t]*")


class TextBlock(NamedTuple):
    """`text[start:end]` of the cleaned text, stripped; `level` is 1 to 6 for a Markdown heading, else 0."""

    start: int
    end: int
    raw: str
    level: int = 0

    @property
    def lines(self) -> list[str]:
        """The lines as they stand, stripped."""
        return [line.strip() for line in self.raw.split("\n")]


def split_blocks(text: str) -> tuple[TextBlock, ...]:
    r"""Return the blocks of `text` in order; rules (`---`) part blocks and are none, nor is front matter.

    >>> [(block.raw, block.level) for block in split_blocks("# A\n\nb\nc\n\n---\n")]
    [('# A', 1), ('b\nc', 0)]
    """
    blocks = []
    for match in _PARTS.finditer(text, front_matter_end(text)):
        raw = match[0]
        start = match.start() + len(raw) - len(raw.lstrip())
        raw = raw.strip()
        if _RULE.fullmatch(raw):
            continue
        heading = _HEADING.match(raw)
        blocks.append(TextBlock(start, start + len(raw), raw, len(heading[1]) if heading else 0))
    return tuple(blocks)
