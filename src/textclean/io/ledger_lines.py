"""Ledger files: JSON Lines, one line a document, with all it takes to write the source again to the byte."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from textclean.io.lines.endings import line_ending
from textclean.ledger import ledger_record

if TYPE_CHECKING:
    from pathlib import Path

    from textclean.cleaned import Cleaned
    from textclean.io.discovery import Input

LEDGER_SUFFIX = ".ledger.jsonl"


def ledger_line(cleaned: Cleaned, one: Input, data: bytes, encoding: str) -> bytes:
    """Return one line: the path, the name to restore to, size, checksum and encoding of the source, and every edit.

    The source's text keeps its line ends, so that text and encoding are all its bytes. Of a row of a table, `name` is
    that of the table, and `row` has its number, its columns but for the text, and the name of that one.
    """
    facts: dict[str, Any] = {
        "path": one.shown,
        "name": one.row.table if one.row else one.name,
        "bytes": len(data),
        "sha256": sha256(data).hexdigest(),
        "encoding": encoding,
    }
    if one.row:
        columns = one.row.columns | {one.row.keys.text: None}
        facts["row"] = {"number": one.row.number, "text_column": one.row.keys.text, "columns": columns}
    return json.dumps(facts | ledger_record(cleaned), separators=(",", ":")).encode("ascii") + b"\n"


def failure_line(one: Input, error: str, reason: str) -> bytes:
    """Return the line that stands for a document that failed, in outputs and ledgers alike."""
    return (
        json.dumps({"path": one.shown, "error": error, "reason": reason}, separators=(",", ":")).encode("ascii") + b"\n"
    )


def ledger_path(output: Path) -> Path:
    """Return where the ledger of an output file stands: `out.ledger.jsonl` beside `out.jsonl`, compressed alike."""
    ending = line_ending(output.name) or output.suffix
    packed = ending.removeprefix(".jsonl") if ending.startswith(".jsonl.") else ""
    return output.with_name(output.name[: len(output.name) - len(ending)] + LEDGER_SUFFIX + packed)
