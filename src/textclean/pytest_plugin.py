"""A pytest plugin: pin what cleaning makes of your texts, to the byte.

Folders of cases, named in the ini option `textclean_cases`, become tests without a line of Python:

    <case>.in.md    with <case>.out.md    must become it, and then stay
    <case>.keep.md                        must not change
    <case>.todo.in.md, <case>.todo.keep.md  known failures, strict: one that passes is an error

A case runs through the cleaner its folder is named after, else through the project's pipeline: the preset of the ini
option `textclean_pipeline`, or what `textclean.toml` or `[tool.textclean]` says. The documents in the folder of the ini
option `textclean_documents` are pinned whole: the cleaned text, and the article read from it, in the folder
`textclean_expected`. In Python, the fixtures `cleaned_regression` and `article_regression` do the same for any text.

`--regen-all` and `--force-regen` of pytest-regressions rewrite what is expected. Bytes are compared, so form feeds,
NEL, U+2028 and the final newline count. A run that uses none of this imports nothing but this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from pytest_regressions.file_regression import FileRegressionFixture

    from textclean.pipeline import Pipeline


INI_OPTIONS: dict[str, str] = {
    "textclean_cases": "folders whose .in, .out and .keep files are cases",
    "textclean_documents": "a folder of documents that are pinned whole",
    "textclean_expected": "the folder of what is expected of documents (default: expected)",
    "textclean_pipeline": "a preset for cases and documents, before any settings file",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the ini options."""
    defaults = {"textclean_expected": "expected"}
    for name, said in INI_OPTIONS.items():
        if name == "textclean_cases":
            parser.addini(name, said, type="paths", default=[])
        else:
            parser.addini(name, said, type="string", default=defaults.get(name, ""))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect cases and documents in the folders that the ini options name, and in no others."""
    config = parent.config
    folders: Iterable[Path] = config.getini("textclean_cases")
    if any(file_path.is_relative_to(folder) for folder in folders):
        from textclean.regression.cases import CaseFile, CaseName  # noqa: PLC0415 - only runs with cases pay for it

        return CaseFile.from_parent(parent, path=file_path) if CaseName.of(file_path) else None
    documents = str(config.getini("textclean_documents"))
    if documents and file_path.is_relative_to(config.rootpath / documents):
        from textclean.io.discovery import TEXT_PATTERNS  # noqa: PLC0415 - only runs with documents pay for it
        from textclean.regression.documents import DocumentFile  # noqa: PLC0415

        taken = any(file_path.match(pattern) for pattern in TEXT_PATTERNS)
        return DocumentFile.from_parent(parent, path=file_path) if taken else None
    return None


@pytest.fixture
def cleaned_regression(file_regression: FileRegressionFixture) -> Callable[..., None]:
    """Return `check(text, pipeline="standard", extension=".txt")`, which pins what cleaning makes of a text."""

    def check(
        text: str, pipeline: str | Pipeline = "standard", extension: str = ".txt", basename: str | None = None
    ) -> None:
        from textclean.api import run  # noqa: PLC0415 - only tests that use it pay for it
        from textclean.regression.difference import tell_difference  # noqa: PLC0415

        cleaned = run(text, pipeline)

        def tell(expected: str, got: str) -> str:
            return tell_difference(expected, got, cleaned)

        _check_bytes(file_regression, cleaned.text, tell, extension, basename)

    return check


@pytest.fixture
def article_regression(file_regression: FileRegressionFixture) -> Callable[..., None]:
    """Return `check(text, pipeline="standard", as_of=None)`, which pins the article read from a text."""

    def check(
        text: str,
        pipeline: str | Pipeline = "standard",
        as_of: date | None = None,
        basename: str | None = None,
    ) -> None:
        from textclean.article.reader import read_article  # noqa: PLC0415 - only tests that use it pay for it
        from textclean.regression.documents import article_json, tell_article_difference  # noqa: PLC0415

        article = article_json(read_article(text, pipeline=pipeline, as_of=as_of))
        _check_bytes(file_regression, article, tell_article_difference, ".json", basename)

    return check


def _check_bytes(
    file_regression: FileRegressionFixture,
    got: str,
    tell: Callable[[str, str], str],
    extension: str,
    basename: str | None,
) -> None:
    """Compare in binary mode, since text mode is blind to form feeds, NEL, U+2028 and the final newline."""
    from textclean.regression.expectation import decode, encode  # noqa: PLC0415 - only tests that use it pay for it

    def compare(obtained: Path, expected: Path) -> None:
        if obtained.read_bytes() != expected.read_bytes():
            raise AssertionError(tell(decode(expected), got))

    file_regression.check(encode(got), binary=True, extension=extension, basename=basename, check_fn=compare)
