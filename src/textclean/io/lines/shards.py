"""Several files that share the lines, named as data-set libraries know them."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING

from textclean.io.atomic import Committed
from textclean.io.lines.json_lines import JsonLines
from textclean.io.scratch import scratch_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def shard_sizes(total: int, count: int) -> list[int]:
    """Return how many of `total` lines each shard gets, a stretch each, and none two more than another.

    >>> shard_sizes(5, 3)
    [1, 2, 2]
    """
    return [total * (number + 1) // count - total * number // count for number in range(count)]


class ShardedLines(Committed):
    """Lines in several files. They wait on disk until all have been seen.

    No file takes its place before all are whole.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        """Take the files."""
        self._paths = paths
        self._total = 0
        self._scratch = scratch_file(paths[0])

    def write(self, line: bytes) -> None:
        """Take a line."""
        self._scratch.write(line)
        self._total += 1

    def commit(self) -> None:
        """Share the lines out, and put the files in their places."""
        self._scratch.seek(0)
        with self._scratch, ExitStack() as stack:
            for path, size in zip(self._paths, shard_sizes(self._total, len(self._paths)), strict=True):
                stack.enter_context(written := JsonLines(path))
                for line in islice(self._scratch, size):
                    written.write(line)

    def discard(self) -> None:
        """Leave nothing."""
        self._scratch.close()
