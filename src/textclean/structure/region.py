"""The shape of a protected region."""

from __future__ import annotations

from typing import NamedTuple


class Region(NamedTuple):
    """`text[start:end]` is of a protected `kind`. Offsets are code points."""

    start: int
    end: int
    kind: str
