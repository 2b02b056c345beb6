"""Inputs and outputs in S3: against a server that speaks its protocol, on this machine, through s3fs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from foreign import DAMAGED
from textclean.cli import main
from textclean.io.lines.writer import open_lines
from textclean.io.places import place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

server = pytest.importorskip("moto.server", reason="moto is not installed")
s3fs = pytest.importorskip("s3fs", reason="s3fs is not installed")
pytest.importorskip("upath", reason="universal-pathlib is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

ROWS = [{"id": number, "text": f"{DAMAGED} {number}", "link": f"https://example.org/{number}"} for number in range(30)]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """Run the server on a free port, and have every client find it as users have it found: by the environment."""
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "testing")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        yield f"http://{host}:{port}"
        s3fs.S3FileSystem.clear_instance_cache()
    running.stop()


@pytest.fixture
def bucket(endpoint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401, ARG001 - of s3fs
    """Return the store with texts and tables in a new bucket; run directories go to a place of ours."""
    monkeypatch.chdir(tmp_path)
    store = s3fs.S3FileSystem()
    if store.exists("news"):
        store.rm("news", recursive=True)
    store.mkdir("news")
    store.pipe("news/in/a.txt", DAMAGED.encode())
    store.pipe("news/in/deep/b.md", DAMAGED.encode())
    store.pipe("news/in/deep/t.jsonl", "".join(json.dumps(row) + "\n" for row in ROWS).encode())
    return store


def run(*arguments: str, code: int = 0) -> Result:
    """Call the command line and expect an exit code."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize(
    ("argument", "found"),
    [
        ("s3://news/in", ["s3://news/in/a.txt", "s3://news/in/deep/b.md", "s3://news/in/deep/t.jsonl:1"]),
        ("s3://news/in/*.txt", ["s3://news/in/a.txt"]),
        ("s3://news/in/**/*.jsonl", ["s3://news/in/deep/t.jsonl:1", "s3://news/in/deep/t.jsonl:2"]),
    ],
)
@pytest.mark.usefixtures("bucket")
def test_folders_and_patterns_of_a_bucket_are_documents(tmp_path: Path, argument: str, found: list[str]) -> None:
    """In the order of their names, tables row by row."""
    run("clean", argument, "-o", str(tmp_path / "out.jsonl"))
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines][: len(found)] == found


def test_shards_in_a_bucket_are_those_on_disk_and_lead_back(bucket: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """By two processes, whole objects with the same bytes; sources come back from the bucket."""
    arguments = ["clean", "s3://news/in", "--ledger", "--shards", "2", "--url-key", "link", "-o"]
    command = [sys.executable, "-m", "textclean", *arguments, "s3://news/out/rows.parquet"]
    subprocess.run([*command, "--engine", "processes", "--jobs", "2"], check=True, env=os.environ)  # noqa: S603 - our own program
    run(*arguments, str(tmp_path / "rows.parquet"))
    bucket.invalidate_cache()
    assert {name.rpartition("/")[2]: bucket.cat(name) for name in bucket.find("news/out")} == {
        path.name: path.read_bytes() for path in tmp_path.glob("[!.]*")
    }
    assert pq.read_table(tmp_path / "rows-00001-of-00002.parquet").column("url")[-1].as_py() == ROWS[-1]["link"]
    run("restore", "s3://news/out/rows.parquet", "-o", str(tmp_path / "back"))
    back = (tmp_path / "back" / "deep" / "t.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line) for line in back.splitlines()] == ROWS


def test_a_folder_of_a_bucket_gets_a_file_a_document(bucket: Any) -> None:  # noqa: ANN401
    """Under the relative names; a failure is listed beside them."""
    bucket.pipe("news/in/empty.txt", b"")
    run("clean", "s3://news/in", "--glob", "*.txt", "-o", "s3://news/out", "--to", "txt", code=1)
    bucket.invalidate_cache()
    assert [name.removeprefix("news/out/") for name in bucket.find("news/out")] == ["a.txt", "textclean-errors.jsonl"]
    assert json.loads(bucket.cat("news/out/textclean-errors.jsonl"))["path"] == "s3://news/in/empty.txt"


def test_an_object_appears_whole_or_not_at_all(bucket: Any) -> None:  # noqa: ANN401
    """While lines are written nothing is there, and a run that breaks leaves what was there before."""
    out = place("s3://news/out.jsonl")
    with suppress(ZeroDivisionError), open_lines(out) as lines:
        lines.write(b'{"text": "a"}\n' * 1_000_000)
        raise ZeroDivisionError
    bucket.invalidate_cache()
    assert not bucket.exists("news/out.jsonl")
    with open_lines(out) as lines:
        lines.write(b'{"text": "a"}\n')
        assert not bucket.exists("news/out.jsonl")
    bucket.invalidate_cache()
    assert bucket.cat("news/out.jsonl") == b'{"text": "a"}\n'


@pytest.mark.usefixtures("bucket")
def test_what_a_store_refuses_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key and a bucket that are not there, an output in one, and a server that does not answer."""
    assert "s3://news/gone.txt: does not exist" in run("check", "s3://news/gone.txt", code=1).stderr
    assert "s3://nowhere/*.txt: " in run("check", "s3://nowhere/*.txt", code=1).stderr
    said = run("clean", "s3://news/in/a.txt", "-o", "s3://nowhere/out.jsonl", code=1).stderr
    assert said.count("\n") == 1
    assert said.startswith("textclean: error: ")
    s3fs.S3FileSystem.clear_instance_cache()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    said = run("check", "s3://news/in/a.txt", code=1).stderr
    assert said.startswith("textclean: error: s3://news/in/a.txt: cannot be reached by s3: Could not connect")
    s3fs.S3FileSystem.clear_instance_cache()
