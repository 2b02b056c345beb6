"""Read one document's bytes, or say in one line why not."""

from __future__ import annotations

import errno
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from textclean.errors import UnreadableError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import BinaryIO

STANDARD_STREAM = "-"
LARGEST = 64_000_000
"""Bytes of the largest document taken by default: no article is as large; what is larger is a corpus in one file."""

_REASONS = {
    errno.ENOENT: "does not exist; check the path",
    errno.EACCES: "may not be read; check its permissions",
    errno.EPERM: "may not be read; check its permissions",
    errno.ELOOP: "is a symlink loop; remove the link",
    errno.EISDIR: "is a folder where a file was expected",
    errno.ENAMETOOLONG: "has too long a name",
}


def read_bytes(path: str, largest: int = LARGEST) -> bytes:
    """Return the bytes of the file at `path`, of standard input for `-`. Raises `UnreadableError` with the remedy."""
    with open_bytes(path) as file:
        try:
            data = file.read(largest + 1)
        except (OSError, ValueError) as error:
            raise unreadable(error) from None
    refuse_larger(data, largest)
    return data


def open_bytes(path: str) -> AbstractContextManager[BinaryIO]:
    """Open the file at `path`, or standard input for `-`. Raises `UnreadableError` with the remedy."""
    try:
        if path == STANDARD_STREAM:
            return nullcontext(sys.stdin.buffer)
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise unreadable(error) from None


def refuse_larger(data: bytes, largest: int) -> None:
    """Raise `UnreadableError` for a document of more than `largest` bytes."""
    if len(data) > largest:
        message = f"is larger than {largest / 1e6:g} MB; split it, or raise --max-megabytes"
        raise UnreadableError(message)


def unreadable(error: OSError | ValueError) -> UnreadableError:
    """Say in one line why the system would not open something."""
    number = getattr(error, "errno", None)
    return UnreadableError(_REASONS.get(number or 0) or f"cannot be read: {getattr(error, 'strerror', None) or error}")
