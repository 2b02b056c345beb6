"""What a text is made of, found once and lazily: protected regions, lines, blocks and pages.

Cleaners that take a second parameter get this; all of it is computed only when asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from textclean.code_points import characters_in, code_points
from textclean.edits import PackedEdits, apply_edits, reaches
from textclean.structure.authorship import is_authored_markdown
from textclean.structure.gaps import gaps_in_codes, gaps_in_text
from textclean.structure.odd_characters import ODD_CHARACTERS
from textclean.structure.region import Region
from textclean.structure.regions import ALL_KINDS, find_regions
from textclean.structure.wrapping import is_wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.code_points import CodePoints
    from textclean.edits import Edit
    from textclean.structure.blocks import Block
    from textclean.structure.gaps import Gaps
    from textclean.structure.lines import Lines

__all__ = ["ALL_KINDS", "Region", "Structure"]

_SHORT = 4_000
"""Code points up to which sets and expressions are faster than arrays."""


class Structure:
    """The structure of one text. Offsets are code points."""

    def __init__(self, text: str) -> None:
        """Remember `text`; nothing is computed yet."""
        self.text = text
        self._edits: Sequence[Edit] = ()
        self._barred: dict[frozenset[str], tuple[list[int], list[int]]] = {}

    def edited(self, edits: Sequence[Edit]) -> Structure:
        """Return the structure of the text with settled `edits` applied; what they cannot have changed is kept."""
        after = Structure(apply_edits(self.text, edits))
        after._edits = edits
        known = self.__dict__.get("characters")
        if known is not None and known.isdisjoint(ODD_CHARACTERS):
            new = edits.replacements if isinstance(edits, PackedEdits) else [edit.replacement for edit in edits]
            if known.issuperset("".join(new)):
                after.characters = known
        return after

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that occur in the text, and perhaps a few sound ones that stood there before an edit."""
        return frozenset(self.text) if self.is_short else characters_in(self.codes)

    @cached_property
    def codes(self) -> CodePoints:
        """The code points of the text as an array."""
        return code_points(self.text)

    @property
    def is_short(self) -> bool:
        """Whether sets and expressions are faster than arrays over `codes`."""
        return len(self.text) <= _SHORT

    @cached_property
    def gaps(self) -> Gaps:
        """The runs of two blanks or more, and form feeds; not the one blank line between two paragraphs."""
        if self.is_short:
            return gaps_in_text(self.text, self.characters)
        return gaps_in_codes(self.codes, self.characters)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Protected regions in order of their start; those of different kinds may nest."""
        return find_regions(self.text)

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether lines follow on each other, or on a page break, and most of them are such as a page could hold."""
        return is_wrapped(self.text)

    @cached_property
    def lines(self) -> Lines:
        """The lines that hold anything, and what each boundary between two of them is."""
        from textclean.structure.boundaries.pulled_words import pulled_words  # noqa: PLC0415 - numpy costs start-up time
        from textclean.structure.lines import decide_lines  # noqa: PLC0415

        return decide_lines(self.text, pulled_words(self._edits))

    @property
    def saw_more_than_text(self) -> bool:
        """Whether lines were judged with the help of the edits before, which whoever cleans the text again has not."""
        if "lines" not in self.__dict__:
            return False
        from textclean.structure.boundaries.pulled_words import pulled_words  # noqa: PLC0415 - numpy costs start-up time

        return pulled_words(self._edits) is not None

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the text in order, each with its kind: prose, verse, list, table, code, heading, lines."""
        from textclean.structure.blocks import find_blocks  # noqa: PLC0415 - numpy costs start-up time

        return find_blocks(self.lines, self.regions)

    @cached_property
    def is_authored(self) -> bool:
        """Whether somebody wrote the text's Markdown by hand, so that its marks and blank lines are meant."""
        return is_authored_markdown(self.text)

    def is_protected(self, start: int, end: int, inside: frozenset[str] = frozenset()) -> bool:
        """Tell whether an edit of `text[start:end]` would reach into a region whose kind is not in `inside`."""
        starts, ends = self._barriers(inside)
        index = bisect_right(ends, start)
        return index < len(starts) and reaches(start, end, starts[index], ends[index])

    def outside_protection(self, edits: Sequence[Edit], inside: frozenset[str] = frozenset()) -> Sequence[Edit]:
        """Return those settled `edits` that stay out of regions whose kind is not in `inside`."""
        starts, ends = self._barriers(inside)
        if not starts:
            return edits
        if isinstance(edits, PackedEdits):
            return edits.outside(starts, ends)
        return [edit for edit in edits if not self.is_protected(edit.start, edit.end, inside)]

    def _barriers(self, inside: frozenset[str]) -> tuple[list[int], list[int]]:
        """Return starts and ends of the united regions whose kind is not in `inside`."""
        if inside not in self._barred:
            starts: list[int] = []
            ends: list[int] = []
            for start, end, kind in () if inside >= ALL_KINDS else self.regions:
                if kind in inside:
                    continue
                if starts and start < ends[-1]:
                    ends[-1] = max(ends[-1], end)
                else:
                    starts.append(start)
                    ends.append(end)
            self._barred[inside] = starts, ends
        return self._barred[inside]
