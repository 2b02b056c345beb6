"""Lines of JSON as rows of a Parquet file: compressed with Zstandard, in groups of a fixed number of rows."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from textclean.extras import load_extra
from textclean.io.atomic import AtomicFile, Committed
from textclean.io.lines.shards import shard_sizes
from textclean.io.scratch import scratch_file
from textclean.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROW_GROUP = 2_000
"""Rows of a group: a reader holds one group at a time, and ten megabytes of articles are read in one stroke."""


class ParquetLines(Committed):
    """Rows in one file, or a stretch of them in each of several, all with the same columns.

    The lines wait on disk until all have been seen, because only then the types are known. What the file is, and what
    its offsets count, stands in the metadata of its schema.
    """

    def __init__(self, paths: Sequence[Path], pipeline: str = "", types: bytes = b"") -> None:
        """Take the files, and the types that columns had where they came from. Raises `MissingExtraError`."""
        load_extra("pyarrow", "parquet", "Parquet files")
        from textclean.io.lines.columns import Columns  # noqa: PLC0415 - needs pyarrow

        self._paths = paths
        self._pipeline = pipeline
        self._columns = Columns(types)
        self._group: list[bytes] = []
        self._total = 0
        self._scratch = scratch_file(paths[0])

    def write(self, line: bytes) -> None:
        """Take a row."""
        self._scratch.write(line)
        self._total += 1
        self._group.append(line)
        if len(self._group) == ROW_GROUP:
            self._learn()

    def commit(self) -> None:
        """Share the rows out, and put the files in their places."""
        self._learn()
        self._scratch.seek(0)
        with self._scratch, ExitStack() as stack:
            for path, size in zip(self._paths, shard_sizes(self._total, len(self._paths)), strict=True):
                self._write(stack.enter_context(AtomicFile(path)).file, size)

    def discard(self) -> None:
        """Leave nothing."""
        self._scratch.close()

    def _learn(self) -> None:
        self._columns.learn(self._group)
        self._group.clear()

    def _write(self, file: BinaryIO, size: int) -> None:
        import pyarrow.parquet  # noqa: PLC0415 - costs start-up time

        schema = self._columns.schema.with_metadata(
            {"textclean.version": __version__, "textclean.pipeline": self._pipeline, "textclean.offsets": "code points"}
        )
        with pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
            for start in range(0, size, ROW_GROUP):
                group = list(islice(self._scratch, min(ROW_GROUP, size - start)))
                writer.write_table(self._columns.parse(group).cast(schema), row_group_size=ROW_GROUP)
