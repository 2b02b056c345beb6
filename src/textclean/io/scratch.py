"""Room on disk for what cannot be written in one go."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from pathlib import Path


def scratch_file(path: Path) -> BinaryIO:
    """Return a nameless file on the disk where `path` will be, so that it has the room; gone when it is closed."""
    return cast("BinaryIO", TemporaryFile(dir=path.parent))
