"""Search a folder to the bottom, through symlinks but never twice, in the order of names."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from textclean.errors import UnreadableError
from textclean.io.places import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def matches_any(name: str, patterns: Iterable[str]) -> bool:
    """Tell whether a file's name matches one of several shell patterns; case does not matter."""
    return any(fnmatch(name.lower(), pattern.lower()) for pattern in patterns)


class FolderSearch:
    """One walk over a folder: regular files that match a pattern, and what could not be looked at.

    Hidden files and folders (`.git`) are passed by, and so is the folder `leave_out`. A folder reached a second time is
    not searched again; one that contains itself through a symlink is a problem.
    """

    def __init__(self, patterns: Iterable[str], leave_out: Path | None = None) -> None:
        """Take shell patterns of file names, compared without case."""
        self._patterns = tuple(patterns)
        self._leave_out = leave_out.resolve() if isinstance(leave_out, Path) and leave_out.is_dir() else None
        self._seen: set[tuple[int, int]] = set()

    def files(self, folder: Path) -> Iterator[tuple[Path, UnreadableError | None]]:
        """Yield each file found below `folder`, with the reason where it cannot be read."""
        # A stack of our own: a tree may be deeper than Python recurses.
        stack = [iter([folder])]
        above: list[tuple[int, int]] = []
        while stack:
            path = next(stack[-1], None)
            if path is None:
                stack.pop()
                del above[max(len(stack) - 1, 0) :]
                continue
            try:
                entries = self._entries(path, above)
            except UnreadableError as problem:
                yield path, problem
                continue
            if entries is not None:
                stack.append(iter(entries))
            elif self._wants(path):
                yield path, None

    def _wants(self, path: Path) -> bool:
        return matches_any(path.name, self._patterns)

    def _entries(self, path: Path, above: list[tuple[int, int]]) -> list[Path] | None:
        """Return what a folder holds, and enter it in `above`; None for a file. Raises `UnreadableError`."""
        try:
            status = path.stat()
            if S_ISDIR(status.st_mode):
                return self._enter(path, (status.st_dev, status.st_ino), above)
        except OSError as error:
            if path.is_symlink() and not self._wants(path):
                return None
            raise unreadable(error) from None
        if not S_ISREG(status.st_mode) and self._wants(path):
            message = "is no regular file; leave it out"
            raise UnreadableError(message)
        return None

    def _enter(self, path: Path, identity: tuple[int, int], above: list[tuple[int, int]]) -> list[Path]:
        if identity in above:
            message = "is a symlink loop; remove the link"
            raise UnreadableError(message)
        new = identity not in self._seen and path.resolve() != self._leave_out
        entries = sorted(entry for entry in path.iterdir() if not entry.name.startswith(".")) if new else []
        self._seen.add(identity)
        above.append(identity)
        return entries
