"""The documentation says what is true: every example runs, every page of the reference is what the code says."""

from __future__ import annotations

import doctest
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np  # noqa: F401 - runs of pytest within this process must find it loaded: it loads once only
import pytest
from click import Context
from click.testing import CliRunner

from textclean import registry
from textclean.article import model
from textclean.cleaners import __all__ as cleaner_names
from textclean.cli import COMMANDS, main
from textclean.config import settings_model
from textclean.io.rendering import ENDINGS
from textclean.notices import NOTICES
from textclean.pytest_plugin import INI_OPTIONS
from textclean.reasons import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click import Parameter

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md"))
BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]*) -->\n)?^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
LOOSELY = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def shown(path: Path) -> str:
    """Name a page in a test's id."""
    return path.relative_to(DOCS).as_posix()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty working directory beside a link to the project, with our own commands on the path.

    What an example registers is forgotten afterwards.
    """
    (tmp_path / "textclean").symlink_to(ROOT)
    (tmp_path / "bin").mkdir()
    for name in ("textclean", "pytest"):
        script = tmp_path / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {name} "$@"\n')
        script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    known = registry.registered_cleaners()
    yield tmp_path / "desk"
    for name in registry.registered_cleaners().keys() - known.keys():
        registry.forget_cleaner(name)


TOLD = '; echo "exit code $?"'
"""What a line of a session ends in that shows the exit code."""


def call(command: str, pytester: pytest.Pytester) -> str:
    """Run a line of a shell session and return all it says; our own commands run within this process."""
    bare = command.removesuffix(TOLD)
    words = shlex.split(bare)
    if words[0] == "textclean" and not set(bare) & set("|>&;$"):
        result = CliRunner().invoke(main, words[1:])
        return result.output + (f"exit code {result.exit_code}\n" if command != bare else "")
    if words[0] == "pytest":
        return pytester.runpytest_inprocess(*words[1:]).stdout.str() + "\n"
    said = subprocess.run(["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)  # noqa: S603, S607 - examples of our own
    return said.stdout.decode()


def run_session(body: str, pytester: pytest.Pytester) -> None:
    """Run a shell session and compare what it says; `...` stands for anything."""
    for command, expected in re.findall(r"^\$ ([^\n]*)\n((?:(?!\$ )[^\n]*\n)*)", body, re.MULTILINE):
        said = call(command, pytester)
        assert doctest.OutputChecker().check_output(expected, said, LOOSELY), f"$ {command}\n{said}"


def run_python(body: str, names: dict[str, Any], page: Path) -> None:
    """Run a Python session, with the names of the sessions before it."""
    test = doctest.DocTestParser().get_doctest(body, names, shown(page), str(page), 0)
    report: list[str] = []
    failures, tried = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(
        test, out=report.append, clear_globs=False
    )
    names.update(test.globs)
    assert tried
    assert not failures, "".join(report)


def run_block(block: re.Match[str], names: dict[str, Any], page: Path, pytester: pytest.Pytester) -> None:
    """Run one example, or write the file it is."""
    mark, language, body = block["mark"] or "", block["language"], block["body"]
    if mark.startswith("file: "):
        Path(mark.removeprefix("file: ")).write_text(body, encoding="utf-8")
    elif language == "console":
        run_session(body, pytester)
    elif language == "sh":
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", body], capture_output=True, text=True, check=False)  # noqa: S603, S607 - examples of our own
        assert done.returncode == 0, done.stdout + done.stderr
    elif language == "python":
        run_python(body, names, page)
    else:
        assert mark == "shown" or page.parent.name == "reference", f"nothing tests this {language} block:\n{body}"


@pytest.mark.parametrize("page", PAGES, ids=shown)
@pytest.mark.usefixtures("desk")
def test_every_example_runs(page: Path, pytester: pytest.Pytester, tmp_path: Path) -> None:
    """The examples of a page, in order, in an empty folder, do and say what the page shows."""
    text = page.read_text(encoding="utf-8")
    needed = re.search(r"<!-- needs: (\w+) -->", text)
    if needed and not shutil.which(needed[1]):
        pytest.skip(f"needs {needed[1]}")
    os.chdir(tmp_path / "desk")  # the fixture `pytester` has gone to a folder of its own
    names: dict[str, Any] = {"__name__": "examples"}
    for block in BLOCK.finditer(text):
        run_block(block, names, page, pytester)


def test_the_pages_from_the_code_are_up_to_date() -> None:
    """Each page of the reference is what `docs/generate.py` writes today; if not, run it."""
    written = runpy.run_path(str(DOCS / "generate.py"))["pages"]()
    stale = [name for name, text in written.items() if (DOCS / "reference" / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run: python docs/generate.py"
    assert set(written) < {path.name for path in (DOCS / "reference").iterdir()}


def test_a_regression_suite_takes_three_commands() -> None:
    """From nothing to a suite that passes: the how-to, which is followed to the letter above, says three commands."""
    text = (DOCS / "how-to" / "test-for-regressions.md").read_text(encoding="utf-8")
    first, second = list(BLOCK.finditer(text))[:2]
    assert first["mark"] == "three commands"
    assert len(first["body"].splitlines()) == 3
    documents = len(list((ROOT / "fixtures" / "documents").iterdir()))
    assert f"{documents} passed" in second["body"]


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project leads to one."""
    prose = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", re.sub("`[^`\n]+`", "", prose)):
        assert (page.parent / target).exists(), target


def reference(name: str) -> str:
    """Return a page of the reference."""
    return (DOCS / "reference" / name).read_text(encoding="utf-8")


def parameters(command: str) -> list[Parameter]:
    """Return what a command takes."""
    found = main.get_command(Context(main), command)
    assert found
    return found.params


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command: str) -> None:
    """The command has a section that names each of its options, and each option says what it means."""
    section = reference("command-line.md").partition(f"\n## textclean {command}\n")[2].partition("\n## ")[0]
    assert section
    for parameter in parameters(command):
        if parameter.param_type_name == "option":
            row = next(
                line for line in section.splitlines() if line.startswith("|") and f"`{parameter.opts[0]}`" in line
            )
            assert len(row.split(" | ")[-1]) > 8, row


def test_every_cleaner_reason_warning_setting_and_field_is_documented() -> None:
    """Each has its place in the reference, with something said about it."""
    assert [n for n in cleaner_names if f"\n## {n.replace('_', '-')}\n" not in reference("cleaners.md")] == []
    rows = {
        "reasons.md": list(REASONS),
        "warnings.md": list(NOTICES),
        "settings.md": [str(field.alias) for field in settings_model().model_fields.values()],
        "article.md": [name for kind in vars(model).values() if is_record(kind) for name in kind.model_fields],
        "pytest-plugin.md": list(INI_OPTIONS),
    }
    for page, names in rows.items():
        said = dict(re.findall(r"^\| `([^`]+)` \|.* \| ?([^|]*) \|$", reference(page), re.MULTILINE))
        said |= dict(re.findall(r"^\| `([^`]+)` \| ([^|]*) \|$", reference(page), re.MULTILINE))
        assert [name for name in names if not said.get(name)] == [], page


def is_record(kind: object) -> bool:
    """Tell whether something is one of the records that make an article."""
    return isinstance(kind, type) and issubclass(kind, model.Record) and kind is not model.Record


def test_the_table_of_forms_is_that_of_the_program() -> None:
    """Each form with its usual ending first."""
    outputs = reference("inputs-and-outputs.md").partition("\n## Outputs\n")[2].partition("\n## ")[0]
    table = [line.strip(" |").split(" | ") for line in outputs.splitlines() if line.startswith("| `")][1:]
    rows = {name.strip("`"): re.findall(r"`(\.[.a-z]+)`", endings) for name, _, endings in table}
    assert {form: set(endings) for form, endings in rows.items()} == {f.value: set(e) for f, e in ENDINGS.items()}
    assert {form: endings[0] for form, endings in rows.items()} == {f.value: e[0] for f, e in ENDINGS.items()}
