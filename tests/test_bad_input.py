"""Bad input: each is one line on standard error, with the file and the remedy; the rest goes on, nothing is lost."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from textclean.cli import main
from textclean.io.discovery import PATTERNS
from textclean.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from textclean.cleaned import Cleaned

GOOD = "A good text, with an o\ufb03ce in it.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """Call the command line; an exception that is no exit is a failure of the test."""
    result = CliRunner().invoke(main, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.stderr
    return result


def make_loop(folder: Path) -> None:
    """Make two links that point to each other."""
    (folder / "bad.txt").symlink_to("other.txt")
    (folder / "other.txt").symlink_to("bad.txt")


def make_file(data: bytes) -> Callable[[Path], None]:
    """Return what writes a bad file."""

    def write(folder: Path) -> None:
        (folder / "bad.txt").write_bytes(data)

    return write


CASES = {
    "empty": (make_file(b"\n \n"), "EmptyDocumentError", "is empty; leave it out"),
    "only a mark": (make_file(b"\xef\xbb\xbf\n"), "EmptyDocumentError", "is empty; leave it out"),
    "a NUL byte": (
        make_file(b"a text\x00 with one"),
        "NotTextError",
        "holds a NUL byte at offset 6; if it is text, remove",
    ),
    "UTF-16, no mark": (make_file("some text".encode("utf-16-le")), "NotTextError", "iconv -f UTF-16LE -t UTF-8"),
    "UTF-16, cut": (
        make_file(b"\xff\xfea\x00b"),
        "NotTextError",
        "says that it is UTF-16-LE, but is not so at offset 4",
    ),
    "UTF-16 with NUL": (make_file(b"\xff\xfea\x00\x00\x00"), "NotTextError", "holds a NUL character"),
    "binary": (make_file(bytes(range(1, 256)) * 4), "NotTextError", "is binary, not text; convert it"),
    "a PDF": (make_file(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "NotTextError", "is a PDF; convert it to text first"),
    "a ZIP": (
        make_file(b"PK\x03\x04\x14\x00"),
        "NotTextError",
        "is a ZIP archive or an Office or EPUB file; unpack it",
    ),
    "a symlink loop": (make_loop, "UnreadableError", "is a symlink loop; remove the link"),
    "a link to nothing": (
        lambda folder: (folder / "bad.txt").symlink_to("gone"),
        "UnreadableError",
        "does not exist; check",
    ),
    "a pipe": (lambda folder: os.mkfifo(folder / "bad.txt"), "UnreadableError", "is no regular file; leave it out"),
    "a folder": (lambda folder: (folder / "bad.txt" / "bad.txt").mkdir(parents=True), None, ""),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_a_bad_document_is_told_in_one_line_and_kept_as_a_record(folder: Path, case: str, output: str) -> None:
    """The file and the remedy are named once, the batch goes on, the exit code is 1, outputs hold path and reason."""
    make, error, reason = CASES[case]
    (folder / "in").mkdir()
    make(folder / "in")
    (folder / "in" / "zgood.txt").write_text(GOOD, encoding="utf-8")
    result = run("clean", "in", "-o", output, "--ledger", "-q")
    if error is None:
        assert (result.exit_code, result.stderr) == (0, "")
        return
    assert result.exit_code == 1
    lines = [line for line in result.stderr.splitlines() if "bad.txt" in line]
    assert len(lines) == 1
    assert lines[0].startswith("textclean: error: in/bad.txt: ")
    assert reason in lines[0]
    records = folder / "out" / "textclean-errors.jsonl" if output == "out" else folder / output
    found = [json.loads(line) for line in records.read_bytes().split(b"\n") if b'"error":' in line]
    assert [(one["error"], one["reason"]) for one in found if one["path"] == "in/bad.txt"] == [
        (error, lines[0].split(": ", 3)[3])
    ]
    if output == "out":
        assert {path.name for path in (folder / "out").iterdir()} == {
            ".textclean-run",
            "textclean-errors.jsonl",
            "zgood.json",
            "zgood.ledger.jsonl",
        }
    assert run("restore", output, "--check").exit_code == 0


def test_what_the_system_refuses_to_open_is_an_error_record(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No permission is one line (simulated: tests may run as root)."""
    (folder / "bad.txt").write_text(GOOD, encoding="utf-8")
    opens = Path.open

    def refuse(path: Path, *arguments: str, **options: str) -> object:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opens(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    result = run("clean", "bad.txt", "-o", "out.jsonl", "-q")
    assert result.exit_code == 1
    assert result.stderr == "textclean: error: bad.txt: may not be read; check its permissions\n"


@pytest.mark.parametrize(
    ("argument", "reason"),
    [
        ("gone.txt", "gone.txt: does not exist; check the path"),
        ("*.nothing", "*.nothing: matches no file; check the pattern"),
        (
            "bare",
            f"bare: holds no file that matches {' '.join(PATTERNS)}; name another folder, or --glob",
        ),
        ("rows.csv", "rows.csv: is .csv, not plain text or Markdown; extract its text first"),
        ("", ": the empty name names nothing; is a variable unset?"),
        ("a\0b", "a\\x00b: cannot be read: embedded null byte"),
    ],
)
def test_what_is_not_there_is_told(folder: Path, argument: str, reason: str) -> None:
    """A path, a pattern or a folder that leads to no document is one line, and exit 1."""
    (folder / "bare").mkdir()
    (folder / "rows.csv").write_text("a,b\n", encoding="utf-8")
    result = run("clean", argument, "-o", "out.jsonl", "-q")
    assert (result.exit_code, result.stderr) == (1, f"textclean: error: {reason}\n")


def test_a_folder_that_contains_itself_is_told_once(folder: Path) -> None:
    """A link to a folder above is one error; a second way into a folder is not walked again."""
    (folder / "in" / "deep").mkdir(parents=True)
    (folder / "in" / "deep" / "a.txt").write_text(GOOD, encoding="utf-8")
    (folder / "in" / "deep" / "up").symlink_to("..")
    (folder / "in" / "twin").symlink_to("deep")
    result = run("clean", "in", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.count("in/deep/up: is a symlink loop; remove the link") == 1
    assert (folder / "out" / "deep" / "a.json").exists()


def test_a_document_larger_than_the_limit_is_refused_before_it_fills_memory(folder: Path) -> None:
    """The size is checked, the limit is an option, and the message names it."""
    (folder / "long.txt").write_text("word " * 500_000, encoding="utf-8")
    result = run("clean", "long.txt", "-o", "out.jsonl", "--max-megabytes", "2")
    assert result.exit_code == 1
    assert "long.txt: is larger than 2 MB; split it, or raise --max-megabytes" in result.stderr
    assert run("clean", "long.txt", "--to", "txt").exit_code == 0


@pytest.mark.parametrize("data", ["“quoted” and naïve".encode("cp1252"), b"\xef\xbb\xbfmarked, then \x93broken\x94"])
def test_what_is_not_utf_8_says_what_was_assumed(folder: Path, data: bytes) -> None:
    """It is read as Windows-1252, with a warning on standard error and one in the article; the bytes come back."""
    (folder / "old.txt").write_bytes(data)
    result = run("clean", "old.txt", "-o", "out.jsonl", "--ledger")
    assert result.exit_code == 0
    assert "textclean: warning: old.txt: is not UTF-8; read as Windows-1252" in result.stderr
    article = json.loads((folder / "out.jsonl").read_text(encoding="utf-8"))
    assert article["source"]["encoding"] == "windows-1252"
    (warning,) = [one for one in article["warnings"] if one["code"] == "assumed-encoding"]
    assert warning["message"].endswith("is not UTF-8; the document was read as Windows-1252")
    run("restore", "out.jsonl", "-o", "back")
    assert (folder / "back" / "old.txt").read_bytes() == data


def test_a_bug_in_a_cleaner_costs_its_document_and_not_the_batch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any exception becomes a record with its name and the path; the others are cleaned."""
    runs = Pipeline.run

    def fail(pipeline: Pipeline, text: str) -> Cleaned:
        if "bomb" in text:
            message = "division by\nzero"
            raise ZeroDivisionError(message)
        return runs(pipeline, text)

    monkeypatch.setattr(Pipeline, "run", fail)
    (folder / "a.txt").write_text("a bomb", encoding="utf-8")
    (folder / "b.txt").write_text(GOOD, encoding="utf-8")
    result = run("clean", "a.txt", "b.txt", "-o", "out.jsonl", "-q")
    assert result.exit_code == 1
    assert result.stderr.startswith("textclean: error: a.txt: ZeroDivisionError at ")
    assert "division by zero; this is a bug" in result.stderr
    first, second = map(json.loads, (folder / "out.jsonl").read_text(encoding="utf-8").strip().split("\n"))
    assert (first["path"], first["error"]) == ("a.txt", "ZeroDivisionError")
    assert second["source"]["path"] == "b.txt"


USAGE = {
    "unknown cleaner": (["--cleaner", "unwrap-latx"], "unknown cleaner 'unwrap-latx'; did you mean 'unwrap-latex'?"),
    "unknown pipeline": (["--pipeline", "standart"], "unknown pipeline 'standart'; did you mean 'standard'?"),
    "unknown option": (["--pipelin", "x"], "No such option"),
    "no output": (["-o", ""], "the output has an empty name"),
    "unknown form": (["--to", "pdf"], "'pdf' is not one of"),
    "bad date": (["--as-of", "tomorrow"], "option 'as-of'"),
    "bad size": (["--max-megabytes", "-1"], "option 'max-megabytes'"),
    "a folder that is a file": (["-o", "taken"], "output folder 'taken' is a file; name another"),
    "a folder below a file": (["-o", "taken/x"], "cannot make output folder 'taken/x'"),
    "an output that is the input": (["-o", "a.txt"], "output 'a.txt' is the input 'a.txt'; name another"),
    "an output that is the input by another name": (["-o", "link.txt"], "output 'link.txt' is the input 'a.txt'"),
    "lines into a folder": (["-o", "out", "--to", "jsonl"], "write -o out.jsonl instead of -o out"),
    "two forms": (["-o", "out.md", "--to", "txt"], "-o out.md and --to txt do not fit"),
    "a ledger beside nothing": (
        ["--ledger"],
        "--json and --ledger need an output beside standard output: name one with -o",
    ),
    "a summary among documents": (["--json"], "name one with -o"),
    "several into one": (["b.txt", "-o", "out.md"], "2 documents as .md do not go to -o out.md: name a folder"),
}


@pytest.mark.parametrize("case", USAGE)
def test_a_wrong_call_is_one_line_and_writes_nothing(folder: Path, case: str) -> None:
    """Exit 2, one line, the nearest known name where a name is wrong, and no file made or changed."""
    arguments, message = USAGE[case]
    for name in ("a.txt", "b.txt", "taken"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    os.link(folder / "a.txt", folder / "link.txt")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = run("clean", "a.txt", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("textclean: error: ")
    assert result.stderr.count("\n") == 1
    assert message in result.stderr
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_an_unknown_command_names_the_nearest(folder: Path) -> None:
    """A slip in the command's name is one line."""
    result = run("cleen", str(folder))
    assert (result.exit_code, result.stderr) == (
        2,
        "textclean: error: unknown command 'cleen'; did you mean 'clean'?\n",
    )


def test_two_inputs_with_one_output_name_keep_their_folders(folder: Path) -> None:
    """What would share a name is written under its relative folder instead, and comes back under it."""
    for name in ("one/a.txt", "two/a.txt"):
        (folder / name).parent.mkdir()
        (folder / name).write_text(f"{name}: {GOOD}", encoding="utf-8")
    assert run("clean", "one/a.txt", "two/a.txt", "-o", "out", "--to", "txt", "--ledger").exit_code == 0
    assert (
        (folder / "out" / "one" / "a.txt")
        .read_text(encoding="utf-8")
        .startswith("one/a.txt: A good text, with an office")
    )
    assert run("clean", "one", "two", "-o", "out.jsonl", "--ledger").exit_code == 0
    assert run("restore", "out.jsonl", "-o", "back").exit_code == 0
    assert (folder / "back" / "two" / "a.txt").read_bytes() == (folder / "two" / "a.txt").read_bytes()


def test_two_inputs_that_cannot_be_kept_apart_are_an_error_before_anything_is_written(folder: Path) -> None:
    """The same name with two suffixes is told, with the way out."""
    for name in ("a.txt", "a.md"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    result = run("clean", "a.txt", "a.md", "-o", "out")
    assert result.exit_code == 2
    assert "a.txt and a.md would both be out/a.json; rename one, or write to a .jsonl file" in result.stderr
    assert not (folder / "out").exists()


def test_a_name_that_cannot_be_written_costs_its_document(folder: Path) -> None:
    """A failing write is an error record; the others are written."""
    (folder / f"{'n' * 251}.txt").write_text(GOOD, encoding="utf-8")
    (folder / "a.txt").write_text(GOOD, encoding="utf-8")
    result = run("clean", ".", "-o", "out")
    assert result.exit_code == 1
    assert "cannot be written to" in result.stderr
    assert (folder / "out" / "a.json").exists()


def test_a_file_name_that_is_not_utf_8_is_written_as_escapes(folder: Path) -> None:
    """Outputs stay valid JSON, and the source comes back under its own name."""
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / name).write_text(GOOD, encoding="utf-8")
    assert run("clean", ".", "-o", "out.jsonl", "--ledger").exit_code == 0
    assert json.loads((folder / "out.jsonl").read_bytes())["source"]["path"] == "caf\\xe9.txt"
    assert run("restore", "out.jsonl", "-o", "back").exit_code == 0
    assert (folder / "back" / name).read_bytes() == (folder / name).read_bytes()
