"""What a URL names: one file, the files of a folder, or those that match a pattern, in one order always."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.io.places import file_system, told
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MAGIC = lazy_pattern(r"[*\[]")
"""A question mark begins the query of an address."""


class Remote(NamedTuple):
    """A file elsewhere: its URL, and its name from where the search began."""

    url: str
    name: str


def search_remote(url: str, wants: Callable[[str], bool]) -> Iterator[Remote]:
    """Yield the files that a URL names, by name; those of folders that `wants` takes by name, none that is hidden.

    A URL that is neither pattern nor folder is yielded as it is, whether it is there or not. Raises
    `UnreadableError`.
    """
    system, path = file_system(url)
    with told(url):
        if _MAGIC.search(path):
            base = path[: _MAGIC.search(path).start()].rpartition("/")[0]  # type: ignore[union-attr]
            for match in sorted(system.glob(path)):
                if not system.isdir(match):
                    yield _remote(system, url, match, base)
                elif "**" not in path:
                    yield from _folder(system, url, match, base, wants)
        elif system.isdir(path):
            yield from _folder(system, url, path, path.rstrip("/"), wants)
        else:
            yield Remote(url, path.rpartition("/")[2])


def _folder(system: Any, url: str, path: str, base: str, wants: Callable[[str], bool]) -> Iterator[Remote]:  # noqa: ANN401 - a file system of fsspec
    for found in sorted(system.find(path)):
        remote = _remote(system, url, found, base)
        *folders, name = remote.name.split("/")
        if wants(name) and not any(part.startswith(".") for part in (*folders, name)):
            yield remote


def _remote(system: Any, url: str, path: str, base: str) -> Remote:  # noqa: ANN401 - a file system of fsspec
    _, chained, rest = url.partition("::")
    return Remote(system.unstrip_protocol(path) + chained + rest, path.removeprefix(base).lstrip("/"))
