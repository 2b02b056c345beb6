"""Write a file so that its name appears only when it is whole."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from textclean.io.places import make_folder, upload

if TYPE_CHECKING:
    from types import TracebackType


class Committed(ABC):
    """A context that commits when all went well or the user interrupted, and discards after any other exception."""

    @abstractmethod
    def commit(self) -> None:
        """Put what was written in its place."""

    @abstractmethod
    def discard(self) -> None:
        """Leave nothing of what was written."""

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


class AtomicFile(Committed):
    """A file being written beside its place; `commit` puts it there in one rename, `discard` leaves nothing.

    A file for another machine is written on this one, and sent when it commits.
    """

    def __init__(self, path: Path, scratch: Path | None = None) -> None:
        """Open a hidden file in the folder `scratch` on the same disk, else in that of `path`, which must exist."""
        self.path = path
        """Where the file will stand."""
        part = f".{path.name[:200]}.{os.getpid()}.part"
        folder = (scratch or path.parent) if isinstance(path, Path) else _new_folder()
        self._part = folder / part
        self.file: BinaryIO = self._part.open("wb")
        """What libraries may write to that want a file."""

    def write(self, data: bytes) -> None:
        """Append to what will be the file."""
        self.file.write(data)

    def commit(self) -> None:
        """Put the file in its place."""
        self.file.close()
        if isinstance(self.path, Path):
            self._part.replace(self.path)
            return
        try:
            upload(str(self._part), self.path)
        finally:
            self.discard()

    def discard(self) -> None:
        """Remove what was written."""
        try:
            self.file.close()
        finally:
            self._part.unlink(missing_ok=True)
            if not isinstance(self.path, Path) and self._part.parent.exists():
                self._part.parent.rmdir()


def _new_folder() -> Path:
    from tempfile import mkdtemp  # noqa: PLC0415 - costs start-up time

    return Path(mkdtemp(prefix="textclean-"))


def write_atomically(path: Path, data: bytes, scratch: Path | None = None) -> None:
    """Write `data` to `path` in one rename, by way of the folder `scratch`, making its own where needed.

    Raises `OSError`.
    """
    make_folder(path.parent)
    file = AtomicFile(path, scratch)
    try:
        file.write(data)
        file.commit()
    except BaseException:
        file.discard()
        raise
