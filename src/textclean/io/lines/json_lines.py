"""JSON Lines as they come, compressed where the name says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.io.atomic import AtomicFile, Committed
from textclean.io.compression import compressed

if TYPE_CHECKING:
    from pathlib import Path


class JsonLines(Committed):
    """Lines in one file, plain or compressed."""

    def __init__(self, path: Path) -> None:
        """Open a hidden file beside `path`."""
        self._file = AtomicFile(path)
        try:
            self._packed = compressed(self._file.file, path.name)
        except BaseException:
            self._file.discard()
            raise

    def write(self, line: bytes) -> None:
        """Append a line."""
        self._packed.write(line)

    def commit(self) -> None:
        """End the compression, and put the file in its place."""
        self._packed.close()
        self._file.commit()

    def discard(self) -> None:
        """Remove what was written."""
        self._file.discard()
