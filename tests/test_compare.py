"""`textclean compare`: two runs, or two pipelines, and what differs between them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from textclean.cleaners import expand_ligatures
from textclean.cli import main
from textclean.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.registry import Finding
    from textclean.structure import Structure

TEXTS = {
    "effort.txt": "The e\ufb00ort was made.\n\nNobody knew why it was.\n",
    "final.txt": "The \ufb01nal lamp was lit.\n\nNobody knew why it was.\n",
    "office.txt": "The o\ufb03ce was closed.\n\nNobody knew why it was.\n",
    "plain.txt": "A text that needs nothing.\n",
    "wrapped.txt": "# A log\n\nThe keeper wrote the day's figures into the\nlong green book, and he wrote slowly.\n",
}

NEEDED = {".parquet": "pyarrow", ".jsonl.zst": "zstandard"}
"""What some endings need."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with a folder `in` of damaged and sound documents."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str, code: int = 0) -> Result:
    """Call the command line and expect an exit code."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result


def compared(*arguments: str, code: int = 0) -> dict[str, Any]:
    """Return a comparison as JSON tells it."""
    told: dict[str, Any] = json.loads(run("compare", *arguments, "--json", "-q", code=code).stdout)
    return told


def mutate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the cleaner of ligatures spell one of them wrong, and nothing else."""
    find = expand_ligatures._find  # noqa: SLF001 - a mutant has no other way in

    def mutant(text: str, structure: Structure) -> Iterator[Finding]:
        for one in find(text, structure):
            yield one._replace(replacement="fi") if isinstance(one, Edit) and one.replacement == "ffi" else one

    monkeypatch.setattr(expand_ligatures, "_find", mutant)


@pytest.mark.parametrize("ending", ["", ".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"])
def test_a_mutated_cleaner_is_found_by_exactly_what_it_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """One document differs, its reason is named with an edit more and one fewer, and its text is the field."""
    if ending in NEEDED:
        pytest.importorskip(NEEDED[ending], reason=f"{NEEDED[ending]} is not installed")
    old, new = f"old{ending}", f"new{ending}"
    run("clean", "in", "-o", old, "--ledger", "-q")
    mutate(monkeypatch)
    run("clean", "in", "-o", new, "--ledger", "-q")
    told = compared(old, new)
    assert [one["path"] for one in told["differing"]] == ["in/office.txt"]
    assert told["reasons"] == [{"reason": "ligature.latin", "more": 1, "fewer": 1, "documents": 1}]
    assert told["documents"] | {"same": 4, "changed": 1} == told["documents"]
    assert told["differing"][0]["characters"] == 1
    assert {"text", "title"} <= {field["field"] for field in told["fields"]}
    assert folder.exists()


@pytest.mark.usefixtures("folder")
def test_two_pipelines_are_compared_over_one_input(folder: Path) -> None:
    """A preset and a settings file each clean the inputs; what one rule does is what differs."""
    (folder / "new.toml").write_text('without = ["ligature"]\n', encoding="utf-8")
    told = compared("--pipeline", "standard", "--pipeline", "new.toml", "in")
    assert sorted(one["path"] for one in told["differing"]) == ["in/effort.txt", "in/final.txt", "in/office.txt"]
    assert told["reasons"] == [{"reason": "ligature.latin", "more": 0, "fewer": 3, "documents": 3}]
    assert (told["old"], told["new"]) == ("standard", "new.toml")


def test_two_pipelines_are_compared_over_the_rows_of_a_table(folder: Path) -> None:
    """Each row is a document, named by its line."""
    rows = (json.dumps({"text": text}) for text in TEXTS.values())
    (folder / "rows.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    told = compared("--pipeline", "standard", "--pipeline", "careful", "rows.jsonl")
    assert [one["path"] for one in told["differing"]] == ["rows.jsonl:5"]


@pytest.mark.usefixtures("folder")
def test_without_ledgers_the_counts_of_each_article_are_compared() -> None:
    """Reasons and fields are told from the articles alone; the largest difference comes first."""
    run("clean", "in", "-o", "old.jsonl", "-q")
    run("clean", "in", "-o", "new.jsonl", "-q", "--pipeline", "careful")
    told = compared("old.jsonl", "new.jsonl")
    assert [one["path"] for one in told["differing"]] == ["in/wrapped.txt"]
    assert {row["reason"]: row["fewer"] for row in told["reasons"]} == {"wrap.join": 1}


def test_edits_that_moved_are_one_more_and_one_fewer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With ledgers, a run that makes as many edits, but elsewhere, is not the same."""
    (folder / "in" / "office.txt").write_text("The o\ufb03ce of the o\ufb03cer was closed.\n", encoding="utf-8")
    find = expand_ligatures._find  # noqa: SLF001 - a mutant has no other way in
    for name, kept in (("old.jsonl", 0), ("new.jsonl", 1)):

        def mutant(text: str, structure: Structure, kept: int = kept) -> list[Finding]:
            return list(find(text, structure))[kept : kept + 1] if text.count("\ufb03") > 1 else []

        monkeypatch.setattr(expand_ligatures, "_find", mutant)
        run("clean", "in", "-o", name, "--ledger", "-q", "--cleaner", "expand-ligatures")
    (one,) = compared("old.jsonl", "new.jsonl")["differing"]
    assert one["more"] == one["fewer"] == {"ligature.latin": 1}


def test_documents_come_and_go_and_fail(folder: Path) -> None:
    """Added, gone, failed and recovered documents are told as such, wherever they stand in the run."""
    (folder / "in" / "aaa.txt").write_bytes(b"")
    run("clean", "in", "-o", "old.jsonl", "--ledger", "-q", code=1)
    (folder / "in" / "aaa.txt").write_text("It stands here now.\n", encoding="utf-8")
    (folder / "in" / "plain.txt").write_bytes(b"%PDF-1.7")
    (folder / "in" / "final.txt").rename(folder / "in" / "zzz.txt")
    (folder / "in" / "zzz.txt").write_text("Something else.\n", encoding="utf-8")
    run("clean", "in", "-o", "new.jsonl", "--ledger", "-q", code=1)
    told = compared("old.jsonl", "new.jsonl")
    assert {one["path"]: one["state"] for one in told["differing"]} == {
        "in/aaa.txt": "recovered",
        "in/plain.txt": "failed",
        "in/final.txt": "gone",
        "in/zzz.txt": "added",
    }
    assert told["documents"]["same"] == 3


def test_a_folder_that_was_moved_is_matched_by_checksums(folder: Path) -> None:
    """The same sources under other paths are the same documents."""
    run("clean", "in", "-o", "old.jsonl", "-q")
    (folder / "in").rename(folder / "elsewhere")
    run("clean", "elsewhere", "-o", "new", "-q")
    documents = compared("old.jsonl", "new")["documents"]
    assert documents | {"same": 5, "gone": 0, "added": 0} == documents


@pytest.mark.parametrize("form", ["txt", "markdown", "ninjs", "jsonld"])
def test_every_form_of_output_can_be_compared(folder: Path, form: str) -> None:
    """What is written in any form differs where cleaning differs."""
    run("clean", "in", "-o", "old", "--to", form, "-q")
    run("clean", "in", "-o", "new", "--to", form, "-q", "--without", "ligature.latin")
    told = compared("old", "new")
    assert told["documents"]["changed"] == 3
    assert told["documents"]["same"] == 2
    assert folder.exists()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("limit", "code"), [("0", 1), ("2", 1), ("3", 0), ("59.9%", 1), ("60%", 0), ("100 %", 0), ("0%", 1), (None, 0)]
)
def test_the_limit_decides_the_exit_code(limit: str | None, code: int) -> None:
    """Three of five documents differ: exit 1 when that is more than the share or the number allowed."""
    run("clean", "in", "-o", "old.jsonl", "-q")
    run("clean", "in", "-o", "new.jsonl", "-q", "--without", "ligature")
    result = run("compare", "old.jsonl", "new.jsonl", *(["--fail-over", limit] if limit else []), code=code)
    assert "3 of 5 documents differ (60%)" in result.stderr
    assert ("over the limit" in result.stderr) is bool(code)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["in"], "compare takes two runs, OLD and NEW"),
        (["a", "b", "c"], "compare takes two runs, OLD and NEW"),
        (["gone", "in"], "gone does not exist; name the output of a run"),
        (["in", "in", "--fail-over", "some"], "'some' is neither a share like 0.5% nor a number"),
        (["in", "in", "--fail-over", "0.5"], "neither a share like 0.5%"),
        (["--pipeline", "standard", "in"], "--pipeline is given twice"),
        (["--pipeline", "standard", "--pipeline", "standrad", "in"], "did you mean 'standard'?"),
        (["--pipeline", "standard", "--pipeline", "gone.toml", "in"], "gone.toml cannot be read"),
        (["--pipeline", "standard", "--pipeline", "careful", "-"], "standard input can be read once"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments: list[str], says: str) -> None:
    """Exit 2, one line, nothing on standard output."""
    result = run("compare", *arguments, code=2)
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.usefixtures("folder")
def test_a_terminal_gets_tables() -> None:
    """Rules with edits more and fewer, fields, and the largest differences stand in tables, the verdict below."""
    result = run("compare", "--pipeline", "careful", "--pipeline", "standard", "in", "--top", "1")
    words = re.sub(r" +", " ", result.stdout)
    assert "\nwrap.join +1 1\n" in words
    assert "\nin/wrapped.txt 1 wrap.join +1;" in words
    assert result.stderr == "textclean: 1 of 5 documents differ (20%)\n"


@pytest.mark.usefixtures("folder")
def test_shards_are_one_run() -> None:
    """Files that share the lines are read one after the other, under the name they were asked for."""
    run("clean", "in", "-o", "old.jsonl", "--ledger", "-q")
    run("clean", "in", "-o", "new.jsonl.gz", "--ledger", "--shards", "2", "-q")
    assert compared("old.jsonl", "new.jsonl.gz")["documents"]["same"] == 5


def test_damaged_records_differ_and_stop_nothing(folder: Path) -> None:
    """A line that is no record is a document that failed; the others are compared."""
    run("clean", "in", "-o", "old.jsonl", "-q")
    lines = (folder / "old.jsonl").read_bytes().split(b"\n")
    (folder / "new.jsonl").write_bytes(b"\n".join([lines[0], b"{", *lines[2:]]))
    told = compared("old.jsonl", "new.jsonl")
    assert told["documents"] | {"same": 4, "gone": 1, "added": 1} == told["documents"]


@pytest.mark.usefixtures("folder")
def test_the_page_shows_old_beside_new(folder: Path) -> None:
    """The page is sealed, lists each document that differs, and holds both texts of those that changed."""
    run("compare", "--pipeline", "careful", "--pipeline", "standard", "in", "--html", "page.html", "-q")
    page = (folder / "page.html").read_text(encoding="utf-8")
    data = re.findall(r'<script type="application/json" id="([a-z0-9-]+)">(.*?)</script>', page)
    assert [name for name, _ in data] == ["listing", "document-0"]
    document = json.loads(data[1][1])
    assert [view["label"] for view in document["views"]] == ["Old to new", "Source to old", "Source to new"]
    (change,) = document["views"][0]["changes"]
    assert change[2] == " "
    assert [document["reasons"][one] for one in change[3]] == ["wrap.join"]
