"""Write a file so that its name appears only when it is whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class AtomicFile:
    """A file being written beside its place; `commit` puts it there in one rename, `discard` leaves nothing.

    As a context it commits when all went well or the user interrupted, and discards after any other exception.
    """

    def __init__(self, path: Path) -> None:
        """Open a hidden file in the folder of `path`, which must exist."""
        self.path = path
        self._part = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
        self._file = self._part.open("wb")

    def write(self, data: bytes) -> None:
        """Append to what will be the file."""
        self._file.write(data)

    def commit(self) -> None:
        """Put the file in its place."""
        self._file.close()
        self._part.replace(self.path)

    def discard(self) -> None:
        """Remove what was written."""
        try:
            self._file.close()
        finally:
            self._part.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Commit, or discard after an exception."""
        if kind is None or issubclass(kind, KeyboardInterrupt):
            self.commit()
        else:
            self.discard()


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one rename, making its folder where needed. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = AtomicFile(path)
    try:
        file.write(data)
        file.commit()
    except BaseException:
        file.discard()
        raise
