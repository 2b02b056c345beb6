"""Decide where results go, and refuse before anything is written what would lose a file."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from textclean.errors import InvalidOptionError, UnreadableError, UsageError
from textclean.io.discovery import spelled_out
from textclean.io.documents import count_documents
from textclean.io.ledger_lines import LEDGER_SUFFIX, ledger_path
from textclean.io.lines.endings import PARQUET, line_ending
from textclean.io.lines.shard_names import find_shards, shard_paths
from textclean.io.places import is_remote, location, make_folder, place, told
from textclean.io.reading import STANDARD_STREAM
from textclean.io.rendering import ENDINGS, Form, form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.io.discovery import Input

ERRORS_NAME = "textclean-errors.jsonl"
"""The file in an output folder that lists the documents that failed; a name that is nobody else's."""


class Target(NamedTuple):
    """Where and how results are written: a folder, one file, or standard output when `path` is None.

    `types` are those of the columns that come in, where the form keeps them (`column_types`).
    """

    path: Path | None
    form: Form
    is_folder: bool = False
    ledger: bool = False
    shards: int | None = None
    pipeline: str = ""
    types: bytes = b""

    @property
    def lines(self) -> bool:
        """Whether the target takes a line of JSON a document."""
        if self.path is None:
            return self.form.may_be_lines
        return not self.is_folder and line_ending(self.path.name) is not None

    @property
    def ledger_inside(self) -> bool:
        """Whether the ledger is a column of the output, and no file beside it."""
        return self.ledger and self.path is not None and line_ending(self.path.name) == PARQUET


def choose_target(
    output: str | None,
    form: Form | None = None,
    *,
    ledger: bool = False,
    default: Form | None = None,
    shards: int | None = None,
) -> Target:
    """Return the target that an output and a form mean together. Raises `UsageError` when they do not fit.

    A name with one of `ENDINGS` is a file in that form, any other a folder; where an ending fits several forms, `form`
    chooses. `default` is the form where neither says one, else .json in a folder and JSON Lines on standard output,
    which takes no ledger.
    """
    target = _choose_target(output, form, ledger=ledger, default=default)
    if shards is None:
        return target
    if target.path is None or not target.lines:
        message = (
            "--shards are of one file with a line a document: name it with -o, as in -o out.parquet or out.jsonl.gz"
        )
        raise InvalidOptionError(message)
    return target._replace(shards=shards)


def _choose_target(output: str | None, form: Form | None, *, ledger: bool, default: Form | None) -> Target:
    if output is None or output == STANDARD_STREAM:
        return Target(None, form or default or Form.JSONL)
    if not output:
        message = "the output has an empty name; is a variable unset?"
        raise InvalidOptionError(message)
    path, is_folder, is_there = _look_at(output)
    named = form_of(path.name)
    if is_folder or named is None:
        if is_there and not is_folder:
            message = f"output folder {output!r} is a file; name another, or end it in .jsonl"
            raise UsageError(message)
        if form and form.only_lines:
            message = f"{form} are lines of one file: write -o {output}.jsonl instead of -o {output}"
            raise InvalidOptionError(message)
        if default and default.only_lines:
            default = None
        return Target(path, form or default or Form.JSON, is_folder=True, ledger=ledger)
    if form and not _ends_as(path, form):
        message = f"-o {output} and --to {form} do not fit: leave one of them out"
        raise InvalidOptionError(message)
    if default and not _ends_as(path, default):
        default = None
    return Target(path, form or default or named, ledger=ledger)


def _look_at(output: str) -> tuple[Path, bool, bool]:
    """Return the place, whether it is a folder, and whether it is there at all."""
    try:
        path = place(output)
        with told(output):
            return path, path.is_dir(), path.exists()
    except UnreadableError as error:
        message = f"output {output!r} {error}"
        raise UsageError(message) from None


def _ends_as(path: Path, form: Form) -> bool:
    return path.name.lower().endswith(ENDINGS[form])


def output_of(one: Input, target: Target) -> Path | None:
    """Return the file that holds the result of an input, or None for standard output; in a folder, that of a table."""
    if target.path and target.is_folder and one.table:
        return target.path / one.name
    if target.path and target.is_folder:
        return target.path / PurePosixPath(one.name).with_suffix(target.form.suffix)
    return target.path


def ledger_of(one: Input, target: Target) -> Path | None:
    """Return the file that holds the ledger of an input, or None when none is kept."""
    if target.path is None or not target.ledger or target.ledger_inside:
        return None
    if target.is_folder:
        return None if one.table else target.path / PurePosixPath(one.name).with_suffix(LEDGER_SUFFIX)
    return ledger_path(target.path)


def plan_outputs(inputs: list[Input], target: Target) -> list[Input]:
    """Return the inputs with names that keep their outputs apart, and make the folder that they go to.

    Raises `UsageError` when two inputs would share an output, when an output is one of the inputs, when several
    documents, or those of a table, should go to one file that is not JSON Lines, and when the folder cannot be made.
    """
    count = count_documents(inputs)
    if not target.lines and not target.is_folder and count != 1:
        place = f"-o {target.path}" if target.path else "standard output"
        which = "the documents of a table" if count is None else f"{count} documents"
        message = f"{which} as {target.form.suffix} do not go to {place}: name a folder, or a .jsonl file"
        raise UsageError(message)
    inputs = _names_apart(inputs, target)
    _refuse_sources(inputs, target)
    _refuse_other_shards(target)
    if target.path:
        folder = target.path if target.is_folder else target.path.parent
        try:
            make_folder(folder)
        except OSError as error:
            message = f"cannot make output folder {str(folder)!r}: {error.strerror}; name another with -o"
            raise UsageError(message) from None
    return inputs


def _names_apart(inputs: list[Input], target: Target) -> list[Input]:
    """Give inputs that share an output (or, in one file, the name to restore to) their whole relative paths."""
    shared = {key for key, sharing in _by_output(inputs, target).items() if len(sharing) > 1}
    inputs = [spelled_out(one) if _key(one, target) in shared else one for one in inputs]
    for key, (first, *others) in _by_output(inputs, target).items():
        if others:
            message = f"{first.shown} and {others[0].shown} would both be {key}; rename one, or write to a .jsonl file"
            raise UsageError(message)
    return inputs


def _by_output(inputs: list[Input], target: Target) -> dict[str, list[Input]]:
    sharing: dict[str, list[Input]] = defaultdict(list)
    for one in inputs:
        sharing[_key(one, target)].append(one)
    return sharing


def _key(one: Input, target: Target) -> str:
    return str(output_of(one, target)) if target.is_folder else one.name


def _refuse_sources(inputs: list[Input], target: Target) -> None:
    if target.path is None:
        return
    sources = {}
    for one in inputs:
        if identity := _identity(one.path):
            sources[identity] = one.path
    for output in set(_files_written(inputs, target)):
        source = sources.get(_identity(str(output)))
        if source is not None:
            message = f"output {str(output)!r} is the input {source!r}; name another output with -o"
            raise UsageError(message)


def _refuse_other_shards(target: Target) -> None:
    """Raise `UsageError` where shards of another number stand: together with these they would be read twice."""
    if target.path is None or target.shards is None:
        return
    other = set(find_shards(target.path)) - set(shard_paths(target.path, target.shards))
    if other:
        message = f"{str(min(other))!r} is of a run with other --shards; remove its files first, or name another output"
        raise UsageError(message)


def _files_written(inputs: list[Input], target: Target) -> Iterator[Path]:
    if target.path and target.shards:
        yield from shard_paths(target.path, target.shards)
    if target.path and target.is_folder:
        yield target.path / ERRORS_NAME
    for path in chain.from_iterable((output_of(one, target), ledger_of(one, target)) for one in inputs):
        if path:
            yield path


def _identity(path: str) -> object:
    """Return what is the same for two names of one file, or None where there is none."""
    if is_remote(path):
        return location(path)
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino
