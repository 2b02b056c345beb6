"""A pytest plugin: pin what cleaning makes of your texts, to the byte.

Two fixtures, `cleaned_regression` and `article_regression`, on top of pytest-regressions; and folders of cases,
named in the ini option `textclean_cases`, that become tests without a line of Python:

    <case>.in.md    with <case>.out.md    must become it, and then stay
    <case>.keep.md                        must not change
    <case>.todo.in.md, <case>.todo.keep.md  known failures, strict: one that passes is an error

A case runs through the cleaner its folder is named after, else through the pipeline of the ini option
`textclean_pipeline` (default `standard`). `--regen-all` and `--force-regen` rewrite what is expected.
Bytes are compared, so form feeds, NEL, U+2028 and the final newline count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pytest_regressions.file_regression import FileRegressionFixture

    from textclean.cleaned import Cleaned
    from textclean.pipeline import Pipeline


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the two ini options."""
    parser.addini("textclean_cases", "folders whose .in/.out/.keep files are cases", type="paths", default=[])
    parser.addini("textclean_pipeline", "the pipeline that cases run through", default="standard")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CaseFile | None:
    """Collect the cases of the folders named in `textclean_cases`, and of no others."""
    folders: Iterable[Path] = parent.config.getini("textclean_cases")
    parts = file_path.name.split(".")
    if {"in", "keep"} & set(parts[1:-1]) and any(file_path.is_relative_to(folder) for folder in folders):
        return CaseFile.from_parent(parent, path=file_path)
    return None


class CaseFile(pytest.File):
    """One `.in` or `.keep` file; holds one item."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the case; a `.todo` one is a strict known failure."""
        item = Case.from_parent(self, name=self.path.name.split(".")[0])
        if "todo" in self.path.name.split("."):
            item.add_marker(pytest.mark.xfail(reason=f"known failure: {self.path.name}", strict=True))
        yield item


class CaseFailure(Exception):  # noqa: N818 - what pytest prints, not an error to catch
    """A case whose output is not what is expected; its text is the report."""


class Case(pytest.Item):
    """Runs one text through its pipeline and compares bytes."""

    def runtest(self) -> None:
        """Compare, or rewrite what is expected when the run asks for it."""
        damaged = self.path.read_bytes().decode("utf-8")
        cleaned = self._pipeline().run(damaged)
        expected_at = self.path
        if ".in." in self.path.name:
            expected_at = self.path.with_name(self.path.name.replace(".in.", ".out."))
            if self.config.getoption("regen_all") or self.config.getoption("force_regen") or not expected_at.exists():
                known = expected_at.exists()
                expected_at.write_bytes(cleaned.text.encode("utf-8"))
                if not known or self.config.getoption("force_regen"):
                    message = f"{expected_at.name} was written; look at it and keep it"
                    raise CaseFailure(message)
                return
        expected = expected_at.read_bytes().decode("utf-8")
        if cleaned.text != expected:
            raise CaseFailure(difference(expected, cleaned.text, cleaned))
        again = self._pipeline().run(expected)
        if again.text != expected:
            raise CaseFailure("cleaned again, it changes once more\n" + difference(expected, again.text, again))

    def _pipeline(self) -> Pipeline:
        from textclean.pipeline import Pipeline  # noqa: PLC0415 - only runs with cases pay for it
        from textclean.presets import find_pipeline  # noqa: PLC0415
        from textclean.registry import load_plugins, registered_cleaners  # noqa: PLC0415

        load_plugins()
        one = registered_cleaners().get(self.path.parent.name.replace("-", "_"))
        return Pipeline(one, name=one.name) if one else find_pipeline(self.config.getini("textclean_pipeline"))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401
        """Show the report alone, without the plugin's own frames."""
        if isinstance(excinfo.value, CaseFailure):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the case by its file."""
        return self.path, None, self.path.name


def difference(expected: str, got: str, cleaned: Cleaned | None = None) -> str:
    """Tell how a text differs from what was expected: the reasons at work first, then lines with escapes."""
    from difflib import unified_diff  # noqa: PLC0415 - only failures pay for it

    lines = [f"{count} x {reason}" for reason, count in (cleaned.edits_by_reason if cleaned else {}).items()]
    before, after = ([repr(line)[1:-1] for line in text.splitlines(keepends=True)] for text in (expected, got))
    return "\n".join([*lines, *unified_diff(before, after, "expected", "got", lineterm="", n=1)])


@pytest.fixture
def cleaned_regression(file_regression: FileRegressionFixture) -> Callable[..., None]:
    """Return `check(text, pipeline="standard", extension=".txt")`, which pins what cleaning makes of a text."""

    def check(text: str, pipeline: str | Pipeline = "standard", extension: str = ".txt") -> None:
        from textclean.api import run  # noqa: PLC0415 - only tests that use it pay for it

        _check_bytes(file_regression, run(text, pipeline), extension)

    return check


@pytest.fixture
def article_regression(file_regression: FileRegressionFixture) -> Callable[..., None]:
    """Return `check(text, pipeline="standard")`, which pins the article read from a text, as indented JSON."""

    def check(text: str, pipeline: str = "standard") -> None:
        from textclean.article.reader import read_article  # noqa: PLC0415 - only tests that use it pay for it

        _check_bytes(file_regression, read_article(text, pipeline=pipeline).model_dump_json(indent=2) + "\n", ".json")

    return check


def _check_bytes(file_regression: FileRegressionFixture, got: Cleaned | str, extension: str) -> None:
    """Compare in binary mode, since text mode is blind to form feeds, NEL, U+2028 and the final newline."""

    def compare(obtained: Path, expected: Path) -> None:
        wanted, made = (path.read_bytes().decode("utf-8") for path in (expected, obtained))
        if wanted != made:
            raise AssertionError(difference(wanted, made, None if isinstance(got, str) else got))

    file_regression.check(str(got).encode("utf-8"), binary=True, extension=extension, check_fn=compare)
