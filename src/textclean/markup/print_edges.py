"""The head and the foot of a printed page: rules and styled lines around an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textclean.edits import Edit
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULE = lazy_pattern(r"[ \t]*(?:-{3,}|_{3,}|\*{3,}|\*(?:[ \t]\*){2,}|-(?:[ \t]-){2,}|_(?:[ \t]_){2,})[ \t\r]*\Z")
_ADDRESS = lazy_pattern(
    r"[ \t]*(?:<https?://[^<>\s]+>|https?://\S+|\[[^\]\n]*\]\(https?://[^)\s]+\))[ \t\r]*\Z|\*\*[^*\n]{1,80}:\*\* https?://"
)
_STYLED_LINE = lazy_pattern(
    r"[ \t]*(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<text>[^*\n]{1,300}?)(?<=[^\s*_])(?P=mark)[ \t\r]*\Z"
)
_PROSE_LENGTH = 120
"""A paragraph is longer than any line of an article's head or foot; in writing without spaces, words say nothing."""


_LONGEST_FOOT = 8
"""Blocks: a print names address, publisher, date and pages; what is longer is a web site's navigation."""


class _Block(NamedTuple):
    start: int
    end: int
    text: str


def find_print_edges(text: str) -> Iterator[Edit]:
    """Yield the rules between an article and its head and foot, and the emphasis of whole lines in the foot.

    The foot starts behind the last paragraph and names the page's address; the head ends before the first
    paragraph and starts with a heading. Where a rule also stands among the paragraphs, or before another
    heading, rules part sections (or scenes): then all stay.
    """
    if not ("*" in text or "---" in text or "___" in text or "- - -" in text) or not _may_have_foot(text):
        return
    blocks = list(_blocks(text))
    prose = [index for index, block in enumerate(blocks) if _is_prose(block.text)]
    if not prose:
        return
    foot = range(prose[-1] + 1, len(blocks))
    if len(foot) > _LONGEST_FOOT or not any(_ADDRESS.match(blocks[index].text) for index in foot):
        return
    rules = [index for index, block in enumerate(blocks) if _RULE.match(block.text)]
    among = any(prose[0] < index < prose[-1] for index in rules)
    before_heading = any(index + 1 < len(blocks) and blocks[index + 1].text.startswith("#") for index in rules if index)
    if not among and not before_heading:
        has_head = blocks[0].text.startswith("#") or _RULE.match(blocks[0].text) is not None
        for index in rules:
            if index > prose[-1] or has_head:
                yield _without(text, blocks[index])
    for index in foot:
        block = blocks[index]
        styled = _STYLED_LINE.match(block.text)
        if styled and not _RULE.match(block.text):
            low, high = styled.span("text")
            yield Edit(block.start + styled.start("mark"), block.start + low, "", "markup.foot-emphasis")
            yield Edit(block.start + high, block.start + high + len(styled["mark"]), "", "markup.foot-emphasis")


def _may_have_foot(text: str) -> bool:
    """Tell whether no paragraph follows the block of the last address; spares most texts a look at all their blocks."""
    address = text.rfind("http")
    if address < 0:
        return False
    start = text.rfind("\n", 0, address) + 1
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above : start - 1].strip():
            break
        start = above
    return not any(_is_prose(block.text) for block in _blocks(text[start:]))


def _blocks(text: str) -> Iterator[_Block]:
    """Yield what stands between blank lines."""
    at = start = end = 0
    for line in text.split("\n"):
        if line.strip():
            end = at + len(line)
        else:
            if end > start:
                yield _Block(start, end, text[start:end])
            start = end = at + len(line) + 1
        at += len(line) + 1
    if end > start:
        yield _Block(start, end, text[start:end])


def _is_prose(block: str) -> bool:
    return len(block) >= _PROSE_LENGTH and not block.startswith(("#", "<", "http", "[", "|", "!["))


def _without(text: str, block: _Block) -> Edit:
    """Return the edit that removes a block with the blank lines behind it, or before it at the end."""
    following = re.compile(r"\s*").match(text, block.end)
    end = following.end() if following else block.end
    if end == len(text):
        start = len(text[: block.start].rstrip())
        return Edit(start, end, "\n" if text.endswith("\n") and start else "", "markup.rule")
    indent = len(text[block.end : end].rpartition("\n")[2])
    return Edit(block.start, end - indent, "", "markup.rule")
