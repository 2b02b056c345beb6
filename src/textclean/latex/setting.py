"""Where a LaTeX span stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Setting(NamedTuple):
    """Where a span stands.

    `before` and `after` are the text on both sides; `display` tells whether it is set apart, `table` whether it
    stands in a cell, `mathematical` whether the text has much mathematics, so that the arguable is left, `geometry`
    whether it names points by capitals. `notation` are the words that its formulas use, `words` the long words of
    the text, asked for only where letters may be one.
    """

    before: str = ""
    after: str = ""
    display: bool = False
    table: bool = False
    mathematical: bool = True
    geometry: bool = False
    notation: frozenset[str] = frozenset()
    words: Callable[[], frozenset[str]] = frozenset
