"""Marks of Markdown that mean nothing where a converter put them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.markup.emphasis import find_split_emphasis
from textclean.markup.escapes import find_stray_escapes
from textclean.markup.headings import find_headings, find_styled_headings, find_wrong_levels
from textclean.markup.print_edges import find_print_edges
from textclean.markup.tags import find_tags
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.edits import Edit
    from textclean.structure import Structure

_MARKS = "#*\\<-_"


@cleaner(
    reasons={
        "markup.break",
        "markup.escape",
        "markup.foot-emphasis",
        "markup.heading-emphasis",
        "markup.heading-level",
        "markup.rule",
        "markup.split-emphasis",
        "markup.underline",
    }
)
def tidy_markup(text: str, structure: Structure) -> Iterator[Edit]:
    r"""Take out the marks a converter put in because of how a page looked.

    Emphasis around a whole heading or its number, and the seams in emphasis that was split at line ends; heading
    levels that contradict the headings' own numbers; the rules between a printed article and its head and foot, with
    the emphasis of lines in that foot; backslashes before marks that mean nothing there; `<br>` and `<u>` in prose.

    Left alone: Markdown that somebody wrote by hand (front matter, code fences with a language, code spans, badges,
    links to files), all of it; rules that part sections or scenes; emphasis within a heading or a paragraph;
    `\$`, `\[` and `\(`, which would turn into mathematics; lines with LaTeX; tables and code.

    >>> tidy_markup("# **Harbour council backs plea**\n\nThe file\\_name was lost.")
    '# Harbour council backs plea\n\nThe file_name was lost.'
    """
    if not any(mark in text for mark in _MARKS):
        return
    headings = find_headings(text)
    edits = [
        *find_styled_headings(headings),
        *find_split_emphasis(text),
        *find_wrong_levels(headings),
        *find_print_edges(text),
        *find_stray_escapes(text),
        *find_tags(text),
    ]
    if edits and not structure.is_authored:
        yield from _apart(edits)


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in sorted(edits):
        if edit.start >= end:
            yield edit
            end = edit.end
