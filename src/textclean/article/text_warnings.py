"""Doubts about the text itself that a reader should know of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textclean.article.context import ReadingContext
    from textclean.article.model import Block

_PAIRS = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("\u300c", "\u300d"))


def unbalanced_quotes(context: ReadingContext, blocks: Sequence[Block]) -> Iterator[Notice]:
    """Yield a notice for each paragraph in which a quotation opens that no quotation mark closes.

    A quotation that goes on in the next paragraph, which then opens with a quotation mark again, is no fault; nor is
    an inch or a second behind a figure. Spans are those of the source.
    """
    texts = [block for block in blocks if block.kind in {"paragraph", "quote"} and block.span]
    for index, block in enumerate(texts):
        following = texts[index + 1].text[:1] if index + 1 < len(texts) else ""
        mark = _open_mark(block.text)
        if mark and following not in {mark, '"', "\u201c", "\u00ab", "\u201e", "\u2014", "\u2013", "-"}:
            start, end = block.span or (0, 0)
            at = context.source.rfind(mark, start, end)
            at = start if at < 0 else at
            yield Notice(
                at, max(at + 1, min(end, at + 1)), "unbalanced-quote", "a quotation opens here that never closes"
            )


def _open_mark(text: str) -> str | None:
    """Return the quotation mark that opens and never closes in `text`."""
    straight = sum(text[at - 1 : at].isdigit() is False or at == 0 for at in _places(text, '"'))
    if straight % 2:
        return '"'
    for opening, closing in _PAIRS:
        if text.count(opening) > text.count(closing) and not (opening == "\u201c" and "\u201e" in text):
            return opening
    return None


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)
