"""`textclean explain`: which step made an edit, and which evidence decided it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from textclean.cli import main
from textclean.cli.evidence import subject_of
from textclean.structure.boundaries.model import line_models

if TYPE_CHECKING:
    from click.testing import Result

WRAPPED = (
    "The keeper sat down by the window to write the o\ufb03cial figures into the\n"
    "long green book, and he wrote slowly, because the ink had thick-\n"
    "ened in\nthe cold. He had been there for a long time, and nobody came to\nsee him.\n"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a page of wrapped lines, one of which ends in a hyphen."""
    path = tmp_path / "page.txt"
    path.write_text(WRAPPED, encoding="utf-8")
    return path


def explain(*arguments: object, code: int = 0) -> Result:
    """Call the command and expect an exit code."""
    result = CliRunner().invoke(main, ["explain", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


def test_edits_are_shown_word_by_word(page: Path) -> None:
    """A change inside a word shows the word, before and after; white space between words is shown as it is."""
    shown = explain(page).stdout
    assert "to write the [-o\ufb03cial-]{+official+} figures" in shown
    assert "the ink had [-thick-\\nened-]{+thickened+} in" in shown
    assert "figures into the[-\\n-]{+ +}long green book" in shown


def test_one_step_can_be_looked_at(page: Path) -> None:
    """--step takes a cleaner in either case, shows its edits alone and counts them; a wrong name is told."""
    for name in ("join-wrapped-lines", "join_wrapped_lines"):
        result = explain(page, "--step", name)
        shown = [line.split()[1] for line in result.stdout.splitlines()]
        assert "wrap.join" in shown
        assert all(reason.startswith("wrap.") for reason in shown)
        assert result.stderr.startswith(f"textclean: {len(shown)} edits (wrap.join {shown.count('wrap.join')}")
    rows = json.loads(explain(page, "--step", "expand-ligatures", "--json").stdout)["edits"]
    assert [(row["cleaner"], row["after"]) for row in rows] == [("expand_ligatures", "ffi")]
    said = explain(page, "--step", "join-wrapped-line", code=2).stderr
    assert said == "textclean: error: unknown step 'join-wrapped-line'; did you mean 'join-wrapped-lines'?\n"
    assert "do not go together" in explain(page, "--step", "a", "--fields", code=2).stderr


def test_what_decided_a_join_is_told(page: Path) -> None:
    """--evidence gives the score of each line boundary, which the weights add up to, and what was seen in words."""
    lines = explain(page, "--evidence", "--reason", "wrap").stdout.splitlines()
    assert lines[1].endswith("above 0, the lines belong together")
    assert "how the line, and lines around, end (end lower)" in lines[2]
    for row in json.loads(explain(page, "--evidence", "--reason", "wrap", "--json").stdout)["edits"]:
        evidence = row["evidence"]
        assert (evidence["score"] > 0) == row["reason"].startswith("wrap.join")
        assert sum(one["weight"] for one in evidence["evidence"]) == pytest.approx(evidence["score"], abs=0.1)
        assert abs(evidence["evidence"][0]["weight"]) >= abs(evidence["evidence"][-1]["weight"])


def test_a_rule_that_overruled_the_score_is_told(tmp_path: Path) -> None:
    """The score spoke against it, and one reads why the lines were joined all the same; elsewhere no rule is named."""
    source = Path(__file__).parents[1] / "fixtures/cleaners/join_wrapped_lines/section-numbers.in.txt"
    path = tmp_path / "sections.txt"
    path.write_bytes(source.read_bytes())
    rows = json.loads(explain(path, "--evidence", "--reason", "wrap.join", "--json").stdout)["edits"]
    told = [row["evidence"].get("rule") for row in rows]
    assert set(told) == {None, "the number of a section stands before its title"}
    assert all(row["evidence"]["score"] < 0 for row, rule in zip(rows, told, strict=True) if rule)
    shown = explain(path, "--evidence", "--reason", "wrap.join").stdout
    assert "          rule  the number of a section stands before its title\n" in shown


def test_what_decided_a_hyphen_is_told(page: Path) -> None:
    """The chance that the hyphen belongs to the word, and what the document and the lexicon know of its halves."""
    (row,) = json.loads(explain(page, "--evidence", "--reason", "hyphen.drop", "--json").stdout)["edits"]
    assert row["evidence"]["score"] < 0.1
    assert {"first unknown", "second unknown"} <= {one["seen"] for one in row["evidence"]["evidence"]}


def test_edits_that_nothing_was_weighed_for_have_no_evidence(page: Path) -> None:
    """A ligature is no question; without --evidence nothing is weighed."""
    assert (
        "evidence" not in json.loads(explain(page, "--evidence", "--reason", "ligature", "--json").stdout)["edits"][0]
    )
    assert "evidence" not in json.loads(explain(page, "--reason", "wrap", "--json").stdout)["edits"][0]


def test_a_doubt_is_told_with_its_evidence(tmp_path: Path) -> None:
    """A hyphen that was left shows what spoke for and against it."""
    path = tmp_path / "doubt.txt"
    path.write_text("The book was on a re-\nsearch that nobody had asked for, and the long re-\nsort was shut.\n")
    shown = json.loads(explain(path, "--evidence", "--json").stdout)
    told = [*shown["edits"], *shown["warnings"]]
    assert any("evidence" in one and "hyphen" in one["evidence"]["meaning"] for one in told)


def test_every_factor_of_the_line_models_is_told_in_words() -> None:
    """No reader has to know the names of factors."""
    models = line_models().values()
    factors = {question.factor for model in models for questions, _ in model.rows for question in questions}
    assert [factor for factor in factors if subject_of(factor) == factor] == []
