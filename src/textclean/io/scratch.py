"""Room on disk for what cannot be written in one go."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, cast


def scratch_file(path: Path) -> BinaryIO:
    """Return a nameless file, gone when it is closed: on the disk where `path` will be, which has the room for it.

    For a place elsewhere it is where this machine keeps such files (`TMPDIR`).
    """
    from tempfile import TemporaryFile  # noqa: PLC0415 - costs start-up time

    return cast("BinaryIO", TemporaryFile(dir=path.parent if isinstance(path, Path) else None))
