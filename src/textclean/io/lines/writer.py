"""What every writer of lines promises, and which one a name asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

from textclean.io.lines.endings import PARQUET, line_ending

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class LineWriter(Protocol):
    """Takes lines of JSON in order; the files appear when it commits, whole, and their bytes depend on the lines alone.

    As a context it commits when all went well or the user interrupted, and discards after any other exception.
    """

    def write(self, line: bytes) -> None:
        """Take one line with its line feed."""
        ...

    def commit(self) -> None:
        """Put the files in their places."""
        ...

    def discard(self) -> None:
        """Leave nothing."""
        ...

    def __enter__(self) -> Self:
        """Return itself."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Commit or discard."""
        ...


def open_lines(path: Path, *, shards: int | None = None, pipeline: str = "", types: bytes = b"") -> LineWriter:
    """Return what writes lines to a file, by its ending: `.jsonl`, `.jsonl.gz`, `.jsonl.zst` or `.parquet`.

    With `shards`, that many files share the lines, a stretch each: `NAME-00000-of-00016.EXT`. Formats that have a place
    for it name the `pipeline`, and give columns the `types` they had (`column_types`). Raises `MissingExtraError`, and
    `OSError` where the file cannot be made.
    """
    from textclean.io.lines.json_lines import JsonLines  # noqa: PLC0415 - costs start-up time
    from textclean.io.lines.shard_names import shard_paths  # noqa: PLC0415
    from textclean.io.lines.shards import ShardedLines  # noqa: PLC0415

    paths = [path] if shards is None else shard_paths(path, shards)
    if line_ending(path.name) == PARQUET:
        from textclean.io.lines.parquet import ParquetLines  # noqa: PLC0415

        return ParquetLines(paths, pipeline, types)
    return JsonLines(path) if shards is None else ShardedLines(paths)
