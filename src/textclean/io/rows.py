"""Rows of an output: the columns that came in, and beside them what was read, each row with the same columns."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any

from textclean.io.ledger_lines import failure_line
from textclean.io.rendering import Form, encode_text

if TYPE_CHECKING:
    from textclean.article.model import Article
    from textclean.cleaned import Cleaned
    from textclean.io.discovery import Input
    from textclean.io.outcomes import Failed

ERROR = "error"
_FAILED_AS = "file_path"
_OWN = ("text", "id", "url", "date", _FAILED_AS, "language", "title", "authors", "publisher", "page_ends", ERROR)


def row_of(article: Article, cleaned: Cleaned, one: Input) -> dict[str, Any]:
    """Return a row of the export `rows` with `error` null; a row of a table keeps its columns.

    The cleaned text stands in the column that held it. Where a column came in that the export has as well (`url`, say),
    it stays as it came; `id` is what the column named for it says.
    """
    from textclean.article.export.rows import to_row  # noqa: PLC0415 - text alone needs no model

    row = to_row(article, cleaned) | {ERROR: None}
    if one.row:
        text = row.pop("text")
        given = {**one.row.columns, one.row.keys.text: text, ERROR: None}
        row = {one.row.keys.text: text, **row, **given}
        if one.row.id is not None:
            row["id"] = one.row.id
    return row


def failed_line(failed: Failed, form: Form) -> bytes:
    """Return the line that stands for a document that failed: in rows, a row with what came in and why it failed."""
    one = failed.input
    if form is not Form.ROWS:
        return failure_line(one, failed.error, failed.reason)
    row: dict[str, Any] = dict.fromkeys(_OWN)
    if one.row:
        key = one.row.keys.text
        row = {key: None} | dict.fromkeys(_OWN[1:]) | one.row.columns | {key: None}
    return dump_row(row | {_FAILED_AS: one.shown, ERROR: f"{failed.error}: {failed.reason}"})


def dump_row(row: dict[str, Any]) -> bytes:
    """Return the row as a line of JSON."""
    return encode_text(dumps(row, ensure_ascii=False) + "\n")
