"""The whole table, in the order in which rows are tried at one place, and indexed by door."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textclean.artifacts.images import IMAGES
from textclean.artifacts.losses import LOSSES
from textclean.artifacts.pages import PAGES

if TYPE_CHECKING:
    from textclean.artifacts.artifact import Artifact

ARTIFACTS: tuple[Artifact, ...] = (*IMAGES, *PAGES, *LOSSES)


def _by_door() -> dict[str, dict[str, tuple[Artifact, ...]]]:
    doors: dict[str, dict[str, tuple[Artifact, ...]]] = {}
    for row in ARTIFACTS:
        of_gate = doors.setdefault(row.door[0], {})
        of_gate[row.door] = (*of_gate.get(row.door, ()), row)
    return doors


DOORS = _by_door()
"""First character, then door, then rows: a text without the character is asked for none of its doors."""


SHAPES = {"![": r"!\[[^\[\]\n]{0,2000}\][(\[]", "<!--": r"<!--(?: [\w🖼]|</?annotation)"}
"""What every row behind a door has in common, asked first where the door has many rows."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a row's pattern when its door is first met."""
    return re.compile(pattern)
