"""What a batch takes, warns of, tells on its way, and records when it is done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from textclean.cli import main, progress
from textclean.edits import Edit
from textclean.io.discovery import Input
from textclean.io.sampling import parse_sample, sample_documents
from textclean.loss import heavy_loss
from textclean.pipeline import Pipeline
from textclean.presets import CAREFUL, STANDARD
from textclean.registry import cleaner, forget_cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.registry import Cleaner

TEXT = "The o\ufb03ce was closed for the day, and nobody knew why it was so.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with a few documents in a folder `in`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in "abcde":
        (tmp_path / "in" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def greedy() -> Iterator[Cleaner]:
    """Return a cleaner that removes the second half of a text that asks for it."""

    @cleaner(reasons={"greedy.half"})
    def take_half(text: str) -> Iterator[Edit]:
        if text.rstrip().endswith("Halve me."):
            yield Edit(len(text) // 2, len(text), "", "greedy.half")

    yield take_half
    forget_cleaner("take_half")


def clean(*arguments: str, code: int = 0) -> Result:
    """Call `clean` on the folder and expect an exit code."""
    result = CliRunner().invoke(main, ["clean", "in", *arguments])
    assert result.exit_code == code, result.output
    return result


def test_a_document_that_loses_many_letters_is_kept_flagged_and_named(folder: Path, greedy: Cleaner) -> None:
    """Its cleaned text is written, with a warning; the summary names it; a higher bound lets it pass."""
    (folder / "in" / "c.txt").write_text(f"{TEXT * 3}Halve me.\n", encoding="utf-8")
    chosen = ("--cleaner", greedy.name)
    result = clean("-o", "out.jsonl", *chosen)
    assert "textclean: warning: lost many of their letters, and were kept: in/c.txt\n" in result.stderr
    articles = [json.loads(line) for line in (folder / "out.jsonl").read_bytes().splitlines()]
    warned = [one["source"]["path"] for one in articles if "heavy-loss" in {w["code"] for w in one["warnings"]}]
    assert warned == ["in/c.txt"]
    assert articles[2]["cleaning"]["edits"] == {"greedy.half": 1}
    assert json.loads((folder / ".out.jsonl.textclean-run" / "run.json").read_bytes())["heavy-losses"] == ["in/c.txt"]
    assert "lost many" not in clean("-o", "lax.jsonl", *chosen, "--max-loss", "0.6").stderr
    assert "option 'max-loss'" in clean("-o", "wrong.jsonl", "--max-loss", "30", code=2).stderr


def test_letters_of_what_was_recognised_are_no_loss(greedy: Cleaner) -> None:
    """Placeholders, furniture, codes and markup may be most of a text; the same share of its words may not."""
    placeholders = "*Image not found or type unknown*\n\n" * 20 + "A short text.\n"
    assert len(STANDARD(placeholders)) < 20
    assert heavy_loss(STANDARD.run(placeholders)) is None
    mojibake = "Привет, мир, как у тебя дела сегодня.\n".encode().decode("cp1251")
    assert heavy_loss(STANDARD.run(mojibake)) is None
    assert heavy_loss(Pipeline(greedy).run(f"{mojibake} Halve me.")) is not None
    assert heavy_loss(Pipeline(greedy).run(f"{TEXT} Halve me."), 0.6) is None


def test_a_sample_depends_on_names_alone() -> None:
    """Order and company of the documents do not matter, and a larger sample holds the smaller one."""
    inputs = [Input(f"in/{number}.txt", f"{number}.txt") for number in range(2_000)]
    tenth, half = (list(sample_documents(inputs, share)) for share in (0.1, 0.5))
    assert 150 < len(tenth) < 250
    assert set(tenth) < set(half)
    assert list(sample_documents(reversed(inputs), 0.1)) == tenth[::-1]
    assert list(sample_documents(inputs[500:], 0.1)) == [one for one in tenth if int(one.name[:-4]) >= 500]
    hundred = list(sample_documents(inputs, 100))
    assert len(hundred) == 100
    assert set(hundred) <= set(tenth)
    assert hundred == sorted(hundred, key=inputs.index)
    assert len(list(sample_documents(inputs, parse_sample("100%")))) == 2_000


def test_limit_and_sample_choose_what_is_cleaned(folder: Path) -> None:
    """--limit takes the first, --sample the same ones always; a later run without them keeps what is done."""
    clean("-o", "out", "--limit", "2")
    assert sorted(path.name for path in (folder / "out").glob("*.json")) == ["a.json", "b.json"]
    figures = json.loads(clean("-o", "three", "--sample", "3", "--json").stdout)
    assert figures["documents"] == 3
    clean("-o", "out", "-q")
    assert len(list((folder / "out").glob("*.json"))) == 5
    for wrong in ("0", "-1", "1.5", "101%", "some"):
        assert "neither a share" in clean("-o", "none", "--sample", wrong, code=2).stderr


def test_a_finished_run_leaves_its_record(folder: Path) -> None:
    """run.json has counts, edits by reason, failures by kind, settings, versions, and seconds by cleaner."""
    (folder / "in" / "bad.txt").write_bytes(b"")
    clean("-o", "out", "--pipeline", "careful", code=1)
    record = json.loads((folder / "out" / ".textclean-run" / "run.json").read_bytes())
    assert [record[key] for key in ("documents", "changed", "failed")] == [6, 5, 1]
    assert record["edits"] == {"ligature.latin": 5}
    assert record["failures"] == {"EmptyDocumentError": 1}
    assert record["settings"]["pipeline"]["name"] == "careful"
    assert record["versions"]["ftfy"]
    assert set(record["session"]["seconds-by-cleaner"]) == {step.name for step in CAREFUL}


def test_a_long_run_without_a_terminal_says_how_far_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Now and then a line: documents, bytes, rate, failures, time left; quiet runs and short ones say nothing."""
    (folder / "in" / "bad.txt").write_bytes(b"")
    assert "/s" not in clean("-o", "short.jsonl", code=1).stderr
    monkeypatch.setattr(progress, "FIRST_LINE", 0.0)
    monkeypatch.setattr(progress, "NEXT_LINE", 0.0)
    lines = [line for line in clean("-o", "out.jsonl", code=1).stderr.splitlines() if "/s" in line]
    assert len(lines) == 6
    assert lines[2].startswith("textclean: 3/6 documents, 0.0 MB, ")
    assert ", 1 failed, " in lines[2]
    assert lines[2].endswith(" left")
    assert "/s" not in clean("-o", "quiet.jsonl", "-q", code=1).stderr
