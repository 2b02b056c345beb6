"""Running heads and feet, page numbers, catchwords, signatures, print stamps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Edit, Notice
from textclean.registry import cleaner
from textclean.structure.furniture import DOUBTFUL, find_furniture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_PAPER = frozenset({"url", "math"})


@cleaner(
    inside={"url", "math", "code"},
    reasons={
        "furniture.catchword",
        "furniture.page-number",
        "furniture.running-head",
        "furniture.signature",
        "furniture.stamp",
    },
)
def remove_page_furniture(text: str, structure: Structure) -> Iterator[Edit | Notice]:
    r"""Remove what a page bears besides its text, line by line, each with its own reason.

    `furniture.running-head` recurs at the edge of neighbouring pages, or counts with them; `furniture.page-number`
    counts; `furniture.catchword` is the first word of the next page; `furniture.signature` names a sheet of an old
    book; `furniture.stamp` was put there by a printing program or an archive. The form feed between two pages stays.
    A text without form feeds must count through (five numbers or more, alone or beside words that stay the same, that
    cut sentences), or bear a browser's print stamps; a form feed then takes the place of each count.

    Left alone: whatever is not at the edge of a page, rows of tables, numbers that count the lines of code, what recurs
    in the text as well (a refrain, a speaker's name), a title of the first page that stands there once, and, with a
    notice, a line that may be a heading.

    >>> remove_page_furniture("The sea\nwas\n12\n\fcalm and\ngrey\n13\n\fthat day\n14\n")
    'The sea\nwas\n\x0ccalm and\ngrey\n\x0cthat day\n'
    """
    if "\f" not in structure.characters and not any(map(str.isdigit, structure.characters)):
        return
    for start, end, kind, leaves in find_furniture(text):
        if kind == DOUBTFUL:
            yield Notice(start, end, "doubtful-furniture", "may be a running head, but might be a heading")
            continue
        if leaves and structure.is_protected(start, end, _PAPER):
            continue
        yield Edit(start, end, leaves, f"furniture.{kind}")
