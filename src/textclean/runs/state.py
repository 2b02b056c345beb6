"""Small files of a run directory, each replaced whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.io.atomic import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


Stamp = list[int]
"""Size and time of change of a file, by which it is known to be as it was."""


class Seal(NamedTuple):
    """What says that a run is finished: its generation, and stamps of that one's data and of the outputs.

    From the first seal on nothing is added to the generation, because its files may be outputs under another name.
    """

    generation: int
    data: list[Stamp]
    outputs: list[Stamp]


def read_seal(path: Path) -> Seal | None:
    """Return the seal in a file, or None when there is none."""
    values = read_json(path)
    return Seal(**values) if values else None


def write_seal(path: Path, seal: Seal) -> None:
    """Write a seal. Raises `OSError`."""
    write_json(path, seal._asdict())


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file; zeros when there is none. Some stores on other machines know no time."""
    try:
        status = path.stat()
    except OSError:
        return [0, 0]
    return [status.st_size, int(getattr(status, "st_mtime_ns", 0))]


def read_json(path: Path) -> dict[str, Any] | None:
    """Return what `write_json` wrote, or None when that is not there or not whole."""
    try:
        values = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return values if isinstance(values, dict) else None


def write_json(path: Path, values: dict[str, Any]) -> None:
    """Write values that JSON can hold. Raises `OSError`."""
    write_atomically(path, json.dumps(values, indent=2).encode("ascii") + b"\n")
