"""An atom is one visible thing of a LaTeX span: a character, a number, a word, a symbol, a script."""

from __future__ import annotations

from typing import NamedTuple


class Atom(NamedTuple):
    """One visible thing.

    `code` is a letter of the span's signature (see `signature`); `text` is what it prints; `gap` what stood
    before it: nothing, `void` (a space that mathematics ignores) or `space` (one that it prints); `font` the
    text font it was set in, or "" for the italics of mathematics; `group` tells apart the groups of one font;
    `inner` are the atoms of a script.
    """

    code: str
    text: str
    gap: str = ""
    font: str = ""
    group: int = 0
    inner: tuple[Atom, ...] = ()


class Reading(NamedTuple):
    """What a span holds: its atoms, and what their setting tells.

    `spaced`: the model put a space between all characters. `bold` and `lined`: something is bold, or has a line
    above or below it, `repeating`: only decimals have, as those that recur do.
    """

    atoms: tuple[Atom, ...]
    spaced: bool
    bold: bool
    lined: bool
    repeating: bool = False


MATHEMATICS = Atom("M", "")
"""Stands for whatever plain text cannot say."""
