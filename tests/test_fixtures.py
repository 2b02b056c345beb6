"""The folders of cases in `fixtures/cleaners/`. The pytest plugin runs the cases; what it does not look at is here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from textclean import cleaners
from textclean.registry import find_cleaner

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "cleaners"
CHANGED = sorted(FOLDER.glob("*/*.in.*"))
KEPT = sorted(FOLDER.glob("*/*.keep.*"))


def read(path: Path) -> str:
    """Return a file's text with its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def case_name(path: Path) -> str:
    """Name a case by its cleaner and file."""
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("case", CHANGED, ids=case_name)
def test_edits_have_reasons_that_are_declared(case: Path) -> None:
    """What users can leave out by name is all that a cleaner does."""
    clean = find_cleaner(case.parent.name)
    assert {edit.reason for edit in clean.edits(read(case))} <= clean.reasons


@pytest.mark.parametrize("name", cleaners.__all__)
def test_every_cleaner_has_cases_both_ways(name: str) -> None:
    """Each cleaner has at least one case that must change and one that must not."""
    cases = {path.parent.name for path in CHANGED} & {path.parent.name for path in KEPT}
    assert name in cases


def test_the_plugin_runs_every_case() -> None:
    """Each file that must change and each that must not is a test of this project."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", str(FOLDER)]
    said = subprocess.run(command, cwd=FOLDER.parents[1], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own tests
    collected = {Path(line.partition("::")[0]).name for line in said.splitlines() if "::" in line}
    assert collected == {path.name for path in [*CHANGED, *KEPT]}
