"""The pytest plugin, as a user's project meets it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np  # noqa: F401 - runs within this process must find it loaded: it loads once only
import pytest

from textclean.registry import find_cleaner

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[1]
CASES = "[pytest]\ntextclean_cases = cases\ntestpaths = cases\n"
DOCUMENTS = "[pytest]\ntextclean_documents = documents\n"


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """Return a project whose folder `cases` is a folder of cases."""
    pytester.makeini(CASES)
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
    folder = project.mkdir("cases/expand-ligatures")
    (folder / "a.in.txt").write_text("o\ufb01n\x0c\nand more\n", encoding="utf-8")
    (folder / "a.out.txt").write_text("fun\x0c\nand more\n")
    result = project.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["ligature.latin: 1 edit*line 1", "-fun\\f\\n", "+ofin\\f\\n", " and more"])


def test_only_edits_where_the_texts_differ_are_responsible(project: pytest.Pytester) -> None:
    """A rule that did right elsewhere is not named."""
    write(project, two_in="The \ufb01eld.\n\n\n\nA keeper’s lamp  \n", two_out="The field.\n\n\n\nA keeper’s lamp\n")
    result = project.runpytest()
    result.stdout.fnmatch_lines(["space.blank-lines: 1 edit*line *", "@@ line *"])
    result.stdout.no_fnmatch_line("ligature.latin*")
    result.stdout.no_fnmatch_line("space.line-end*")


def test_an_edit_that_was_not_made_is_told(project: pytest.Pytester) -> None:
    """Where no edit stands, the report says so; a folder of one cleaner names the reasons it could have given."""
    write(project, a_in="A line.", a_out="A long line.")
    folder = project.mkdir("cases/expand-ligatures")
    (folder / "b.in.txt").write_text("fin")
    (folder / "b.out.txt").write_text("fun")
    result = project.runpytest()
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["expand_ligatures made no edit; it makes edits for: ligature.latin"])
    result.stdout.fnmatch_lines(["no edit stands where the texts differ*"])


def test_of_a_long_line_the_neighbourhood_of_the_difference_is_shown(project: pytest.Pytester) -> None:
    """A paragraph is one line: what is the same in it is left out."""
    sentence = "The keeper of the lamp wrote the figures of the day into the long green book. "
    write(project, a_in=(sentence * 9 + "\ufb01n " + sentence * 9).strip(), a_out="x")
    (project.path / "cases" / "a.out.txt").write_text((sentence * 9 + "fun " + sentence * 9).strip())
    report = project.runpytest().stdout.str().partition("short test summary")[0]  # which in CI repeats the report
    shown = [line for line in report.splitlines() if line.startswith(("-…", "+…"))]
    assert [line[0] for line in shown] == ["-", "+"]
    assert all(len(line) < 120 and line.endswith("…") for line in shown)


def test_texts_that_look_alike_are_told_apart(project: pytest.Pytester) -> None:
    """A letter with its accent, and a letter and an accent, are escaped; so are blanks at line ends."""
    write(project, a_in="caf\u00e9", a_out="cafe\u0301", b_in="a line", b_out="a line ")
    result = project.runpytest()
    result.stdout.fnmatch_lines(["-cafe\\u0301", "+caf\\xe9", "-a line\\x20"])


@pytest.mark.parametrize("ending", ["\x0c", "\x85", "\u2028", "\n\n"])
def test_bytes_count(project: pytest.Pytester, ending: str) -> None:
    """A difference that text mode would not see fails."""
    project.makeini(CASES + "textclean_pipeline = typography\n")
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
    project.runpytest("--force-regen").assert_outcomes(failed=1)
    project.runpytest().assert_outcomes(passed=1)
    (folder / "fi.out.txt").write_text("wrong")
    project.runpytest("--regen-all").assert_outcomes(passed=1)
    assert (folder / "fi.out.txt").read_text() == "fin"


def test_what_is_wanted_of_a_known_failure_is_never_written_anew(project: pytest.Pytester) -> None:
    """`--regen-all` leaves the `.out` of a `.todo` case, and a `.keep` case that fails goes on failing."""
    folder = write(project, a_todo_in="\ufb01n", a_todo_out="never", b_keep="\ufb01n")
    project.runpytest("--regen-all").assert_outcomes(xfailed=1, failed=1)
    assert (folder / "a.todo.out.txt").read_text() == "never"
    assert (folder / "b.keep.txt").read_text() == "\ufb01n"


def test_an_expected_file_without_its_case_is_an_error(project: pytest.Pytester) -> None:
    """A misspelt name does not lose a case without a word."""
    write(project, page_out="fin")
    result = project.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["page.out.txt belongs to no case: page.in.txt does not exist"])


def test_a_file_that_is_no_utf_8_is_told_in_one_line(project: pytest.Pytester) -> None:
    """No traceback of the plugin's own."""
    (write(project) / "a.keep.txt").write_bytes(b"caf\xe9")
    result = project.runpytest()
    result.stdout.fnmatch_lines(["a.keep.txt is not UTF-8 (byte 3)*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_folder_named_after_a_cleaner_runs_that_cleaner(project: pytest.Pytester) -> None:
    """`cases/expand_ligatures/` runs one cleaner and not the pipeline."""
    folder = project.mkdir("cases/expand_ligatures")
    (folder / "a.in.txt").write_text("\ufb01n  \n\n\n\nx", encoding="utf-8")
    (folder / "a.out.txt").write_text("fin  \n\n\n\nx", encoding="utf-8")
    project.runpytest().assert_outcomes(passed=1)


def test_the_projects_settings_hold(project: pytest.Pytester) -> None:
    """Cases run as `textclean clean` would run there; the ini option goes before it, and a wrong name is one line."""
    (project.path / "textclean.toml").write_text('without = ["ligature"]\n')
    write(project, fi_keep="\ufb01n")
    project.runpytest().assert_outcomes(passed=1)
    project.makeini(CASES + "textclean_pipeline = careful\n")
    project.runpytest().assert_outcomes(failed=1)
    project.makeini(CASES + "textclean_pipeline = carefull\n")
    project.runpytest().stdout.fnmatch_lines(["unknown pipeline 'carefull'; did you mean 'careful'?"])


def test_documents_are_pinned_as_text_and_article(pytester: pytest.Pytester) -> None:
    """The first run writes both and fails, the next compares; a change is told with its reason."""
    pytester.makeini(DOCUMENTS)
    folder = pytester.mkdir("documents")
    (folder / "deep").mkdir()
    (folder / "deep" / "a.md").write_text("# A title\n\nThe o\ufb03ce was closed, and nobody minded.", encoding="utf-8")
    (folder / "b.csv").write_text("no document")
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["a.md did not exist and was written*", "a.md.json did not exist and was written*"])
    pytester.runpytest().assert_outcomes(passed=1)
    expected = pytester.path / "expected" / "deep"
    assert (expected / "a.md").read_text().startswith("# A title\n\nThe office")
    article = json.loads((expected / "a.md.json").read_text())
    assert (article["title"], article["source"]["path"]) == ("A title", "documents/deep/a.md")
    assert article["cleaning"] == {"pipeline": "standard", "edits": {"ligature.latin": 1}}
    (pytester.path / "textclean.toml").write_text('without = ["ligature"]\n')
    result = pytester.runpytest("-n", "2")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["expected/deep/a.md", "ligature.latin: edits expected 1, made 0", "no edit stands where the texts differ*"],
    )
    result.stdout.fnmatch_lines(["expected/deep/a.md.json", "ligature.latin: edits expected 1, made 0"])


def test_a_document_that_cannot_be_read_fails_in_one_line(pytester: pytest.Pytester) -> None:
    """The remedy is told as on the command line."""
    pytester.makeini(DOCUMENTS)
    (pytester.mkdir("documents") / "a.txt").write_bytes(b"\x00\x01\x02")
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.no_fnmatch_line("*Traceback*")


def test_other_projects_files_are_left_alone(pytester: pytest.Pytester) -> None:
    """Without the ini options nothing is collected."""
    (pytester.path / "config.in.txt").write_text("x")
    pytester.runpytest().assert_outcomes()


def test_a_run_that_uses_nothing_of_it_loads_nothing(tmp_path: Path) -> None:
    """The plugin costs other projects one small file: no numpy, no pydantic, no module of ours but the version."""
    (tmp_path / "test_one.py").write_text("def test_one(): pass\n")
    code = (
        "import sys, pytest\n"
        "assert pytest.main(['-q', '-p', 'no:cacheprovider', '-p', 'no:xdist', '-p', 'no:hypothesispytest']) == 0\n"
        "ours = {name for name in sys.modules if name.startswith('textclean')}\n"
        "print(sorted(ours | {'numpy', 'pydantic', 'ftfy', 'rich', 'click'} & set(sys.modules)))\n"
    )
    call = [sys.executable, "-c", code]
    said = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own program
    assert said.splitlines()[-1] == "['textclean', 'textclean.pytest_plugin', 'textclean.version']"


def test_the_fixtures_pin_text_and_article(pytester: pytest.Pytester) -> None:
    """`cleaned_regression` and `article_regression` write, then compare bytes; a failure names the reason."""
    pytester.makepyfile(
        test_mine="""
        def test_text(cleaned_regression):
            cleaned_regression("\\ufb01n\\x85 and more", "careful")

        def test_article(article_regression):
            article_regression("# A title\\n\\nIt rained all day, and nobody minded.")
            article_regression("# Another\\n\\nIt rained all day, and nobody minded.", basename="second")
        """
    )
    pytester.runpytest().assert_outcomes(failed=2)
    pytester.runpytest("--regen-all").assert_outcomes(passed=2)
    pytester.runpytest().assert_outcomes(passed=2)
    article = pytester.path / "test_mine" / "test_article.json"
    article.write_text(article.read_text().replace("A title", "Third"))
    text = pytester.path / "test_mine" / "test_text.txt"
    text.write_bytes(text.read_bytes().replace(b"fi", b"fu"))
    result = pytester.runpytest()
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*ligature.latin: 1 edit here*"])
    result.stdout.fnmatch_lines(['*-*"Third"*', '*+*"A title"*'])


@pytest.mark.parametrize(("name", "does"), [("rejoin_hyphenated_words", "more"), ("expand_ligatures", "nothing")])
def test_a_cleaner_that_is_changed_fails_its_cases_and_no_others(
    pytester: pytest.Pytester, name: str, does: str
) -> None:
    """Over all cases of this project: those of the cleaner that must change fail, with a reason of its named."""
    shutil.copytree(ROOT / "fixtures" / "cleaners", pytester.path / "cases")
    pytester.makeini(CASES)
    pytester.makeconftest(
        f"""
        from textclean import cleaner, cleaners
        from textclean.registry import forget_cleaner

        good = cleaners.{name}
        forget_cleaner("{name}")

        def {name}(text):
            for edit in good.edits(text) if "{does}" == "more" else ():
                yield edit._replace(replacement=edit.replacement + "~")

        cleaner(inside=good.inside, reasons=good.reasons)({name})
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    failed = {line.split(" ")[1].partition("::")[0] for line in result.stdout.lines if line.startswith("FAILED ")}
    assert failed == {path.relative_to(pytester.path).as_posix() for path in pytester.path.glob(f"cases/{name}/*.in.*")}
    reports = "\n".join(result.stdout.lines).split("\n____")[1:]
    assert len(reports) == len(failed)
    assert all(any(reason in report for reason in find_cleaner(name).reasons) for report in reports)
