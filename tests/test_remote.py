"""Places on other machines, by any protocol of fsspec: here one that needs no network, `memory://`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from textclean.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

pytest.importorskip("upath", reason="universal-pathlib is not installed")
fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")

DAMAGED = "The o\ufb03ce was closed\u200b.\r\n"
CLEAN = "The office was closed.\n"


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return a store with two texts, a table, and what no search should find; run directories go to a place of ours."""
    monkeypatch.chdir(tmp_path)
    store = fsspec.filesystem("memory")
    for name in ("in/a.txt", "in/deep/b.md", "in/.hidden/c.txt", "in/old.ledger.jsonl", "in/d.csv"):
        store.pipe_file(name, DAMAGED.encode())
    store.pipe_file("in/deep/t.jsonl", json.dumps({"text": DAMAGED}).encode() + b"\n")
    yield store
    store.store.clear()
    store.pseudo_dirs[:] = [""]


def run(*arguments: str, code: int = 0) -> Result:
    """Call the command line and expect an exit code."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize(
    ("argument", "found"),
    [
        ("memory://in", ["memory:///in/a.txt", "memory:///in/deep/b.md", "memory:///in/deep/t.jsonl:1"]),
        ("memory://in/*.txt", ["memory:///in/a.txt"]),
        ("memory://in/**/*.md", ["memory:///in/deep/b.md"]),
        ("memory://in/d*", ["memory:///in/d.csv", "memory:///in/deep/b.md", "memory:///in/deep/t.jsonl:1"]),
        ("memory://in/a.txt", ["memory://in/a.txt"]),
    ],
)
@pytest.mark.usefixtures("memory")
def test_files_folders_and_patterns_elsewhere_are_documents(tmp_path: Path, argument: str, found: list[str]) -> None:
    """In the order of their names, hidden ones and ledgers passed by, tables row by row."""
    run("clean", argument, "-o", str(tmp_path / "out.jsonl"), code=int("d*" in argument))
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["path"] if "path" in line else line["source"]["path"] for line in lines] == found


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "parquet"])
def test_outputs_elsewhere_are_those_that_stand_here(memory: Any, tmp_path: Path, ending: str) -> None:  # noqa: ANN401
    """The same bytes, shards too, and the sources come back from there."""
    arguments = ("clean", "memory://in", "--ledger", "--shards", "2", "-o")
    run(*arguments, f"memory://out/rows.{ending}")
    run(*arguments, str(tmp_path / f"rows.{ending}"))
    here = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert {name.rpartition("/")[2]: memory.cat_file(name) for name in memory.find("out")} == here
    run("restore", f"memory://out/rows.{ending}", "-o", str(tmp_path / "back"))
    assert (tmp_path / "back" / "a.txt").read_bytes() == DAMAGED.encode()
    assert json.loads((tmp_path / "back" / "deep" / "t.jsonl").read_bytes()) == {"text": DAMAGED}


def test_a_folder_elsewhere_gets_a_file_a_document(memory: Any) -> None:  # noqa: ANN401
    """Under their relative names; a second run over the same store does not take its results for documents."""
    for _ in range(2):
        run("clean", "memory://in", "-o", "memory://in/out", "--to", "txt", "--ledger")
    assert sorted(memory.find("in/out")) == [
        "/in/out/a.ledger.jsonl",
        "/in/out/a.txt",
        "/in/out/deep/b.ledger.jsonl",
        "/in/out/deep/b.txt",
        "/in/out/deep/t.jsonl/00000001.ledger.jsonl",
        "/in/out/deep/t.jsonl/00000001.txt",
    ]
    assert memory.cat_file("in/out/deep/b.txt").decode() == CLEAN
    assert "3 sources would come back" in run("restore", "memory://in/out", "--check").stderr


def test_sources_elsewhere_are_never_overwritten(memory: Any) -> None:  # noqa: ANN401
    """An output that is an input is refused there as it is here."""
    said = run("clean", "memory://in/a.txt", "-o", "memory://in/a.txt", code=2).stderr
    assert "output 'memory://in/a.txt' is the input" in said
    assert memory.cat_file("in/a.txt") == DAMAGED.encode()


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("memory://nowhere/a.txt", "memory://nowhere/a.txt: does not exist; check the path"),
        ("memory://in/*.pdf", "memory://in/*.pdf: holds no file that matches"),
        ("nosuch://a.txt", "nosuch://a.txt: cannot be reached by nosuch: Protocol not known: nosuch"),
    ],
)
@pytest.mark.usefixtures("memory")
def test_what_cannot_be_reached_is_one_line(argument: str, said: str) -> None:
    """And costs itself alone."""
    result = run("check", argument, "memory://in/a.txt", code=1)
    assert result.stderr.startswith(f"textclean: error: {said}")
    assert result.stderr.count("\n") == 2


def test_an_output_that_cannot_be_reached_is_one_line() -> None:
    """Exit 2, before anything is read."""
    said = run("clean", "gone.txt", "-o", "nosuch://out.jsonl", code=2).stderr
    assert said.startswith("textclean: error: output 'nosuch://out.jsonl' cannot be reached by nosuch")
    assert "not to memory://back" in run("restore", "out.jsonl", "-o", "memory://back", code=2).stderr


def test_the_client_that_is_missing_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, exit code 2."""
    monkeypatch.setattr("textclean.extras.find_spec", lambda _: None)
    said = run("clean", "s3://bucket/a.txt", code=2).stderr
    assert said == "textclean: error: s3:// paths need s3fs: pip install 'textclean-toolkit[remote]'\n"
