"""The run directory: where it stands, who holds it, and which settings its results depend on."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textclean.errors import UsageError
from textclean.runs.locking import try_lock
from textclean.runs.state import read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = ".textclean-run"
_LOCK = "lock"


def run_directory_of(output: Path, *, is_folder: bool) -> Path:
    """Return where runs into an output keep what they have done: inside a folder, beside a file.

    For an output on another machine it is in the working directory, because it must be quick to write and to lock.
    """
    if not isinstance(output, Path):
        url = str(output)
        return Path(f".{output.name[:100]}-{sha256(url.encode()).hexdigest()[:12]}{_NAME}")
    return output / _NAME if is_folder else output.with_name(f".{output.name}{_NAME}")


@contextmanager
def held_directory(path: Path) -> Iterator[Path]:
    """Make a run directory and hold it. Raises `UsageError` when another process does, or it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = (path / _LOCK).open("ab")
    except OSError as error:
        message = f"cannot write {str(path)!r}: {error.strerror}; name another output with -o"
        raise UsageError(message) from None
    with lock:
        if not try_lock(lock):
            message = f"another run is writing there and holds {str(path)!r}; wait for it, or name another output"
            raise UsageError(message)
        yield path


def settle_directory(path: Path, settings: dict[str, Any], *, fresh: bool) -> None:
    """Make a directory that is held that of a run with these settings.

    What a killed run left half-written goes, and with `fresh` all that was done. Raises `UsageError` when the directory
    is that of a run with other settings, or of another version.
    """
    for part in path.glob(".*.part"):
        part.unlink()
    kept = path / "settings.json"
    old = None if fresh else read_json(kept)
    if old is None:
        _clear(path)
        write_json(kept, settings)
    elif old != settings:
        names = [name for name in {**settings, **old} if old.get(name) != settings.get(name)]
        differing = "; ".join(_tell_difference(name, old.get(name), settings.get(name)) for name in names)
        message = f"{str(path)!r} is that of another run ({differing}): start over with --fresh, or name another output"
        raise UsageError(message)


def _tell_difference(name: str, was: Any, now: Any) -> str:  # noqa: ANN401 - settings of any kind
    """Tell how a setting differs; of a pipeline its name, or that its steps do."""
    if isinstance(was, dict) and isinstance(now, dict):
        was, now = was.get("name"), now.get("name")
        if was == now:
            return f"{name} {now} has other steps or options"
    return f"{name} was {was}, now {now}"


def _clear(path: Path) -> None:
    for one in path.iterdir():
        if one.is_dir():
            shutil.rmtree(one)
        elif one.name != _LOCK:
            one.unlink()
