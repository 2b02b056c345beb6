"""The ledger inside a table: one list of edits a row, and what else it takes to write the source again.

Each edit says which span of the source, in code points, became `replacement` for which `reason`, as everywhere in this
package; `before` is what stood there, so that the row leads back to its source without the source.
"""

from __future__ import annotations

from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING, Any

from textclean.cleaned import AppliedStep, Cleaned
from textclean.composed import compose_edits
from textclean.edits import Edit, apply_edits
from textclean.errors import LedgerError
from textclean.io.tables.row import Keys
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textclean.io.discovery import Input

LEDGER = "ledger"
FACTS = "ledger_source"
"""The names of the two columns."""

_LONE_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def ledger_columns(cleaned: Cleaned, one: Input, data: bytes, encoding: str) -> dict[str, Any]:
    """Return the two columns: the edits; and name, encoding and checksum of the source, and the columns of a row.

    No table holds a lone surrogate: in the text stands U+FFFD for it, which is an edit of its own, `output.surrogate`,
    and where the source has one, every `before` is written with Python's escapes, which `escaped` tells.
    """
    escaped = _LONE_SURROGATE.search(cleaned.source) is not None
    edits = edit_records(_as_written(cleaned))
    if escaped:
        edits = [edit | {"before": _escape(edit["before"])} for edit in edits]
    return {
        LEDGER: edits,
        FACTS: {
            "name": one.row.table if one.row else one.name,
            "encoding": encoding,
            "sha256": sha256(data).hexdigest(),
            "escaped": escaped,
            "text_column": one.row.keys.text if one.row else Keys().text,
            "columns": dumps(one.row.columns | {one.row.keys.text: None}) if one.row else None,
        },
    }


def edit_records(cleaned: Cleaned) -> list[dict[str, Any]]:
    """Return the edits of a run, all steps composed, as plain records."""
    return [
        {"start": start, "end": end, "replacement": after, "reason": reason, "before": cleaned.source[start:end]}
        for start, end, after, reason in compose_edits(cleaned)
    ]


def _as_written(cleaned: Cleaned) -> Cleaned:
    """Return the run with a last step for the lone surrogates that it left."""
    edits = tuple(
        Edit(m.start(), m.end(), "\ufffd", "output.surrogate") for m in _LONE_SURROGATE.finditer(cleaned.text)
    )
    if not edits:
        return cleaned
    steps = (*cleaned.steps, AppliedStep("output", edits, ()))
    return Cleaned(cleaned.source, apply_edits(cleaned.text, edits), steps, cleaned.pipeline)


def source_text(row: Mapping[str, Any]) -> str:
    """Return the source of a row that has both columns. Raises `LedgerError` where ledger and text do not fit."""
    text: str = row[row[FACTS]["text_column"]]
    backward = []
    shift = 0
    for edit in row[LEDGER]:
        start, end = edit["start"] + shift, edit["start"] + shift + len(edit["replacement"])
        if text[start:end] != edit["replacement"]:
            message = f"ledger does not fit its text at offset {start}; clean the document again with --ledger"
            raise LedgerError(message)
        before = _unescape(edit["before"]) if row[FACTS]["escaped"] else edit["before"]
        backward.append(Edit(start, end, before, edit["reason"]))
        shift += len(edit["replacement"]) - len(before)
    return apply_edits(text, backward)


def _escape(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")


def _unescape(text: str) -> str:
    return text.encode("ascii").decode("unicode_escape")
