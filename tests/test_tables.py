"""Tables as inputs: a row is a document, a bad row costs itself alone, and nothing is read before it is wanted."""

from __future__ import annotations

import gzip
import io
import json
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from textclean.cli import main
from textclean.errors import MissingExtraError
from textclean.io.discovery import Input, find_inputs
from textclean.io.documents import read_documents
from textclean.io.tables import json_values
from textclean.io.tables.row import Keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

ROWS: list[dict[str, Any]] = [
    {"id": 1, "text": "The o\ufb03ce was\u2028closed.", "tags": ["a", "b"]},
    {"id": 2, "text": "Nobody knew \u2029 why.\x85", "tags": []},
    {"id": 3, "text": "La niña.", "tags": None},
]
"""Each text holds a line boundary of Unicode that parts no line of JSON."""


def lines(rows: list[dict[str, Any]]) -> bytes:
    """Return JSON Lines as other programs write them, with nothing escaped that need not be."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def zstd(data: bytes) -> bytes:
    """Compress, as two frames one behind the other."""
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    compress: Callable[[bytes], bytes] = zstandard.ZstdCompressor().compress
    return compress(data[:10]) + compress(data[10:])


def parquet(rows: list[dict[str, Any]]) -> bytes:
    """Write a Parquet file."""
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from pyarrow.parquet import write_table  # noqa: PLC0415 - an optional library

    buffer = io.BytesIO()
    write_table(pyarrow.Table.from_pylist(rows), buffer, row_group_size=2)
    return buffer.getvalue()


WRITERS: dict[str, Callable[[list[dict[str, Any]]], bytes]] = {
    "jsonl": lines,
    "jsonl.gz": lambda rows: gzip.compress(lines(rows)),
    "jsonl.zst": lambda rows: zstd(lines(rows)),
    "json": lambda rows: json.dumps(rows, indent=2).encode("utf-8-sig"),
    "parquet": parquet,
}


def read(path: Path, keys: Keys = Keys()) -> list[Input]:  # noqa: B008 - a tuple never changes
    """Return all documents of a file."""
    return list(read_documents(find_inputs([str(path)]), keys))


def run(*arguments: str, stdin: bytes | None = None, code: int = 0) -> Result:
    """Call the command line and expect an exit code."""
    result = CliRunner().invoke(main, arguments, input=stdin)
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize("ending", WRITERS)
def test_each_row_is_a_document_with_its_columns(tmp_path: Path, ending: str) -> None:
    """Whatever the format, the rows come in order, each with its text to the character and its other columns."""
    path = tmp_path / f"rows.{ending}"
    path.write_bytes(WRITERS[ending](ROWS))
    documents = read(path, Keys(id="id"))
    assert [one.row.columns for one in documents if one.row] == ROWS
    assert [one.row.id for one in documents if one.row] == ["1", "2", "3"]
    assert [one.shown for one in documents] == [f"{path}:{number}" for number in (1, 2, 3)]
    assert documents[0].name == f"rows.{ending}/00000001"


@pytest.mark.parametrize("ending", WRITERS)
def test_a_stream_is_read_as_the_table_it_is_said_to_be(ending: str) -> None:
    """`--from` says the format of standard input, which has no name."""
    result = run("clean", "-", "--from", ending, "--to", "txt", "-o", "-", stdin=WRITERS[ending](ROWS), code=2)
    assert "the documents of a table as .txt do not go to standard output" in result.stderr
    result = run("clean", "-", "--from", ending, "--to", "rows", stdin=WRITERS[ending](ROWS))
    rows = [json.loads(line) for line in result.stdout.split("\n") if line]
    assert [row["file_path"] for row in rows] == ["-:1", "-:2", "-:3"]
    assert rows[0]["text"] == "The office was\nclosed."


BAD = {
    "no JSON": (b'{"text": "a"', "is no JSON: Expecting ',' delimiter at character 14"),
    "no object": (b'["a"]', "is an array, not an object with columns"),
    "no UTF-8": (b'{"text": "caf\xe9"}', "is not UTF-8 at byte 13"),
    "null": (b'{"text": null}', "has null in column 'text', not a text"),
    "a number": (b'{"text": 7}', "has a number in column 'text', not a text"),
    "no text": (
        b'{"body": "a", "id": 1}',
        "has no column 'text' for the text; it has body, id: name one with --text-key",
    ),
    "empty": (b'{"text": " \\n"}', "has an empty text; leave the row out"),
    "too deep": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "is JSON nested too deeply"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_row_costs_itself_alone(tmp_path: Path, case: str) -> None:
    """It is told with file and line, recorded in its place, and the rows around it are cleaned."""
    bad, reason = BAD[case]
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "Before."}\n\n' + bad + b'\n{"text": "Behind."}')
    result = run("clean", str(path), "-o", str(tmp_path / "out.jsonl"), "-q", code=1)
    assert f"textclean: error: {path}:3: {reason}" in result.stderr
    assert result.stderr.count("\n") == 1
    first, failed, last = map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert (first["source"]["path"], last["source"]["path"]) == (f"{path}:1", f"{path}:4")
    assert (failed["path"], reason in failed["reason"]) == (f"{path}:3", True)


@pytest.mark.parametrize("ending", WRITERS)
def test_a_table_without_the_column_is_told_once_with_those_it_has(tmp_path: Path, ending: str) -> None:
    """Not one error for each of a million rows; the key that is there works."""
    path = tmp_path / f"rows.{ending}"
    path.write_bytes(WRITERS[ending]([{"id": number, "body": "Some text."} for number in range(200)]))
    result = run("check", str(path), code=1)
    said = (
        f"{path}: has no column 'text' for the text in its first 100 rows, and was passed by; it has id, body: name one"
    )
    assert said in result.stderr
    assert result.stderr.count("\n") == 2
    run("check", str(path), "--text-key", "body")


@pytest.mark.parametrize("ending", ["jsonl.gz", "jsonl.zst", "parquet", "json"])
def test_a_table_that_breaks_off_says_so_and_keeps_what_came_before(tmp_path: Path, ending: str) -> None:
    """A cut file is never taken for a whole one."""
    path = tmp_path / f"rows.{ending}"
    path.write_bytes(WRITERS[ending]([{"text": f"Row {number * 7919}."} for number in range(50_000)])[:-40])
    documents = read(path)
    assert documents[-1].problem
    assert not any(one.problem for one in documents[:-1])
    assert ending == "parquet" or len(documents) > 1000


def test_an_empty_table_is_told(tmp_path: Path) -> None:
    """No rows are no documents, which is worth a word."""
    (tmp_path / "rows.jsonl").write_bytes(b"\n")
    assert "holds no rows" in run("clean", str(tmp_path / "rows.jsonl"), code=1).stderr


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    """The first rows of a table come before its end was looked at: here, it is damaged."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(lines(ROWS) + b"\xff\n" * 10)
    documents = read_documents(find_inputs([str(path)]), Keys())
    assert [one.row.text for one in islice(documents, 3) if one.row] == [row["text"] for row in ROWS]
    assert next(documents).problem


def test_a_line_that_no_document_may_fill_is_passed_by_unread(tmp_path: Path) -> None:
    """The limit on a document's size holds for rows, and for lines before they are read whole."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 2000 + b'"}\n{"text": "b"}\n{"text": "' + b"a" * 17_000_000 + b'"}\n{}\n')
    result = run("check", str(path), "--max-megabytes", "0.001", code=1)
    assert f"{path}:1: is larger than 0.001 MB" in result.stderr
    assert f"{path}:3: is a line of more than 16.006 MB" in result.stderr
    assert f"{path}:4: has no column 'text'" in result.stderr


@given(
    st.lists(
        st.dictionaries(st.text(max_size=5), st.recursive(st.text() | st.integers() | st.none(), st.lists)), max_size=5
    ),
    st.integers(1, 40),
    st.sampled_from(["array", "one behind the other"]),
)
def test_json_is_read_the_same_in_pieces_of_any_size(rows: list[dict[str, Any]], piece: int, form: str) -> None:
    """Where a piece ends, inside an escape or a number too, makes no difference."""
    data = json.dumps(rows) if form == "array" else "\n ".join(map(json.dumps, rows))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_values, "_PIECE", piece)
        found = list(json_values.read_rows(io.BytesIO(data.encode()), 1000))
    assert found == list(enumerate(rows, 1))


def test_damaged_json_keeps_what_came_before_and_says_where(tmp_path: Path) -> None:
    """The place is told in characters of the file."""
    path = tmp_path / "rows.json"
    path.write_text('[{"text": "a"},\n {"text": "b"} {"text" "c"}]', encoding="utf-8")
    first, second, third = read(path)
    assert (first.problem, second.problem) == (None, None)
    assert "is no JSON: Expecting ':' delimiter at character 40; nothing behind it was read" in str(third.problem)


def test_values_that_json_does_not_know_are_written_as_text(tmp_path: Path) -> None:
    """Dates, decimals, bytes and numbers that are none come through a table as JSON can hold them."""
    columns = {
        "text": "a",
        "day": date(2024, 1, 5),
        "at": datetime(2024, 1, 5, 7, tzinfo=UTC),
        "price": Decimal("1.50"),
        "raw": b"\xff",
        "score": float("nan"),
        "deep": {"list": [float("inf"), 1.5]},
    }
    path = tmp_path / "rows.parquet"
    path.write_bytes(parquet([columns]))
    (one,) = read(path)
    assert one.row
    assert one.row.columns == {
        "text": "a",
        "day": "2024-01-05",
        "at": "2024-01-05T07:00:00+00:00",
        "price": "1.50",
        "raw": "/w==",
        "score": None,
        "deep": {"list": [None, 1.5]},
    }


def test_a_folder_gives_its_texts_and_tables_but_no_ledgers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are taken by default, .json only when asked for; what runs left there is not read again."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.jsonl", "c.json", "old.ledger.jsonl", "textclean-errors.jsonl"):
        (tmp_path / "in" / name).write_bytes(lines(ROWS))
    assert [one.name for one in find_inputs(["in"])] == ["a.txt", "b.jsonl"]
    assert [one.name for one in find_inputs(["in"], ["*.json"])] == ["c.json"]
    for _ in range(2):
        run("clean", "in", "-o", "in/out.jsonl", "--ledger")
        assert len((tmp_path / "in" / "out.jsonl").read_bytes().splitlines()) == 4
    (tmp_path / "in" / "out.jsonl").unlink()
    for _ in range(2):
        run("clean", "in", "-o", "in/rows.jsonl", "--shards", "2")
        assert len((tmp_path / "in" / "rows-00001-of-00002.jsonl").read_bytes().splitlines()) == 2


def test_each_row_gets_a_file_of_its_own_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table's name is the folder, and the row's number the file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(lines(ROWS))
    (tmp_path / "a.txt").write_bytes(b"Some text.")
    run("clean", "a.jsonl", "a.txt", "-o", "out", "--to", "txt")
    assert sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.txt")) == [
        "a.jsonl/00000001.txt",
        "a.jsonl/00000002.txt",
        "a.jsonl/00000003.txt",
        "a.txt",
    ]


def test_a_package_that_is_missing_is_named_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, exit code 2, and nothing was written."""
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("clean", str(tmp_path), "-o", str(tmp_path / "out.jsonl"), code=2)
    assert result.stderr == ("textclean: error: Parquet files need pyarrow: pip install 'textclean-toolkit[parquet]'\n")
    assert not (tmp_path / "out.jsonl").exists()
    assert issubclass(MissingExtraError, ImportError)


@pytest.mark.parametrize("ending", WRITERS)
def test_a_row_is_explained_by_the_name_it_is_told_under(tmp_path: Path, ending: str) -> None:
    """`rows.jsonl:2` names it; the table alone, and a row that is not there, are one line."""
    path = tmp_path / f"rows.{ending}"
    path.write_bytes(WRITERS[ending](ROWS))
    result = run("explain", f"{path}:2", "--json")
    assert json.loads(result.stdout)["path"] == f"{path}:2"
    assert (
        f"names several documents, but one is needed: name one, such as {path}:1"
        in run("explain", str(path), code=2).stderr
    )
    assert f"{path} has no row 9" in run("explain", f"{path}:9", code=2).stderr
    assert "has no column 'body'" in run("explain", f"{path}:1", "--text-key", "body", code=1).stderr
