"""Every case in `fixtures/cleaners/<cleaner>/`: `.in` must become `.out`, `.keep` must not change, to the byte."""

from __future__ import annotations

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
def test_damage_is_repaired(case: Path) -> None:
    """The cleaner makes of the damaged text exactly what the `.out` file holds, and a second pass adds nothing."""
    expected = read(case.with_name(case.name.replace(".in.", ".out.")))
    clean = find_cleaner(case.parent.name)
    assert clean(read(case)) == expected
    assert clean(expected) == expected


@pytest.mark.parametrize("case", CHANGED, ids=case_name)
def test_edits_have_reasons_that_are_declared(case: Path) -> None:
    """What users can leave out by name is all that a cleaner does."""
    clean = find_cleaner(case.parent.name)
    assert {edit.reason for edit in clean.edits(read(case))} <= clean.reasons


@pytest.mark.parametrize("case", KEPT, ids=case_name)
def test_what_is_no_damage_stays(case: Path) -> None:
    """The cleaner leaves the `.keep` file as it is."""
    assert find_cleaner(case.parent.name)(read(case)) == read(case)


@pytest.mark.parametrize("name", cleaners.__all__)
def test_every_cleaner_has_cases_both_ways(name: str) -> None:
    """Each cleaner has at least one case that must change and one that must not."""
    cases = {path.parent.name for path in CHANGED} & {path.parent.name for path in KEPT}
    assert name in cases
