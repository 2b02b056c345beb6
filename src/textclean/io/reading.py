"""Read one document's bytes, or say in one line why not."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from textclean.errors import UnreadableError

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
    try:
        if path == STANDARD_STREAM:
            data = sys.stdin.buffer.read(largest + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        raise unreadable(error) from None
    if len(data) > largest:
        message = f"is larger than {largest / 1e6:g} MB; split it, or raise --max-megabytes"
        raise UnreadableError(message)
    return data


def unreadable(error: OSError | ValueError) -> UnreadableError:
    """Say in one line why the system would not open something."""
    number = getattr(error, "errno", None)
    return UnreadableError(_REASONS.get(number or 0) or f"cannot be read: {getattr(error, 'strerror', None) or error}")
