"""A lock that ends with the process that holds it, however that ends."""

from __future__ import annotations

from typing import BinaryIO

try:
    import fcntl
except ImportError:  # not on Windows, where two runs into one output are the user's own care
    fcntl = None  # type: ignore[assignment]


def try_lock(file: BinaryIO) -> bool:
    """Lock an open file for as long as it stays open; return False when another process has done so."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
