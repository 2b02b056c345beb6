"""Batches of columns: what `datasets.map(batched=True)` and Ray Data's `map_batches` hand over and want back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textclean.errors import InvalidOptionError, UnknownNameError
from textclean.io.ledger_column import LEDGER, edit_records
from textclean.presets import find_pipeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textclean.pipeline import Pipeline


def clean_batch(
    batch: Mapping[str, Any], *, column: str = "text", pipeline: str | Pipeline = "standard", ledger: bool = False
) -> dict[str, Any]:
    r"""Return the batch with the texts of one column cleaned: row for row, all other columns as given.

    `ledger` adds the column `ledger`: for each text its edits, as records with `start`, `end` (code points of the text
    that came in), `replacement`, `reason` and `before`. A null stays null. Nothing that came in is changed. Raises
    `UnknownNameError` for a column or a preset that does not exist, and `InvalidOptionError` for a column of no texts.

    >>> clean_batch({"id": [1, 2], "text": ["An of\ufb01ce.", None]})
    {'id': [1, 2], 'text': ['An office.', None]}
    """
    if column not in batch:
        what = "column"
        raise UnknownNameError(what, column, list(batch))
    chosen = find_pipeline(pipeline)
    cleaned = []
    for text in batch[column]:
        if text is not None and not isinstance(text, str):
            message = f"column {column!r} holds {type(text).__name__}, not texts; name another column"
            raise InvalidOptionError(message)
        cleaned.append(None if text is None else chosen.run(text))
    columns = {**batch, column: [None if one is None else one.text for one in cleaned]}
    if ledger:
        columns[LEDGER] = [[] if one is None else edit_records(one) for one in cleaned]
    return columns
