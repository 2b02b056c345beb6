"""Where restored sources go: files under their names, and tables row by row; nothing that differs is overwritten."""

from __future__ import annotations

import json
from filecmp import cmp
from typing import TYPE_CHECKING, Any

from textclean.errors import LedgerError
from textclean.io.atomic import Committed, write_atomically
from textclean.io.lines.endings import line_ending
from textclean.io.lines.writer import open_lines

if TYPE_CHECKING:
    from pathlib import Path

    from textclean.io.lines.writer import LineWriter
    from textclean.io.restoring import Restored


class RestoredFiles(Committed):
    """A folder that gets the sources. Tables appear when it commits, each in its own format, a .json as .jsonl."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which is made when something goes there."""
        self._folder = folder
        self._tables: dict[Path, LineWriter] = {}

    def write(self, restored: Restored) -> None:
        """Write a file, or take a row. Raises `LedgerError` where another file stands, and `OSError`."""
        if restored.columns is not None:
            self._table(restored.name).write(dump_columns(restored.columns))
            return
        path = self._folder / restored.name
        if not path.exists():
            write_atomically(path, restored.data)
        elif path.read_bytes() != restored.data:
            raise _differs(path)

    def _table(self, name: str) -> LineWriter:
        path = self._folder / (name if line_ending(name) else f"{name.removesuffix('.json')}.jsonl")
        if path not in self._tables:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._tables[path] = open_lines(_beside(path))
        return self._tables[path]

    def commit(self) -> None:
        """Put the tables in their places. Raises `LedgerError` where another file stands."""
        tables, self._tables = self._tables, {}
        differing = [path for path, table in tables.items() if not _put(path, table)]
        if differing:
            raise _differs(differing[0])

    def discard(self) -> None:
        """Leave no table."""
        for table in self._tables.values():
            table.discard()


def _beside(path: Path) -> Path:
    return path.with_name(f".restored.{path.name}")


def _put(path: Path, table: LineWriter) -> bool:
    """Finish a table; tell whether it, or one that is the same, stands in its place."""
    table.commit()
    if path.exists():
        same = cmp(path, _beside(path), shallow=False)
        _beside(path).unlink()
        return same
    _beside(path).replace(path)
    return True


def _differs(path: Path) -> LedgerError:
    return LedgerError(f"{path} stands there already and differs; name another folder with -o")


def dump_columns(columns: dict[str, Any]) -> bytes:
    """Return a row as JSON Lines; what no UTF-8 holds is escaped."""
    try:
        return json.dumps(columns, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(columns).encode("ascii") + b"\n"
