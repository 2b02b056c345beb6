"""From what the user named (files, folders, globs, `-`) to the list of documents, in one order always."""

from __future__ import annotations

import os
from glob import glob, has_magic
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from textclean.errors import DocumentError, NotTextError, UnreadableError
from textclean.io.folders import FolderSearch, matches_any
from textclean.io.lines.shard_names import is_shard
from textclean.io.places import is_remote, location
from textclean.io.reading import STANDARD_STREAM
from textclean.io.remote_search import search_remote
from textclean.io.tables.formats import TABLE_PATTERNS, table_ending

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textclean.io.tables.row import Row

TEXT_PATTERNS = ("*.txt", "*.text", "*.md", "*.markdown")
PATTERNS = TEXT_PATTERNS + TABLE_PATTERNS
"""What is taken from a folder when the user names no pattern; case does not matter."""

_OWN_FILES = ("*.ledger.jsonl*", "textclean-errors.jsonl")
"""What runs leave beside their outputs: never taken from a folder for documents."""

_OTHER_FORMATS = {".jsonld", ".csv", ".tsv", ".html", ".htm", ".xml"}
"""Text to the eye, but with a syntax that cleaning would break."""


class Input(NamedTuple):
    """One document to read: its path as the user wrote it, and the relative name that its outputs keep.

    `problem` says why it cannot be read where that is known already. `table` is the ending of a file whose rows are
    documents, and `row` one of them. `known` is the digest of what an earlier run has cleaned.
    """

    path: str
    name: str
    problem: DocumentError | None = None
    table: str | None = None
    row: Row | None = None
    known: str | None = None

    @property
    def shown(self) -> str:
        """The path as text that any file can hold, `rows.jsonl:12` for a row; bytes that are no UTF-8 as escapes."""
        path = os.fsencode(self.path).decode("utf-8", "backslashreplace")
        return f"{path}:{self.row.number}" if self.row else path

    @property
    def size(self) -> int:
        """About how many bytes there are to read: the length of a row's text, 0 for what cannot be looked at."""
        if self.row:
            text = self.row.columns.get(self.row.keys.text)
            return len(text) if isinstance(text, str) else 0
        try:
            return Path(self.path).stat().st_size
        except (OSError, ValueError):
            return 0


def find_inputs(
    arguments: Iterable[str],
    patterns: Iterable[str] = (),
    leave_out: Path | None = None,
    assumed: str | None = None,
) -> list[Input]:
    """Return the files that `arguments` name, each once, in the order given; folders and globs sorted by name.

    Folders are searched to the bottom for `patterns`; hidden files and folders (`.git`), ledgers, and the folder or
    file `leave_out`, where outputs go, are passed by. What cannot be read is among the results, with its `problem`. A
    table is one result here: `read_documents` makes documents of its rows; `assumed` is the format of what has no
    ending, `-` among them.
    """
    patterns = tuple(patterns) or PATTERNS
    found: dict[str, Input] = {}
    for argument in arguments:
        for one in _find(argument, patterns, leave_out):
            found.setdefault(_absolute(one.path) if one.path != STANDARD_STREAM else "", one)
    return [one if one.problem else one._replace(table=table_ending(one.path, assumed)) for one in found.values()]


def _find(argument: str, patterns: tuple[str, ...], leave_out: Path | None) -> Iterator[Input]:
    path = Path(argument)
    if not argument:
        yield Input(argument, "empty", UnreadableError("the empty name names nothing; is a variable unset?"))
    elif argument == STANDARD_STREAM:
        yield Input(STANDARD_STREAM, "stdin.txt")
    elif is_remote(argument):
        yield from _find_remote(argument, patterns, leave_out)
    elif has_magic(argument) and not path.exists():
        yield from _expand_glob(argument, patterns, leave_out)
    elif path.is_dir():
        yield from _search_folder(path, patterns, leave_out)
    else:
        yield _single_file(str(path), path.name)


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
            yield _single_file(str(match), match.relative_to(base).as_posix())
        elif "**" not in pattern:
            yield from _search_folder(match, patterns, leave_out)


def _single_file(path: str, name: str) -> Input:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _OTHER_FORMATS:
        problem = NotTextError(f"is {suffix}, not plain text or Markdown; extract its text first")
        return Input(path, name, problem)
    return Input(path, name)


def _search_folder(folder: Path, patterns: tuple[str, ...], leave_out: Path | None) -> Iterator[Input]:
    empty = True
    for path, problem in FolderSearch(patterns, leave_out).files(folder):
        if problem is None and _is_own(path, leave_out):
            continue
        empty = False
        yield Input(str(path), path.relative_to(folder).as_posix(), problem)
    if empty:
        problem = UnreadableError(f"holds no file that matches {' '.join(patterns)}; name another folder, or --glob")
        yield Input(str(folder), folder.name, problem)


def _find_remote(url: str, patterns: tuple[str, ...], leave_out: Path | None) -> Iterator[Input]:
    def wants(name: str) -> bool:
        return matches_any(name, patterns) and not matches_any(name, _OWN_FILES)

    outputs = location(str(leave_out)) if is_remote(str(leave_out)) else None
    found = False
    try:
        for one in search_remote(url, wants):
            if outputs is None or not _is_output(location(one.url), outputs):
                found = True
                yield _single_file(one.url, one.name)
    except UnreadableError as problem:
        found = True
        yield Input(url, url, problem)
    if not found:
        yield Input(url, url, UnreadableError(f"holds no file that matches {' '.join(patterns)}; check it, or --glob"))


def _is_output(url: str, output: str) -> bool:
    return f"{url}/".startswith(f"{output}/") or is_shard(url, output)


def _is_own(path: Path, leave_out: Path | None) -> bool:
    """Tell the files that runs leave beside their outputs, and the output of the run to come."""
    if leave_out is None or _absolute(str(path.parent)) != _absolute(str(leave_out.parent)):
        return matches_any(path.name, _OWN_FILES)
    return path.name == leave_out.name or is_shard(path.name, leave_out.name) or matches_any(path.name, _OWN_FILES)


def spelled_out(one: Input) -> Input:
    """Return the input with a longer name: its path from the working directory, or from the root when it is outside."""
    if is_remote(one.path):
        return one._replace(name=one.path.partition("://")[2])
    path = PurePosixPath(Path(_absolute(one.path)).as_posix())
    here = Path.cwd().as_posix()
    name = path.relative_to(here) if path.is_relative_to(here) else path.relative_to(path.anchor)
    return one._replace(name=name.as_posix())


def _absolute(path: str) -> str:
    """Return the path from the root, symlinks as they are: two links to a file are two documents. A URL is one."""
    return path if is_remote(path) else os.path.abspath(path)  # noqa: PTH100 - `resolve` would follow links
