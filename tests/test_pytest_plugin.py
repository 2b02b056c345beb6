"""The pytest plugin, as a user's project meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["pytester"]


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """Return a project whose folder `cases` is a folder of cases."""
    pytester.makeini("[pytest]\ntextclean_cases = cases\ntestpaths = cases\n")
    pytester.mkdir("cases")
    return pytester


def write(project: pytest.Pytester, **files: str) -> Path:
    """Write cases; `one_in` becomes `one.in.txt`."""
    folder = project.path / "cases"
    for name, text in files.items():
        (folder / f"{name.replace('_', '.')}.txt").write_bytes(text.encode("utf-8"))
    return folder


def test_a_folder_of_cases_becomes_tests(project: pytest.Pytester) -> None:
    """Cases that hold pass; the three lines above are all the configuration."""
    write(project, fi_in="\ufb01n", fi_out="fin", plain_keep="A line.")
    project.runpytest().assert_outcomes(passed=2)


def test_a_case_that_fails_names_the_reason_first(project: pytest.Pytester) -> None:
    """The report says which rule was at work, then shows the lines with escapes."""
    write(project, fi_in="o\ufb01n\x0c\n", fi_out="fun\x0c\n")
    result = project.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["1 x ligature.latin", "*-fun\\x0c*", "*+ofin*"])


@pytest.mark.parametrize("ending", ["\x0c", "\x85", "\u2028", "\n\n"])
def test_bytes_count(project: pytest.Pytester, ending: str) -> None:
    """A difference that text mode would not see fails."""
    project.makeini("[pytest]\ntextclean_cases = cases\ntestpaths = cases\ntextclean_pipeline = typography\n")
    write(project, a_in="a line", a_out="a line" + ending)
    project.runpytest().assert_outcomes(failed=1)


def test_a_known_failure_is_strict(project: pytest.Pytester) -> None:
    """A `.todo` case is expected to fail; once it passes, that is an error."""
    write(project, a_todo_in="\ufb01n", a_todo_out="never", b_todo_keep="A line.")
    project.runpytest().assert_outcomes(xfailed=1, failed=1)


def test_what_is_expected_can_be_written_anew(project: pytest.Pytester) -> None:
    """A missing `.out` is written and fails once; `--regen-all` rewrites a wrong one."""
    folder = write(project, fi_in="\ufb01n")
    project.runpytest().assert_outcomes(failed=1)
    project.runpytest().assert_outcomes(passed=1)
    (folder / "fi.out.txt").write_text("wrong")
    project.runpytest("--regen-all").assert_outcomes(passed=1)
    assert (folder / "fi.out.txt").read_text() == "fin"


def test_a_folder_named_after_a_cleaner_runs_that_cleaner(project: pytest.Pytester) -> None:
    """`cases/expand_ligatures/` runs one cleaner and not the pipeline."""
    folder = project.mkdir("cases/expand_ligatures")
    (folder / "a.in.txt").write_text("\ufb01n  \n\n\n\nx", encoding="utf-8")
    (folder / "a.out.txt").write_text("fin  \n\n\n\nx", encoding="utf-8")
    project.runpytest().assert_outcomes(passed=1)


def test_other_projects_files_are_left_alone(pytester: pytest.Pytester) -> None:
    """Without the ini option nothing is collected."""
    (pytester.path / "config.in.txt").write_text("x")
    pytester.runpytest().assert_outcomes()


def test_the_fixtures_pin_text_and_article(pytester: pytest.Pytester) -> None:
    """`cleaned_regression` and `article_regression` write, then compare bytes."""
    pytester.makepyfile(
        test_mine="""
        def test_text(cleaned_regression):
            cleaned_regression("\\ufb01n\\x85 and more", "careful")

        def test_article(article_regression):
            article_regression("# A title\\n\\nIt rained all day, and nobody minded.")
        """
    )
    pytester.runpytest().assert_outcomes(failed=2)
    pytester.runpytest().assert_outcomes(passed=2)
    article = pytester.path / "test_mine" / "test_article.json"
    article.write_text(article.read_text().replace("A title", "Another"))
    result = pytester.runpytest("-n", "2")
    result.assert_outcomes(passed=1, failed=1)
