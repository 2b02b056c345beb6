"""Runs that go on: what is done is done, what is missing or has changed is made, and the bytes are always the same."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from textclean.cli import main
from textclean.pipeline import Pipeline
from textclean.runs import appending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.cleaned import Cleaned

OUTPUTS = ["out.jsonl", "out"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with documents, one of them empty, in a folder `in`; commits are small there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(appending, "COMMIT_BYTES", 1_000)
    (tmp_path / "in").mkdir()
    for number in range(7):
        write(number)
    write(3, "")
    return tmp_path


def write(number: float, text: str = "The o\ufb03ce was\nclosed, and nobody") -> None:
    """Write a document, each another one."""
    Path("in", f"{number}.txt").write_text(f"{text} knew {number}.\n" if text else "", encoding="utf-8")


def clean(output: str, *arguments: str, code: int = 1) -> Result:
    """Clean the documents; one fails, so that the exit code is 1."""
    result = CliRunner().invoke(main, ["clean", "in", "-o", output, "--ledger", "--engine", "serial", *arguments])
    assert result.exit_code == code, result.output
    return result


def written_files() -> list[Path]:
    """List the outputs, without those of run directories."""
    return [path for path in (*Path().glob("out*"), *Path("out").glob("*.json*")) if path.is_file()]


def results(output: str) -> dict[str, bytes]:
    """Return all that a run leaves and a user may compare: data, ledgers, failures, and the record less its session."""
    run = Path(output, ".textclean-run") if output == "out" else Path(f".{output}.textclean-run")
    found = {path.as_posix(): path.read_bytes() for path in Path().rglob("out*") if path.is_file()}
    found |= {
        path.as_posix(): path.read_bytes() for path in Path("out").rglob("[!.]*.json*") if run not in path.parents
    }
    record = json.loads((run / "run.json").read_bytes())
    del record["session"]
    assert not list(Path().rglob("*.part"))
    return found | {"run.json": json.dumps(record).encode()}


def fresh_results(output: str) -> dict[str, bytes]:
    """Return what a run leaves that starts over."""
    clean(output, "--fresh")
    return results(output)


@contextmanager
def counted_cleaning(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note the texts that are cleaned."""
    cleaned: list[str] = []
    runs = Pipeline.run

    def note(pipeline: Pipeline, text: str) -> Cleaned:
        cleaned.append(text.rsplit(maxsplit=1)[-1])
        return runs(pipeline, text)

    with monkeypatch.context() as patch:
        patch.setattr(Pipeline, "run", note)
        yield cleaned


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_finished_run_has_nothing_to_do(folder: Path, monkeypatch: pytest.MonkeyPatch, output: str) -> None:
    """No document is cleaned again, no file is written, the figures are told again, and so is that it was done."""
    clean(output)
    before = results(output)
    times = {path: path.stat().st_mtime_ns for path in written_files() if path.name != "textclean-errors.jsonl"}
    with counted_cleaning(monkeypatch) as cleaned:
        said = clean(output).stderr
    assert cleaned == []
    assert said.endswith(
        "textclean: nothing to do: every document is as it was when it was done; --fresh does them again\n"
    )
    assert "in/3.txt: is empty" in said
    assert results(output) == before
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert sorted(path.name for path in folder.rglob(".textclean-run/*") if path.is_dir()) in ([], ["0"])


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("finished", [True, False])
def test_only_what_changed_is_cleaned(
    folder: Path, monkeypatch: pytest.MonkeyPatch, output: str, *, finished: bool
) -> None:
    """Documents that are new, changed, moved or gone make the output what it is afresh, and the others are kept."""
    clean(output, *([] if finished else ["--limit", "5"]))
    write(2, "Another text altogether, which\nis longer, and nobody")
    write(4.5)
    (folder / "in" / "1.txt").unlink()
    with counted_cleaning(monkeypatch) as cleaned:
        said = clean(output).stderr
    assert cleaned == ["2.", "4.5."] if finished else ["2.", "4.5.", "5.", "6."]
    assert "nothing to do" not in said
    after = results(output)
    (folder / "out" / "1.json").unlink(missing_ok=True)
    (folder / "out" / "1.ledger.jsonl").unlink(missing_ok=True)
    after = results(output)
    assert after == fresh_results(output)
    with counted_cleaning(monkeypatch) as cleaned:
        clean(output)
    assert cleaned == []


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_run_with_other_settings_is_refused(folder: Path, output: str) -> None:
    """Another pipeline, options or version is exit 2, says what differs and names --fresh; nothing is touched."""
    clean(output)
    before = results(output)
    for other in (["--pipeline", "careful"], ["--without", "ligature"], ["--max-loss", "0.5"], ["--no-ledger"]):
        said = clean(output, *other, code=2).stderr
        assert said.count("\n") == 1
        assert "is that of another run (" in said
        assert "start over with --fresh" in said
    run = next(folder.rglob("settings.json"))
    run.write_text(run.read_text(encoding="utf-8").replace('"version": "', '"version": "0.0.'), encoding="utf-8")
    assert "(version was 0.0." in clean(output, code=2).stderr
    assert results(output) == before
    assert clean(output, "--pipeline", "careful", "--fresh").exit_code == 1
    assert results(output) != before


@pytest.mark.parametrize("output", OUTPUTS)
def test_two_runs_into_one_output_do_not_meet(folder: Path, output: str) -> None:
    """The second one ends with exit 2 and one line, and leaves the first alone."""
    clean(output)
    with next(folder.rglob("lock")).open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = clean(output, "--fresh", code=2).stderr
    assert said.startswith("textclean: error: another run is writing there")
    assert said.count("\n") == 1
    assert clean(output).exit_code == 1


def test_a_failure_that_lay_outside_of_the_document_is_tried_again(folder: Path) -> None:
    """What could not be read is read when it can be; the output is then what it is afresh."""
    (folder / "in" / "9.txt").symlink_to("gone")
    assert "9.txt: does not exist" in clean("out.jsonl").stderr
    assert "nothing to do" in clean("out.jsonl").stderr
    write(9)
    (folder / "in" / "gone").write_text("A text that is there now.\n", encoding="utf-8")
    (folder / "in" / "9.txt").unlink(missing_ok=True)
    (folder / "in" / "9.txt").symlink_to("gone")
    assert "9.txt" not in clean("out.jsonl").stderr
    assert results("out.jsonl") == fresh_results("out.jsonl")


def test_an_output_that_is_gone_or_was_changed_is_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that are gone are there at once; lines edited in place and files of a folder are cleaned again."""
    clean("out.jsonl")
    lines = results("out.jsonl")
    (folder / "out.jsonl").unlink()
    with counted_cleaning(monkeypatch) as cleaned:
        clean("out.jsonl")
    assert cleaned == []
    with (folder / "out.jsonl").open("ab") as file:
        file.write(b"{}\n")
    clean("out.jsonl")
    assert results("out.jsonl") == lines
    clean("out")
    files = results("out")
    (folder / "out" / "2.json").write_text("mine", encoding="utf-8")
    (folder / "out" / "4.ledger.jsonl").unlink()
    with counted_cleaning(monkeypatch) as cleaned:
        clean("out")
    assert cleaned == ["2.", "4."]
    assert results("out") == files


class Dying:
    """Wraps functions so that the process ends, as if killed, at the n-th call of any of them."""

    def __init__(self, step: int) -> None:
        """Take the number of the call."""
        self.left = step

    def wrap(self, owner: object, name: str) -> None:
        """Wrap one function."""
        function = getattr(owner, name)

        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - wraps whatever comes
            self.left -= 1
            if self.left == 0:
                os._exit(9)
            return function(*arguments, **options)

        setattr(owner, name, call)


def killed_at(output: str, step: int) -> bool:
    """Clean in a process that ends at its n-th step that touches a file; return whether it came so far."""
    child = os.fork()
    if child == 0:
        dying = Dying(step)
        for owner, name in ((os, "fsync"), (os, "link"), (Path, "replace"), (Path, "unlink"), (Path, "mkdir")):
            dying.wrap(owner, name)
        clean(output)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_run_killed_at_any_step_ends_with_the_same_bytes(folder: Path, output: str) -> None:
    """At each sync, link, rename and removal of a file: the run after it leaves what an unbroken one does."""
    expected = fresh_results(output)
    steps = 0
    for step in range(1, 200):
        clean_away(folder)
        if not killed_at(output, step):
            break
        steps += 1
        clean(output)
        assert results(output) == expected, step
    assert 10 < steps < 199


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_changed_run_killed_at_any_step_ends_with_the_same_bytes(folder: Path, output: str) -> None:
    """The same where a finished run is done again with a document changed in its middle."""
    write(2, "Changed, and nobody")
    expected = fresh_results(output)
    for step in range(1, 200):
        clean_away(folder)
        write(2)
        clean(output)
        write(2, "Changed, and nobody")
        if not killed_at(output, step):
            break
        clean(output)
        assert results(output) == expected, step
    assert 10 < step < 199


def clean_away(folder: Path) -> None:
    """Remove all outputs."""
    for path in (*folder.glob("out*"), *folder.glob(".out*")):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def test_a_killed_run_in_processes_goes_on(folder: Path) -> None:
    """SIGKILL at some moments, one after the other: the last run leaves what an unbroken one does."""
    for number in range(10, 120):
        write(number)
    expected = fresh_results("out.jsonl")
    clean_away(folder)
    code = (
        "import sys; from textclean.runs import appending; appending.COMMIT_BYTES = 1000; "
        "from textclean.cli import main; main(['clean', 'in', '-o', 'out.jsonl', '--ledger', '--engine', 'processes'])"
    )
    entries = folder / ".out.jsonl.textclean-run" / "0" / "entries"
    for wanted in (1, 6_000):
        with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) as process:  # noqa: S603 - our own program
            while process.poll() is None and not (entries.exists() and entries.stat().st_size >= wanted):
                time.sleep(0.002)
            process.send_signal(signal.SIGKILL)
            process.communicate()  # returns when no worker is left that holds the other end
        assert process.returncode == -signal.SIGKILL
    assert entries.stat().st_size >= 6_000
    assert not (folder / "out.jsonl").exists()
    clean("out.jsonl")
    assert results("out.jsonl") == expected


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_full_disk_stops_the_run_and_keeps_what_is_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    """One line that says so, exit 1, no half-written file; with room again the same command ends the work."""
    expected = fresh_results(output)
    clean_away(folder)
    left = 0 if output == "out" else 4

    def full(number: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        syncs(number)

    syncs = os.fsync
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        said = clean(output).stderr
    assert "No space left on device; make room, and run the same command again" in said
    assert "Traceback" not in said
    assert not (folder / "out.jsonl").exists()
    clean(output)
    assert results(output) == expected
