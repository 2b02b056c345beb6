"""Whole documents as tests: what cleaning makes of each, and the article read from it, pinned in a folder beside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from textclean.regression.difference import tell_difference
from textclean.regression.expectation import Mismatch, compare
from textclean.regression.items import TextItem, project_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.model import Article


class DocumentFile(pytest.File):
    """One document; holds one test."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the document."""
        item: pytest.Item = DocumentItem.from_parent(self, name=self.path.stem)
        yield item


class DocumentItem(TextItem):
    """Cleans a document and reads its article; compares both with the files in the folder of what is expected.

    `a/b.md` is pinned by `a/b.md` there, the cleaned text, and by `a/b.md.json`, the article.
    """

    def runtest(self) -> None:
        """Compare both, or write them when the run asks for it; a failure tells of both."""
        from textclean.batch import open_document, read_document  # noqa: PLC0415 - only runs with documents pay for it
        from textclean.io.discovery import Input  # noqa: PLC0415

        root = self.config.rootpath
        folder = root / str(self.config.getini("textclean_documents"))
        name = self.path.relative_to(folder).as_posix()
        shown = self.path.relative_to(root).as_posix() if self.path.is_relative_to(root) else name
        pipeline = project_pipeline(self.config)
        document = open_document(Input(str(self.path), name), pipeline)
        named = document._replace(input=Input(shown, name))
        cleaned, article = document.cleaned, article_json(read_document(named, pipeline))
        expected = root / str(self.config.getini("textclean_expected")) / name
        article_at = Path(f"{expected}.json")
        counts = told_counts(article_at.read_text(encoding="utf-8") if article_at.exists() else "", article)
        failures = []
        for path, got, tell in (
            (expected, cleaned.text, lambda wanted: counts + tell_difference(wanted, cleaned.text, cleaned)),
            (article_at, article, lambda wanted: tell_article_difference(wanted, article)),
        ):
            try:
                compare(path, got, self.config, tell)
            except Mismatch as mismatch:
                failures.append(f"{path.relative_to(root).as_posix()}\n{mismatch}")
        if failures:
            raise Mismatch("\n\n".join(failures))


def article_json(article: Article) -> str:
    """Return an article as it is pinned: indented JSON, without the version of this package, which would differ."""
    return article.model_dump_json(indent=2, exclude={"cleaning": {"version"}}) + "\n"


def tell_article_difference(expected: str, got: str) -> str:
    """Tell how an article differs: the reasons that made more or fewer edits first, then the lines of its JSON."""
    return told_counts(expected, got) + tell_difference(expected, got)


def told_counts(expected: str, got: str) -> str:
    """Return a line for each reason that has not as many edits in two articles."""
    try:
        before, after = (json.loads(text)["cleaning"]["edits"] for text in (expected, got))
    except (ValueError, LookupError, TypeError):
        return ""  # an expected file that a person wrote, or cut
    return "".join(
        f"{reason}: edits expected {before.get(reason, 0):,}, made {after.get(reason, 0):,}\n"
        for reason in sorted({*before, *after})
        if before.get(reason, 0) != after.get(reason, 0)
    )
