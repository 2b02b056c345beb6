"""What is seen at the boundary between two neighbouring lines, each sight a number under a name.

A column holds one entry for each boundary; what concerns the whole text is a single number. The names are
those of the questions in `weights.txt`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from textclean.structure.boundaries.characters import Kind
from textclean.structure.boundaries.edges import (
    ENDS,
    MARKERS,
    STARTS,
    STOPPED_WORDS,
    is_point,
    is_stop,
    line_ends,
    line_starts,
    markers,
    stopped_words,
)
from textclean.structure.boundaries.page_width import measure_page
from textclean.structure.boundaries.windows import mean_nearby, widest_nearby

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textclean.structure.boundaries.table import LineTable

    Column = NDArray[Any]
    Factors = dict[str, Any]

_DEEPEST_INDENT = 12
"""What goes in further is a column, not a paragraph."""

BREAKS = ("3+", "2", "1", "page", "0")
"""What stands between two lines: blank lines, a page break, nothing."""

NAMED = {
    "end": ENDS,
    "next-end": ENDS,
    "previous-end": ENDS,
    "start": STARTS,
    "own-start": STARTS,
    "marker": MARKERS,
    "own-marker": MARKERS,
    "stopped-word": STOPPED_WORDS,
    "break": BREAKS,
    "leaders": ("this", "both", "next", "none"),
}
"""The factors that are no numbers: the names of their values in order."""

_BREAK_OF = np.array([BREAKS.index(name) for name in ("0", "1", "2", "3+", "page")], np.uint8)
_ROOM = 0.03
"""Room for the next word, as a share of the width, that proportional type may leave in a full line."""


def observe(lines: LineTable) -> Factors:
    """Return the factors of the `len(lines.start) - 1` boundaries. There must be two lines or more."""
    seen: Factors = {}
    _see_edges(seen, lines)
    blocks = _Blocks(lines)
    _see_room(seen, lines, blocks)
    _see_indents(seen, lines)
    _see_blocks(seen, lines, blocks)
    _see_likeness(seen, lines)
    _see_contents(seen, lines)
    return seen


class _Blocks:
    """What stands between blank lines and page breaks."""

    def __init__(self, lines: LineTable) -> None:
        self.opens = (lines.blanks > 0) | (lines.feeds > 0)
        self.opens[0] = True
        self.heads = np.flatnonzero(self.opens)
        self.size = np.diff(np.append(self.heads, len(self.opens)))
        self.number = np.cumsum(self.opens) - 1
        self.line = np.arange(len(self.opens)) - self.heads[self.number]


def _see_edges(seen: Factors, lines: LineTable) -> None:
    """See how lines end and begin, here and nearby."""
    ends, starts, marks = line_ends(lines), line_starts(lines), markers(lines)
    seen["end"], seen["next-end"] = ends[:-1], ends[1:]
    seen["previous-end"] = _previous(ends)
    seen["own-start"], seen["start"] = starts[:-1], starts[1:]
    seen["own-marker"], seen["marker"] = marks[:-1], marks[1:]
    seen["stopped-word"] = stopped_words(lines, ends)[:-1]
    seen["break"] = _BREAK_OF[np.where(lines.feeds > 0, 4, np.minimum(lines.blanks, 3))[1:]]
    capital = (lines.first == Kind.UPPER) | ((lines.first >= Kind.OPENER) & (lines.second == Kind.UPPER))
    seen["capitals-nearby"] = mean_nearby(capital, 5)[:-1]
    seen["capitals-far"] = mean_nearby(capital, 15)[:-1]
    seen["document-capitals"] = float(capital.mean())
    seen["lower-nearby"] = mean_nearby(lines.first == Kind.LOWER, 5)[:-1]
    points = is_point(ends)
    seen["points-nearby"] = mean_nearby(points, 5)[:-1]
    seen["points-far"] = mean_nearby(points, 15)[:-1]
    seen["stops-nearby"] = mean_nearby(is_stop(ends), 5)[:-1]
    seen["bracketed"] = lines.bracketed[:-1].astype(np.uint8)
    seen["first-word"], seen["last-word"] = lines.first_word[1:], lines.last_word[:-1]


def _see_room(seen: Factors, lines: LineTable, blocks: _Blocks) -> None:
    """See whether the next line's first word would have fitted, and how full the lines are."""
    length = lines.first_columns.astype(np.float32)
    right = length + lines.indent.astype(np.float32)
    broad = (lines.first == Kind.CJK) | (lines.first == Kind.HANGUL)
    longest = np.where(lines.first == Kind.HANGUL, 8, 4)
    first_word = np.where(broad, np.minimum(2 * lines.first_word, longest), lines.first_word)
    page = measure_page(right)
    held = lines.last_columns != lines.first_columns
    last = np.where(held, lines.last_columns, page.last).astype(np.float32) if held.any() else page.last
    need = last[:-1] + 1 + first_word[1:]
    clipped = page.first
    nearby = np.maximum(widest_nearby(clipped, 8), 1)
    block = np.maximum.reduceat(clipped if page.joined else right, blocks.heads)[blocks.number][:-1]
    seen["width-nearby"] = nearby[:-1]
    seen["fit-nearby"] = 1 - need / nearby[:-1]
    seen["fit-near"] = 1 - need / np.maximum(widest_nearby(clipped, 2), 1)[:-1]
    seen["fit-document"] = 1 - need / page.width
    seen["fit-block"] = 1 - need / np.maximum(block, 1)
    tight = ~blocks.opens[1:]
    for name, slack in (("open", 0.0), ("wide-open", 0.1)):
        unfilled = tight & (seen["fit-nearby"] > slack)
        around = mean_nearby(tight, 4)
        seen[name + "-nearby"] = mean_nearby(unfilled, 4) / np.maximum(around, 0.01)
        seen[name + "-far"] = mean_nearby(unfilled, 12) / np.maximum(mean_nearby(tight, 12), 0.01)
    unfilled = np.append(tight & (seen["fit-block"] > _ROOM), False)
    inner = np.add.reduceat(unfilled, blocks.heads, dtype=np.float32) / np.maximum(blocks.size - 1, 1)
    seen["open-block"] = inner[blocks.number][:-1]
    seen["previous-fit"] = _before(seen["fit-nearby"])
    seen["next-fit"] = np.append(seen["fit-nearby"][1:], np.float32(0))
    full, begun = np.minimum(last, clipped) / nearby, clipped / nearby
    squares = full * full
    seen["length"] = length[:-1]
    seen["length-ratio"] = length[1:] / np.maximum(length[:-1], 1)
    seen["fullness"], seen["next-fullness"] = full[:-1], begun[1:]
    seen["previous-fullness"] = _previous(full)
    seen["after-next-fullness"] = _following(begun)
    seen["fullness-nearby"] = mean_nearby(full, 4)[:-1]
    far = mean_nearby(full, 12)
    seen["fullness-far"] = far[:-1]
    mean = mean_nearby(full, 3)
    seen["spread"] = np.sqrt(np.maximum(mean_nearby(squares, 3) - mean * mean, 0))[:-1]
    seen["spread-far"] = np.sqrt(np.maximum(mean_nearby(squares, 12) - far * far, 0))[:-1]
    seen["document-full"] = float(np.mean(clipped > 0.9 * page.width))
    seen["document-width"] = page.width
    seen["document-joined"] = page.joined


def _see_indents(seen: Factors, lines: LineTable) -> None:
    """See indents, and how they change from line to line."""
    indent = lines.indent.astype(np.float32)
    above = indent + widest_nearby(-np.minimum(indent, 60), 8)
    step = np.diff(indent)
    seen["step"] = step
    seen["hang"] = step - (lines.first_word + np.maximum(lines.widest_gap, 1))[:-1]
    seen["next-step"] = np.append(step[1:], 0)
    seen["indent"], seen["next-indent"] = above[:-1], above[1:]
    seen["indents-nearby"] = mean_nearby(above > 0, 5)[:-1]
    tight = seen["break"] == BREAKS.index("0")
    inward = (step > 0) & (step <= _DEEPEST_INDENT) & tight
    seen["document-indents"] = float(inward.sum() / max(int(tight.sum()), 1))


def _see_blocks(seen: Factors, lines: LineTable, blocks: _Blocks) -> None:
    """See the blocks between blank lines."""
    size = blocks.size[blocks.number]
    seen["block-size"], seen["next-block-size"] = size[:-1], size[1:]
    seen["block-line"] = blocks.line[:-1]
    capital = (lines.first == Kind.UPPER) & ~blocks.opens
    inner = np.add.reduceat(capital, blocks.heads, dtype=np.float32) / np.maximum(blocks.size - 1, 1)
    seen["capitals-block"] = inner[blocks.number][:-1]
    seen["document-blanks"] = float(np.mean(seen["break"] != BREAKS.index("0")))


def _see_likeness(seen: Factors, lines: LineTable) -> None:
    """See rhymes, and lines that begin alike."""
    size = len(lines.start)
    rhymes, alike = np.zeros(size, bool), np.zeros(size, bool)
    for column, flags, reach in ((lines.rhyme, rhymes, 3), (lines.opening, alike, 2)):
        for away in range(1, min(reach, size - 1) + 1):
            same = column[away:] == column[:-away]
            flags[away:] |= same
            flags[:-away] |= same
    seen["rhymes-nearby"] = mean_nearby(rhymes, 6)[:-1]
    seen["alike-nearby"] = mean_nearby(alike, 3)[:-1]
    seen["alike"] = alike[:-1] + 2 * alike[1:].astype(np.uint8)


def _see_contents(seen: Factors, lines: LineTable) -> None:
    """See what lines are made of: columns, capitals, numbers, marks of code, sentences, leaders."""
    words = np.maximum(lines.words, 1).astype(np.float32)
    seen["gaps"], seen["next-gaps"] = lines.gaps[:-1], lines.gaps[1:]
    seen["gaps-nearby"] = mean_nearby(np.minimum(lines.gaps, 4), 4)[:-1]
    seen["widest-gap"], seen["next-widest-gap"] = lines.widest_gap[:-1], lines.widest_gap[1:]
    seen["words"], seen["next-words"] = lines.words[:-1], lines.words[1:]
    seen["words-nearby"] = mean_nearby(lines.words, 4)[:-1]
    for name, column in (
        ("titled", lines.capitals),
        ("shouted", lines.shouted),
        ("numbers", lines.numbers),
        ("marks", lines.marks),
    ):
        share = column / words
        seen["next-" + name] = share[1:]
        if name != "shouted":
            seen[name] = share[:-1]
        if name == "marks":
            seen["marks-nearby"] = mean_nearby(share, 4)[:-1]
    seen["sentences"] = lines.sentences[:-1]
    seen["sentences-nearby"] = mean_nearby(np.minimum(lines.sentences, 2), 5)[:-1]
    seen["document-wide"] = 2 * float(lines.wide.sum()) / float((lines.stop - lines.start + lines.wide).sum())
    led = lines.dots > 0
    seen["leaders"] = np.where(led[:-1], np.where(led[1:], 1, 0), np.where(led[1:], 2, 3)).astype(np.uint8)


def _previous(column: Column) -> Column:
    """Return the column of the line before the one that ends at each boundary."""
    return np.concatenate((column[:1], column[:-2]))


def _before(column: Column) -> Column:
    """Return the column at the boundary before each."""
    return np.append(np.float32(0), column[:-1])


def _following(column: Column) -> Column:
    """Return the column of the line behind the one that begins at each boundary."""
    return np.concatenate((column[2:], column[-1:]))
