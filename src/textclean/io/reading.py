"""Read one document's bytes, or say in one line why not."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from textclean.errors import UnreadableError
from textclean.io.places import is_remote, open_remote, unreadable

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import BinaryIO

STANDARD_STREAM = "-"
LARGEST = 64_000_000
"""Bytes of the largest document taken by default: no article is as large; what is larger is a corpus in one file."""


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
        return open_remote(path) if is_remote(path) else Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise unreadable(error) from None


def refuse_larger(data: bytes, largest: int) -> None:
    """Raise `UnreadableError` for a document of more than `largest` bytes."""
    if len(data) > largest:
        message = f"is larger than {largest / 1e6:g} MB; split it, or raise --max-megabytes"
        raise UnreadableError(message)
