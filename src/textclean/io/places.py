"""Paths on this machine and elsewhere: whatever fsspec has a protocol for is a place, and every failure is one line."""

from __future__ import annotations

import errno
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from textclean.errors import TextcleanError, UnreadableError
from textclean.extras import load_extra, require_extra
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL = lazy_pattern(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_CLIENTS = {"s3": "s3fs", "s3a": "s3fs"}
"""The packages of our extra, by protocol; fsspec names those of others itself."""

_OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oci", "oss", "hf", "memory"})
"""Protocols in which a thing appears under its name when it is whole, and folders are but parts of names."""

_BLOCK = 1 << 20

_REASONS = {
    errno.ENOENT: "does not exist; check the path",
    errno.EACCES: "may not be read; check its permissions",
    errno.EPERM: "may not be read; check its permissions",
    errno.ELOOP: "is a symlink loop; remove the link",
    errno.EISDIR: "is a folder where a file was expected",
    errno.ENAMETOOLONG: "has too long a name",
}
_KINDS = {FileNotFoundError: errno.ENOENT, PermissionError: errno.EACCES, IsADirectoryError: errno.EISDIR}
"""The numbers that stores leave out of their errors."""


def is_remote(text: str) -> bool:
    """Tell a URL that fsspec opens from a path on this machine.

    >>> is_remote("s3://bucket/a.txt"), is_remote("a.txt"), is_remote("a:12")
    (True, False, False)
    """
    return _URL.match(text) is not None


def place(text: str) -> Path:
    """Return a path, or for a URL an object with its methods.

    Raises `MissingExtraError` where its client is not installed, and `UnreadableError` where there is none.
    """
    if not is_remote(text):
        return Path(text)
    from warnings import catch_warnings, simplefilter  # noqa: PLC0415 - for URLs alone

    _require_client(text)
    upath = load_extra("upath", "remote", f"{protocol_of(text)}:// paths")
    with catch_warnings(), told(text):
        simplefilter("ignore")  # protocols without methods of their own are served as well
        return cast("Path", upath.UPath(text))


def protocol_of(url: str) -> str:
    """Return what stands before `://`, in lower case."""
    return url.partition("://")[0].lower()


def file_system(url: str) -> tuple[Any, str]:
    """Return what opens a URL, and the path there. Raises as `place` does."""
    _require_client(url)
    fsspec = load_extra("fsspec.core", "remote", f"{protocol_of(url)}:// paths")
    with told(url):
        found: tuple[Any, str] = fsspec.url_to_fs(url)
    return found


def location(url: str) -> str:
    """Return what is the same for two ways to write one URL. Raises as `place` does."""
    return f"{protocol_of(url)}://{file_system(url)[1]}"


def _require_client(url: str) -> None:
    client = _CLIENTS.get(protocol_of(url))
    if client:
        require_extra(client, "remote", f"{protocol_of(url)}:// paths")


@contextmanager
def told(url: str) -> Iterator[None]:
    """Tell whatever the client of a store raises in one line, as `UnreadableError`."""
    try:
        yield
    except TextcleanError:
        raise
    except OSError as error:
        raise unreadable(error) from None
    except Exception as error:  # noqa: BLE001 - each store has exceptions of its own
        message = f"cannot be reached by {protocol_of(url)}: {one_line(error)}"
        raise UnreadableError(message) from None


def one_line(error: Exception) -> str:
    """Return what an exception says, or its name where it says nothing, without line breaks."""
    return " ".join(str(error).split()) or type(error).__name__


def open_remote(url: str) -> BinaryIO:
    """Open a URL to read. Raises `UnreadableError`, and `MissingExtraError` where the client is not installed."""
    from io import BufferedReader  # noqa: PLC0415 - for URLs alone

    with told(url):
        system, path = file_system(url)
        return cast("BinaryIO", BufferedReader(system.open(path, "rb"), _BLOCK))


def unreadable(error: OSError | ValueError) -> UnreadableError:
    """Say in one line why the system would not open something."""
    number = getattr(error, "errno", None) or next((n for kind, n in _KINDS.items() if isinstance(error, kind)), 0)
    return UnreadableError(_REASONS.get(number) or f"cannot be read: {getattr(error, 'strerror', None) or error}")


def make_folder(path: Path) -> None:
    """Make a folder with those above it, where folders are things. Raises `OSError`."""
    if isinstance(path, Path) or protocol_of(str(path)) not in _OBJECT_STORES:
        path.mkdir(parents=True, exist_ok=True)


def upload(file: str, path: Any) -> None:  # noqa: ANN401 - a place of another machine
    """Put a file of this machine to a place elsewhere, so that it is seen when it is whole. Raises `OSError`."""
    url = str(path)
    system, target = file_system(url)
    try:
        if protocol_of(url) in _OBJECT_STORES:
            system.put_file(file, target)
            return
        folder, _, name = target.rpartition("/")
        part = f"{folder}/.{name[:200]}.part"
        system.put_file(file, part)
        system.mv(part, target)
    except OSError:
        raise
    except Exception as error:
        raise OSError(0, one_line(error)) from error
