"""The types of a table's columns, found from lines of JSON, whatever mixture came in.

A column whose values are of one type has that type. One that mixes types no table can hold together (numbers and
texts, say) is a column of texts, each value as JSON writes it, texts as they are.
"""

from __future__ import annotations

import json
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow import json as arrow_json

from textclean.io.ledger_column import FACTS, LEDGER
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LARGEST_BLOCK = 64_000_000
"""Bytes parsed at once: the parser takes no more than 2 GB."""

_LONG_NUMBER = lazy_pattern(rb"\d{19}")
"""What the parser may read as a float, and lose digits of, because 64 bits do not hold it."""
_INT64 = range(-(1 << 63), 1 << 63)

_EDIT = pa.struct(
    [
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("replacement", pa.string()),
        ("reason", pa.string()),
        ("before", pa.string()),
    ]
)
KNOWN: dict[str, Any] = {
    "text": pa.string(),
    "id": pa.string(),
    "url": pa.string(),
    "date": pa.string(),
    "file_path": pa.string(),
    "language": pa.string(),
    "title": pa.string(),
    "authors": pa.list_(pa.string()),
    "publisher": pa.string(),
    "page_ends": pa.list_(pa.int64()),
    "error": pa.string(),
    LEDGER: pa.list_(_EDIT),
    FACTS: pa.struct(
        [
            ("name", pa.string()),
            ("encoding", pa.string()),
            ("sha256", pa.string()),
            ("escaped", pa.bool_()),
            ("text_column", pa.string()),
            ("columns", pa.string()),
        ]
    ),
}
"""The types of our own columns, where no row has a value that says one."""


class Columns:
    """Learns from blocks of lines, then parses them all alike."""

    def __init__(self, given: bytes = b"") -> None:
        """Take the types that columns had where they came from, as a schema in Arrow's own form."""
        self._fields: dict[str, Any] = {}
        self._mixed: set[str] = set()
        schema = pa.ipc.read_schema(pa.py_buffer(given)) if given else ()
        self._given: dict[str, Any] = {field.name: field.type for field in schema}

    def learn(self, lines: Sequence[bytes]) -> None:
        """Take the types of a block into account."""
        for block in _blocks(lines):
            data = b"".join(block)
            if _LONG_NUMBER.search(data):
                self._mixed |= _mixed_columns(block)
            try:
                table = self._parse(block, None)
            except pa.ArrowInvalid:
                self._mixed |= _mixed_columns(block)
                try:
                    table = self._parse(block, None)
                except pa.ArrowInvalid:  # a mixture further down
                    self._mixed |= _nested_columns(block)
                    table = self._parse(block, None)
            for field in table.schema:
                self._unite(field)
            if self._given:
                spoken = pa.schema([(field.name, _spoken(field.type)) for field in table.schema])
                self._give_up_what_does_not_fit(self._parse(block, spoken))

    def _give_up_what_does_not_fit(self, table: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        for name in self._given.keys() & set(table.column_names):
            try:
                table[name].cast(self._given[name])
            except pa.ArrowException:
                del self._given[name]

    def _unite(self, field: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        new = pa.schema([pa.field(field.name, _spoken(field.type))])
        known = pa.schema([self._fields.get(field.name, new.field(0))])
        try:
            self._fields[field.name] = pa.unify_schemas([known, new], promote_options="permissive").field(0)
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            self._mixed.add(field.name)

    @cached_property
    def schema(self) -> Any:  # noqa: ANN401 - pyarrow has no types
        """The types of all columns, in the order in which they first came; our own where there was no row.

        Asked for when everything has been learned.
        """
        return pa.schema([(field.name, self._given.get(field.name, field.type)) for field in self._read_as])

    @cached_property
    def _read_as(self) -> Any:  # noqa: ANN401 - pyarrow has no types
        if not self._fields:
            return pa.schema([(name, known) for name, known in KNOWN.items() if name not in {LEDGER, FACTS}])
        return pa.schema([(name, self._type(name, field.type)) for name, field in self._fields.items()])

    def _type(self, name: str, found: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
        if name in self._mixed or _has_empty_struct(found):
            self._mixed.add(name)
            return pa.string()
        if name in KNOWN and _fits(found, KNOWN[name]):
            return KNOWN[name]
        return _filled(found)

    def parse(self, lines: Sequence[bytes]) -> Any:  # noqa: ANN401 - pyarrow has no types
        """Return the lines as a table of that schema."""
        schema = self._read_as
        tables = [self._parse(block, schema).select(schema.names) for block in _blocks(lines)]
        return pa.concat_tables(tables).cast(self.schema)

    def _parse(self, lines: Sequence[bytes], schema: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
        if self._mixed:
            lines = [_as_texts(line, self._mixed) for line in lines]
        data = b"".join(lines)
        return arrow_json.read_json(
            BytesIO(data),
            read_options=arrow_json.ReadOptions(use_threads=False, block_size=len(data) + 1),
            parse_options=arrow_json.ParseOptions(explicit_schema=schema),
        )


def _blocks(lines: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    block: list[bytes] = []
    size = 0
    for line in lines:
        if block and size + len(line) > _LARGEST_BLOCK:
            yield block
            block, size = [], 0
        block.append(line)
        size += len(line)
    if block:
        yield block


def _kind(value: object) -> str:
    """Name the type of a value; a whole number that no column of numbers holds is of a kind that mixes with none."""
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int):
        return "number" if value in _INT64 else "long"
    if isinstance(value, (list, dict)):
        inside = value.values() if isinstance(value, dict) else value
        return "long" if any(_kind(one) == "long" for one in inside) else type(value).__name__
    return "number" if isinstance(value, float) else "text"


def _mixed_columns(lines: Sequence[bytes]) -> set[str]:
    """Name the columns that hold values of several types, or whole numbers beyond 64 bits."""
    kinds: dict[str, set[str]] = {}
    for line in lines:
        for name, value in json.loads(line).items():
            if value is not None:
                kinds.setdefault(name, set()).add(_kind(value))
    return {name for name, found in kinds.items() if len(found) > 1 or "long" in found}


def _nested_columns(lines: Sequence[bytes]) -> set[str]:
    """Name the columns that hold lists or objects, but for our own."""
    rows = map(json.loads, lines)
    return {
        name for row in rows for name, value in row.items() if isinstance(value, (list, dict)) and name not in KNOWN
    }


def _as_texts(line: bytes, names: set[str]) -> bytes:
    """Write the values of some columns as texts."""
    row = json.loads(line)
    for name in names & row.keys():
        if row[name] is not None and not isinstance(row[name], str):
            row[name] = json.dumps(row[name], ensure_ascii=False)
    return json.dumps(row).encode("ascii") + b"\n"


def _spoken(found: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the type with texts for times, which the parser takes texts for."""
    return _mapped(found, lambda one: pa.string() if pa.types.is_timestamp(one) else one)


def _filled(found: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the type with texts for what was always null."""
    return _mapped(found, lambda one: pa.string() if pa.types.is_null(one) else one)


def _mapped(found: Any, change: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    if pa.types.is_list(found):
        return pa.list_(_mapped(found.value_type, change))
    if pa.types.is_struct(found):
        return pa.struct([(field.name, _mapped(field.type, change)) for field in found])
    return change(found)


def _has_empty_struct(found: Any) -> bool:  # noqa: ANN401 - pyarrow has no types
    """Tell a type that Parquet cannot write: a record without members."""
    if pa.types.is_list(found):
        return _has_empty_struct(found.value_type)
    return pa.types.is_struct(found) and (not len(found) or any(_has_empty_struct(field.type) for field in found))


def _fits(found: Any, known: Any) -> bool:  # noqa: ANN401 - pyarrow has no types
    """Tell whether values of the type found can be read as the known one."""
    try:
        united = pa.unify_schemas([pa.schema([("a", found)]), pa.schema([("a", known)])], promote_options="permissive")
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return False
    return bool(united.field(0).type == known)
