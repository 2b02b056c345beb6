"""Parquet: rows of one batch at a time, values as JSON can hold them."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, time
from math import isfinite
from types import NoneType
from typing import TYPE_CHECKING, Any, BinaryIO

from textclean.errors import UnreadableError
from textclean.extras import load_extra
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textclean.io.tables.formats import Record

_BATCH = 256
"""Rows decoded at a time."""


def read_rows(file: BinaryIO, largest: int) -> Iterator[Record]:  # noqa: ARG001 - pages are bounded by their writer
    """Yield each row with its number from 1. A file that breaks ends with a problem.

    Memory stays that of a batch and the pages it stands in. What JSON has no word for is written as text: dates and
    times in ISO 8601, decimals as digits, bytes in Base64; a number that is none (NaN) is null.
    """
    pyarrow = load_extra("pyarrow", "parquet", "Parquet files")
    parquet = load_extra("pyarrow.parquet", "parquet", "Parquet files")
    number = 0
    try:
        table = parquet.ParquetFile(file, pre_buffer=False)
        for batch in table.iter_batches(batch_size=_BATCH, use_threads=False):
            for columns in _in_microseconds(batch, pyarrow).to_pylist():
                number += 1
                yield number, {str(name): plain_value(value) for name, value in columns.items()}
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        message = f"cannot be read as Parquet: {' '.join(str(error).split())}; write the file anew"
        yield number + 1, UnreadableError(message)


def _in_microseconds(batch: Any, pyarrow: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the batch with the finest times that Python knows."""
    for at, field in enumerate(batch.schema):
        if pyarrow.types.is_timestamp(field.type) and field.type.unit == "ns":
            kind = pyarrow.timestamp("us", field.type.tz)
            batch = batch.set_column(at, field.name, batch.column(at).cast(kind, safe=False))
    return batch


def column_names(path: Path) -> list[str]:
    """Return the names of a file's columns; none where it is no Parquet."""
    pyarrow = load_extra("pyarrow", "parquet", "Parquet files")
    parquet = load_extra("pyarrow.parquet", "parquet", "Parquet files")
    try:
        with path.open("rb") as file:
            return list(parquet.read_schema(file).names)
    except (pyarrow.ArrowException, OSError):
        return []


def schema_of_columns(file: BinaryIO, leave_out: str) -> bytes:
    """Return the types of columns that come through JSON and back, in Arrow's own form; none where it is no Parquet."""
    pyarrow = load_extra("pyarrow", "parquet", "Parquet files")
    parquet = load_extra("pyarrow.parquet", "parquet", "Parquet files")
    try:
        schema = parquet.read_schema(file)
    except (pyarrow.ArrowException, OSError):
        return b""
    kept = [field for field in schema if field.name != leave_out and not _NO_WAY_BACK.search(str(field.type))]
    return bytes(pyarrow.schema(kept).serialize())


_NO_WAY_BACK = lazy_pattern("binary|map<|duration|interval")
"""Types whose values are written to JSON as something else."""


def plain_value(value: Any) -> Any:  # noqa: ANN401 - whatever Parquet holds
    """Return a value as JSON can hold it.

    >>> plain_value({"day": date(2024, 1, 5), "score": float("nan"), "raw": b"a"})
    {'day': '2024-01-05', 'score': None, 'raw': 'YQ=='}
    """
    for kinds, convert in _CONVERSIONS:
        if isinstance(value, kinds):
            return convert(value)
    return str(value)


_CONVERSIONS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    ((str, bool, int, NoneType), lambda value: value),
    (float, lambda value: value if isfinite(value) else None),
    ((list, tuple), lambda value: [plain_value(one) for one in value]),
    (dict, lambda value: {str(name): plain_value(one) for name, one in value.items()}),
    ((date, time), lambda value: value.isoformat()),
    (bytes, lambda value: b64encode(value).decode("ascii")),
)
