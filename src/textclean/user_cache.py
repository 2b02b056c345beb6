"""The user's cache folder: what takes long to unpack is unpacked once, for all processes."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from collections.abc import Iterator


def cache_folder(package: str) -> Path:
    """Return the folder for what is unpacked from an installed package, another one for each of its versions."""
    return user_cache_path("textclean") / f"{package}-{version(package)}"


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a place to write a file or a folder to, and put it at `path` by one renaming: nobody meets a part of it.

    Raises `OSError` where that cannot be written, and leaves nothing behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, ignore_cleanup_errors=True) as unfinished:
        part = Path(unfinished) / path.name
        yield part
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        part.replace(path)
