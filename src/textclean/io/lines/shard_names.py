"""The names of files that share the lines of one output, as data-set libraries know them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.io.lines.endings import line_ending

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "{stem}-{number:05}-of-{count:05}{ending}"


def shard_paths(path: Path, count: int) -> list[Path]:
    """Return the files that share the lines of `path`.

    >>> from pathlib import Path
    >>> [path.name for path in shard_paths(Path("out/rows.jsonl.gz"), 2)]
    ['rows-00000-of-00002.jsonl.gz', 'rows-00001-of-00002.jsonl.gz']
    """
    ending = line_ending(path.name) or path.suffix
    stem = path.name[: len(path.name) - len(ending)]
    return [
        path.with_name(_NAME.format(stem=stem, number=number, count=count, ending=ending)) for number in range(count)
    ]


def find_shards(path: Path) -> list[Path]:
    """Return the shards of `path` that stand there, of any number, in order."""
    if not path.parent.is_dir():
        return []
    return sorted(one for one in path.parent.iterdir() if is_shard(one.name, path.name))


def is_shard(name: str, whole: str) -> bool:
    """Tell the name of a shard of the output called `whole`.

    >>> is_shard("rows-00001-of-00016.parquet", "rows.parquet"), is_shard("rows.parquet", "rows.parquet")
    (True, False)
    """
    ending = line_ending(whole)
    if ending is None:
        return False
    stem = re.escape(whole[: len(whole) - len(ending)])
    return re.fullmatch(rf"{stem}-\d{{5}}-of-\d{{5}}{re.escape(whole[-len(ending) :])}", name) is not None
