"""The body: the blocks of the cleaned text that are the article, without what print pages put around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.context import Found
from textclean.article.model import Block
from textclean.article.page.around_body import lines_around_body
from textclean.article.page.block_kinds import block_kind
from textclean.article.page.lines import key
from textclean.article.page.page_body import Piece, article_pieces
from textclean.article.page.print_marks import STAMP
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.context import ReadingContext

_ONLY_MARKS = lazy_pattern(r"[\W_]*")
_STOPS = frozenset('.!?…:;。！？"”»)]')
_SHORTEST_LINE = 35
"""A line shorter than this, with no stop, may be an item or a heading and not an open sentence."""

_FULL = 0.8
_LONGEST_PRINTED = 130
_OPENS_PROSE = lazy_pattern(r"[\"'“„«(]?[^\W_]")


def read(context: ReadingContext) -> Found | None:
    """Read the blocks of the body, or None where nothing is left of the text.

    Left out is what stands above the title and behind the text on a print page, marks of browsers and print pages, and
    lines another field was read from; on a browser's print of a whole page all but its article. A dateline stays.
    """
    pieces = list(_rejoined(context, _pieces(context)))
    title = context.value("title")
    if title:
        pieces = [piece for piece in pieces if len(piece.raw) > 2 * len(title) + 20 or key(piece.raw) != key(title)]
    if context.layout.is_browser_print:
        pieces = article_pieces(context, pieces)
    if not pieces:
        return None
    blocks = []
    for piece in pieces:
        kind, text, level = block_kind(piece.raw, piece.level)
        if text:
            span = context.cleaned.to_source(piece.start, piece.end)
            blocks.append(Block(kind=kind, text=text, level=level, span=span))
    return Found(
        tuple(blocks), pieces[0].start, pieces[-1].end, "body.page" if context.layout.is_browser_print else "body.print"
    )


def _pieces(context: ReadingContext) -> Iterator[Piece]:
    """Yield what is left of each block of the cleaned text."""
    barred = _barred(context)
    at = 0
    for block in context.blocks:
        start = block.start
        while at < len(barred) and barred[at][1] <= start:
            at += 1
        index = at
        cut = False
        while index < len(barred) and barred[index][0] < block.end:
            if barred[index][0] > start:
                yield from _piece(context, start, barred[index][0], block.level, cut=cut)
            start, cut = max(start, barred[index][1]), True
            index += 1
        if start < block.end:
            yield from _piece(context, start, block.end, 0 if cut else block.level, cut=cut)


def _piece(context: ReadingContext, start: int, end: int, level: int, *, cut: bool) -> Iterator[Piece]:
    raw = context.text[start:end]
    stamp = STAMP.match(raw) if raw[:1].isdigit() else None
    if stamp:
        behind = stamp.end()
        for title in context.layout.running_titles:
            if raw.startswith(title, behind + 1):
                behind += 1 + len(title)
        start, raw = start + behind, raw[behind:]
    stripped = raw.strip()
    if not _ONLY_MARKS.fullmatch(stripped):
        start += len(raw) - len(raw.lstrip())
        yield Piece(start, start + len(stripped), stripped, level, cut)


def _barred(context: ReadingContext) -> list[tuple[int, int]]:
    """Return spans of the cleaned text that are not body, in order and apart."""
    layout = context.layout
    spans = []
    for index in lines_around_body(context):
        line = layout.lines[index]
        start, end = context.cleaned.to_cleaned(line.start, line.end)
        if start < end:
            spans.append((start, end))
    subtitle = context.found.get("subtitle")
    if subtitle:
        spans.append((subtitle.start, subtitle.end))
    spans.sort()
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    return apart


def _rejoined(context: ReadingContext, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join pieces that a mark or a blank line stood between, where the sentence goes on."""
    group: list[Piece] = []
    for piece in pieces:
        if group and not _goes_on(context, group, piece):
            yield _joined(group)
            group = []
        group.append(piece)
    if group:
        yield _joined(group)


def _joined(group: list[Piece]) -> Piece:
    first = group[0]
    return first if len(group) == 1 else first._replace(end=group[-1].end, raw=" ".join(piece.raw for piece in group))


def _goes_on(context: ReadingContext, group: list[Piece], piece: Piece) -> bool:
    """Tell whether a sentence that was left open goes on: a mark stood between, or the cleaners left its lines apart.

    A line as full as any that ends without a stop goes on whatever follows; a shorter one only in small letters.
    """
    last = group[-1]
    if group[0].level or piece.level or last.raw.rstrip("*_")[-1:] in _STOPS:
        return False
    if piece.raw.lstrip("*_[")[:1].islower():
        return piece.cut or len(group) > 1 or len(last.raw) >= _SHORTEST_LINE
    layout = context.layout
    if layout.width > _LONGEST_PRINTED or not _OPENS_PROSE.match(piece.raw):
        return False
    line = layout.lines[layout.index_at(context.cleaned.to_source(last.end - 1, last.end)[1] - 1)]
    return len(line.text) >= _FULL * layout.width
