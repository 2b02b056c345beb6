"""Protected regions: stretches of a text that cleaners leave byte for byte unless they declare otherwise.

Kinds: `code` (fences, spans, indented code), `math`, `table` (rows, and HTML tables), `url`,
`front_matter`. Each finder first asks with `in` whether its mark occurs at all, so plain prose costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.structure.code import find_code
from textclean.structure.front_matter import find_front_matter
from textclean.structure.mathematics import find_mathematics
from textclean.structure.tables import find_tables
from textclean.structure.urls import find_urls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textclean.structure.region import Region

ALL_KINDS = frozenset({"code", "math", "table", "url", "front_matter"})

_FINDERS: tuple[Callable[[str], Iterator[Region]], ...] = (
    find_front_matter,
    find_code,
    find_mathematics,
    find_tables,
    find_urls,
)


def find_regions(text: str) -> tuple[Region, ...]:
    """Return the protected regions of `text` in order.

    Regions of different kinds may nest (mathematics in a table cell); overlapping ones of one finder do not occur.
    """
    found = [region for find in _FINDERS for region in find(text)]
    found.sort()
    return tuple(found)
