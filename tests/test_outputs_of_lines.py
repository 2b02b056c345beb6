"""Lines on their way into files: compressed, in Parquet, in shards; ledgers in a column; the sources back."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from strategies import damaged_text, texts
from textclean.cli import main
from textclean.composed import compose_edits
from textclean.edits import Edit, apply_edits
from textclean.io.discovery import Input
from textclean.io.ledger_column import ledger_columns, source_text
from textclean.io.lines import parquet
from textclean.io.lines.writer import open_lines
from textclean.io.rows import dump_row
from textclean.presets import PRESETS, STANDARD

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")

ENDINGS = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet")
DAMAGED = "The o\ufb03ce was closed\u200b.\r\n\r\nNobody knew why.\r\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with files in two encodings, a document that fails, and a table."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(DAMAGED.encode())
    (tmp_path / "in" / "b.txt").write_bytes(
        b"\xff\xfe" + "lone \ud800 and a \\ slash\r\n".encode("utf-16-le", "surrogatepass")
    )
    (tmp_path / "in" / "c.txt").write_bytes(b"")
    rows: list[dict[str, Any]] = [
        {"score": 0.5, "body": DAMAGED, "tags": ["x"]},
        {"score": None, "body": "lone \ud800", "day": "2024-01-05"},
        {"body": None},
    ]
    (tmp_path / "in" / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def run(*arguments: str, code: int = 0) -> Result:
    """Call the command line and expect an exit code."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result


def write(path: Path, rows: list[dict[str, Any]], shards: int | None = None) -> None:
    """Write rows through the writer that a name asks for."""
    with open_lines(path, shards=shards, pipeline="standard") as lines:
        for row in rows:
            lines.write(json.dumps(row).encode() + b"\n")


def read_back(path: Path) -> list[dict[str, Any]]:
    """Read a file that was written."""
    if path.name.endswith(".parquet"):
        rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
        return rows
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    elif path.suffix == ".zst":
        data = zstandard.ZstdDecompressor().stream_reader(data).read()
    return [json.loads(line) for line in data.split(b"\n") if line]


@pytest.mark.parametrize("shards", [None, 3])
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_bytes_depend_on_the_lines_alone(tmp_path: Path, ending: str, shards: int | None) -> None:
    """Written twice, in two folders and under two names, the files are the same to the byte."""
    rows = [{"text": f"Text {number}", "n": number} for number in range(100)]
    (tmp_path / "deep").mkdir()
    write(tmp_path / f"a{ending}", rows, shards)
    write(tmp_path / "deep" / f"b{ending}", rows, shards)
    first, second = sorted(tmp_path.glob("a*")), sorted(tmp_path.glob("deep/b*"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert len(first) == (shards or 1)


@pytest.mark.parametrize("ending", ENDINGS)
def test_shards_share_the_lines_in_order(tmp_path: Path, ending: str) -> None:
    """Each gets the next stretch, none more than one line more than another; a shard without lines is there too."""
    rows = [{"text": f"Text \u2028 {number}", "late": "x" if number == 6 else None} for number in range(7)]
    write(tmp_path / f"rows{ending}", rows, 3)
    write(tmp_path / f"few{ending}", rows[:1], 2)
    names = [f"rows-0000{number}-of-00003{ending}" for number in range(3)]
    assert [len(read_back(tmp_path / name)) for name in names] == [2, 2, 3]
    assert [row for name in names for row in read_back(tmp_path / name)] == rows
    assert [len(read_back(path)) for path in sorted(tmp_path.glob("few-*"))] == [0, 1]
    assert sorted(path.name for path in tmp_path.glob("rows*")) == names


@pytest.mark.parametrize("shards", [None, 2])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_of_lines_appears_whole_or_not_at_all(tmp_path: Path, ending: str, shards: int | None) -> None:
    """A run that breaks leaves the old files and no other."""
    path = tmp_path / f"rows{ending}"
    write(path, [{"text": "old"}], shards)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with suppress(ZeroDivisionError), open_lines(path, shards=shards) as lines:
        lines.write(b'{"text": "new"}\n')
        raise ZeroDivisionError
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_parquet_is_packed_in_groups_of_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Zstandard, groups that depend on the number of rows alone, and what offsets count in the schema's metadata."""
    monkeypatch.setattr(parquet, "ROW_GROUP", 4)
    write(tmp_path / "a.parquet", [{"text": "a" * 1000 * number} for number in range(10)])
    found = pq.read_metadata(tmp_path / "a.parquet")
    assert [found.row_group(number).num_rows for number in range(found.num_row_groups)] == [4, 4, 2]
    assert found.row_group(0).column(0).compression == "ZSTD"
    facts = pq.read_schema(tmp_path / "a.parquet").metadata
    assert (facts[b"textclean.offsets"], facts[b"textclean.pipeline"]) == (b"code points", b"standard")
    assert facts[b"textclean.version"]


MIXED: dict[str, tuple[list[Any], list[Any]]] = {
    "whole numbers and others": ([1, 2.5], [1.0, 2.5]),
    "numbers and texts": ([1, "a"], ["1", "a"]),
    "texts that look like times": (["2024-01-05", "2024-01-05 07:00:00"], ["2024-01-05", "2024-01-05 07:00:00"]),
    "numbers beyond 64 bits": ([1, 2**70], ["1", str(2**70)]),
    "a hash of 64 bits": ([2**64 - 1, None], [str(2**64 - 1), None]),
    "nothing at all": ([None, None], [None, None]),
    "objects with other members": ([{"a": 1}, {"b": "x"}], [{"a": 1, "b": None}, {"a": None, "b": "x"}]),
    "lists of mixtures": ([[1, "a"], []], ['[1, "a"]', "[]"]),
    "objects without members": ([{}, None], ["{}", None]),
    "objects and texts": ([{"a": [True]}, "a"], ['{"a": [true]}', "a"]),
    "NUL and line separators": (["a\0b", "\u2028\x85"], ["a\0b", "\u2028\x85"]),
}


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("case", MIXED)
def test_any_columns_go_into_parquet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, *, apart: bool
) -> None:
    """What no table holds together becomes texts, and loses no digit; whether in one group of rows or in two."""
    monkeypatch.setattr(parquet, "ROW_GROUP", 1 if apart else 100)
    given, expected = MIXED[case]
    write(tmp_path / "a.parquet", [{"text": "a", "column": value} for value in given])
    assert [row["column"] for row in read_back(tmp_path / "a.parquet")] == expected


@given(damaged_text)
def test_a_run_is_one_list_of_edits(text: str) -> None:
    """Applied to the source they give the cleaned text at once, in order, apart, and each with reasons of the run."""
    cleaned = STANDARD.run(text)
    edits = compose_edits(cleaned)
    assert apply_edits(cleaned.source, edits) == cleaned.text
    assert all(first.end <= second.start for first, second in pairwise(edits))
    assert {reason for edit in edits for reason in edit.reason.split("+")} <= cleaned.edits_by_reason.keys()


@given(texts, st.sampled_from(["standard", "typography"]))
def test_a_row_leads_back_to_its_source(text: str, pipeline: str) -> None:
    """From the text and the ledger as UTF-8 alone, to the character, lone surrogates included."""
    cleaned = PRESETS[pipeline].run(text)
    columns = ledger_columns(cleaned, Input("a.txt", "a.txt"), b"", "utf-8")
    row = json.loads(dump_row({"text": cleaned.text, **columns}))
    assert source_text(row) == text


@pytest.mark.parametrize("shards", [(), ("--shards", "2")])
@pytest.mark.parametrize("ending", ENDINGS)
def test_sources_and_tables_come_back_from_every_output(folder: Path, ending: str, shards: tuple[str, ...]) -> None:
    """Files to the byte; a table with its columns in its own format, the text of each row to the character."""
    out = f"out{ending}"
    run("clean", "in", "-o", out, "--ledger", "--text-key", "body", "--pipeline", "typography", *shards, code=1)
    assert (folder / f"out.ledger{ending}").exists() is (ending != ".parquet")
    assert "4 sources would come back, 0 failed, 2 never cleaned" in run("restore", out, "--check").stderr
    for _ in range(2):
        run("restore", out, "-o", "back")
    assert sorted(path.name for path in (folder / "back").iterdir()) == ["a.txt", "b.txt", "t.jsonl"]
    for name in ("a.txt", "b.txt"):
        assert (folder / "back" / name).read_bytes() == (folder / "in" / name).read_bytes()
    assert read_back(folder / "back" / "t.jsonl") == read_back(folder / "in" / "t.jsonl")[:2]
    (folder / "back" / "t.jsonl").write_bytes(b"mine")
    assert "back/t.jsonl stands there already and differs" in run("restore", out, "-o", "back", code=1).stderr
    assert (folder / "back" / "t.jsonl").read_bytes() == b"mine"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_is_restored_in_its_own_format(tmp_path: Path, ending: str) -> None:
    """Compressed like the source; from standard output, as JSON Lines."""
    rows = [{"id": number, "text": DAMAGED} for number in range(3)]
    write(tmp_path / f"t{ending}", rows)
    run("clean", str(tmp_path / f"t{ending}"), "-o", str(tmp_path / "out.jsonl"), "--ledger")
    run("restore", str(tmp_path / "out.jsonl"), "-o", str(tmp_path / "back"))
    assert read_back(tmp_path / "back" / f"t{ending}") == rows
    assert [
        json.loads(line) for line in run("restore", str(tmp_path / "out.jsonl"), "-o", "-").stdout.splitlines()
    ] == rows


def test_the_ledger_in_parquet_says_what_became_of_what(folder: Path) -> None:
    """The edits are a list of records against the source, readable by anyone; rows that failed have none."""
    run("clean", "in/a.txt", "in/c.txt", "-o", "out.parquet", "--ledger", code=1)
    first, failed = read_back(folder / "out.parquet")
    assert [(edit["before"], edit["replacement"], edit["reason"]) for edit in first["ledger"]] == [
        ("\ufb03", "ffi", "ligature.latin"),
        ("\u200b", "", "invisible.character"),
        ("\r", "", "line-break.crlf"),
        ("\r", "", "line-break.crlf"),
        ("\r", "", "line-break.crlf"),
    ]
    edits = [Edit(edit["start"], edit["end"], edit["replacement"], edit["reason"]) for edit in first["ledger"]]
    assert apply_edits(DAMAGED, edits) == first["text"]
    assert (failed["text"], failed["ledger"], failed["file_path"]) == (None, None, "in/c.txt")
    assert failed["error"].startswith("EmptyDocumentError: is empty")
    damaged = first | {"text": first["text"].replace("office", "off ice")}
    write(folder / "other.parquet", [damaged])
    assert "ledger does not fit its text" in run("restore", "other.parquet", "--check", code=1).stderr


def test_rows_keep_the_columns_that_came_in(folder: Path) -> None:
    """Beside what was read; the cleaned text in its own column, a column of a name of ours as it came."""
    row = {"body": DAMAGED, "url": "http://example.org/a?utm_source=x", "text": "kept", "n": [1], "key": "k-1"}
    (folder / "t.jsonl").write_text(json.dumps(row) + "\n" + json.dumps({"body": 5, "n": [2]}), encoding="utf-8")
    run("clean", "t.jsonl", "--text-key", "body", "--id-key", "key", "--to", "rows", "-o", "out.jsonl", code=1)
    first, failed = read_back(folder / "out.jsonl")
    assert first.items() >= (row | {"body": "The office was closed.\n\nNobody knew why.\n", "id": "k-1"}).items()
    assert (first["error"], first["language"]) == (None, "en")
    assert (failed["n"], failed["body"], failed["file_path"]) == ([2], None, "t.jsonl:2")
    assert "has a number in column 'body'" in failed["error"]


def test_columns_named_by_the_user_are_declared_fields(folder: Path) -> None:
    """Address and date of a row go into its article, with evidence that says so; what is none is passed by."""
    text = "# A title\n\nBy Ann Lee\n\nJanuary 7, 2024\n\nThe office opened at six, and nobody was there to see it."
    rows: list[dict[str, Any]] = [
        {"text": text, "link": "https://Example.org/a?utm_source=x", "day": "2024-01-05 07:00:00", "key": "7\ud800"},
        {"text": text, "link": "none", "day": "soon", "key": None},
    ]
    write(folder / "t.jsonl", rows)
    run("clean", "t.jsonl", "-o", "out.jsonl", "--url-key", "link", "--date-key", "day", "--id-key", "key")
    first, second = read_back(folder / "out.jsonl")
    assert (first["url"], first["published"]) == ("https://example.org/a", "2024-01-05T07:00:00")
    assert first["evidence"]["url"] == {"span": [0, 0], "rule": "column.url"}
    assert first["evidence"]["published"] == {"span": [0, 0], "rule": "column.published"}
    assert first["extra"] == {"id": "7\ufffd"}
    assert (second["url"], second["published"], second["extra"]) == (None, "2024-01-07", {})
    assert first["body"] == second["body"]


@pytest.mark.usefixtures("folder")
def test_shards_are_of_one_file_and_of_one_run() -> None:
    """Where they cannot be, or would stand beside others of the same name, nothing is written."""
    assert "--shards are of one file" in run("clean", "in", "-o", "out", "--shards", "2", code=2).stderr
    assert "shards" in run("clean", "in", "-o", "out.jsonl", "--shards", "0", code=2).stderr
    run("clean", "in/a.txt", "-o", "out.jsonl", "--shards", "3")
    said = run("clean", "in/a.txt", "-o", "out.jsonl", "--shards", "2", code=2).stderr
    assert "'out-00000-of-00003.jsonl' is of a run with other --shards; remove its files first" in said
    run("clean", "in/a.txt", "-o", "out.jsonl", "--shards", "3")


@pytest.mark.parametrize("ending", [".jsonl.gz", ".jsonl.zst"])
def test_reports_read_compressed_runs(folder: Path, ending: str) -> None:
    """A run packed by us is read as one that is not."""
    run("clean", "in/a.txt", "-o", f"out{ending}", "--ledger")
    run("report", f"out{ending}")
    assert "The office was closed" in (folder / "out.report.html").read_text(encoding="utf-8")


def test_columns_keep_their_types_from_parquet_to_parquet(folder: Path) -> None:
    """Times, days, decimals and narrow numbers come out as what they were; what no JSON carries back, as text."""
    table = pa.table(
        {
            "text": [DAMAGED, DAMAGED],
            "at": pa.array([datetime(2024, 1, 5, 7, tzinfo=UTC), None], pa.timestamp("ns", "UTC")),
            "day": pa.array([date(2024, 1, 5), None], pa.date32()),
            "price": pa.array([Decimal("1.50"), None], pa.decimal128(9, 2)),
            "count": pa.array([1, None], pa.int32()),
            "hash": pa.array([2**64 - 1, None], pa.uint64()),
            "score": pa.array([0.5, None], pa.float32()),
            "days": pa.array([[date(2024, 1, 5)], []], pa.list_(pa.date32())),
            "raw": pa.array([b"\xff", None], pa.binary()),
            "never": pa.array([None, None], pa.int16()),
        }
    )
    pq.write_table(table, folder / "t.parquet")
    run("clean", "t.parquet", "-o", "out.parquet", "--ledger")
    found = pq.read_table(folder / "out.parquet").select(table.column_names)
    assert found.drop(["text", "raw"]).equals(table.drop(["text", "raw"]))
    assert found["raw"].to_pylist() == ["/w==", None]
    (folder / "u.jsonl").write_text('{"text": "Some text.", "day": "soon", "count": 7}\n', encoding="utf-8")
    run("clean", "t.parquet", "u.jsonl", "-o", "both.parquet")
    both = pq.read_table(folder / "both.parquet")
    assert both["day"].to_pylist() == ["2024-01-05", None, "soon"]
    assert both.schema.field("count").type == pa.int32()
