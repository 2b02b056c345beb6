"""From what the user named (files, folders, globs, `-`) to the list of documents, in one order always."""

from __future__ import annotations

import os
from glob import glob, has_magic
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from textclean.errors import DocumentError, NotTextError, UnreadableError
from textclean.io.folders import FolderSearch
from textclean.io.reading import STANDARD_STREAM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXT_PATTERNS = ("*.txt", "*.text", "*.md", "*.markdown")
"""What is taken from a folder when the user names no pattern; case does not matter."""

_OTHER_FORMATS = {".json", ".jsonl", ".jsonld", ".csv", ".tsv", ".html", ".htm", ".xml", ".parquet"}
"""Text to the eye, but with a syntax that cleaning would break."""


class Input(NamedTuple):
    """One document to read: its path as the user wrote it, and the relative name that its outputs keep.

    `problem` says why it cannot be read where that is known already.
    """

    path: str
    name: str
    problem: DocumentError | None = None

    @property
    def shown(self) -> str:
        """The path as text that any file can hold: bytes of a file name that are no UTF-8 are written as escapes."""
        return os.fsencode(self.path).decode("utf-8", "backslashreplace")


def find_inputs(arguments: Iterable[str], patterns: Iterable[str] = (), leave_out: Path | None = None) -> list[Input]:
    """Return the documents that `arguments` name, each once, in the order given; folders and globs sorted by name.

    Folders are searched to the bottom for `patterns`; hidden files and folders (`.git`) and the folder `leave_out`,
    where outputs go, are passed by. What cannot be read is among the results, with its `problem`.
    """
    patterns = tuple(patterns) or TEXT_PATTERNS
    found: dict[str, Input] = {}
    for argument in arguments:
        for one in _find(argument, patterns, leave_out):
            found.setdefault(_absolute(one.path) if one.path != STANDARD_STREAM else "", one)
    return list(found.values())


def _find(argument: str, patterns: tuple[str, ...], leave_out: Path | None) -> Iterator[Input]:
    path = Path(argument)
    if not argument:
        yield Input(argument, "empty", UnreadableError("the empty name names nothing; is a variable unset?"))
    elif argument == STANDARD_STREAM:
        yield Input(STANDARD_STREAM, "stdin.txt")
    elif has_magic(argument) and not path.exists():
        yield from _expand_glob(argument, patterns, leave_out)
    elif path.is_dir():
        yield from _search_folder(path, patterns, leave_out)
    else:
        yield _single_file(path, path.name)


def _expand_glob(pattern: str, patterns: tuple[str, ...], leave_out: Path | None) -> Iterator[Input]:
    parts = Path(pattern).parts
    base = Path(*parts[: next(at for at, part in enumerate(parts) if has_magic(part))])
    matches = [Path(match) for match in sorted(glob(pattern, recursive=True))]  # noqa: PTH207 - patterns may be absolute
    if leave_out:
        matches = [
            match for match in matches if not _absolute(str(match)).startswith(_absolute(f"{leave_out}") + os.sep)
        ]
    if not matches:
        yield Input(pattern, pattern, UnreadableError("matches no file; check the pattern"))
    for match in matches:
        if not match.is_dir():
            yield _single_file(match, match.relative_to(base).as_posix())
        elif "**" not in pattern:
            yield from _search_folder(match, patterns, leave_out)


def _single_file(path: Path, name: str) -> Input:
    if path.suffix.lower() in _OTHER_FORMATS:
        problem = NotTextError(f"is {path.suffix.lower()}, not plain text or Markdown; extract its text first")
        return Input(str(path), name, problem)
    return Input(str(path), name)


def _search_folder(folder: Path, patterns: tuple[str, ...], leave_out: Path | None) -> Iterator[Input]:
    empty = True
    for path, problem in FolderSearch(patterns, leave_out).files(folder):
        empty = False
        yield Input(str(path), path.relative_to(folder).as_posix(), problem)
    if empty:
        problem = UnreadableError(f"holds no file that matches {' '.join(patterns)}; name another folder, or --glob")
        yield Input(str(folder), folder.name, problem)


def spelled_out(one: Input) -> Input:
    """Return the input with a longer name: its path from the working directory, or from the root when it is outside."""
    path = PurePosixPath(Path(_absolute(one.path)).as_posix())
    here = Path.cwd().as_posix()
    name = path.relative_to(here) if path.is_relative_to(here) else path.relative_to(path.anchor)
    return one._replace(name=name.as_posix())


def _absolute(path: str) -> str:
    """Return the path from the root, symlinks as they are: two links to a file are two documents."""
    return os.path.abspath(path)  # noqa: PTH100 - `resolve` would follow links
