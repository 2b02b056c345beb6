"""Folders of cases: `<case>.in.md` must become `<case>.out.md`, `<case>.keep.md` must not change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from textclean.registry import Cleaner
from textclean.regression.difference import tell_difference
from textclean.regression.expectation import Mismatch, compare, decode
from textclean.regression.items import TextItem, project_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.cleaned import Cleaned
    from textclean.pipeline import Pipeline


class CaseName(NamedTuple):
    """What a file's name says: the case, whether it is `in`, `out` or `keep`, and whether it is a known failure."""

    case: str
    part: str
    todo: bool

    @classmethod
    def of(cls, path: Path) -> CaseName | None:
        """Read a file's name, or return None where it is no part of a case.

        >>> from pathlib import Path
        >>> CaseName.of(Path("page.2.todo.in.md"))
        CaseName(case='page.2', part='in', todo=True)
        """
        *case, part, _ = ["", *path.name.split(".")]
        if part not in {"in", "out", "keep"} or len(case) < 2:  # noqa: PLR2004 - the empty string, and a name
            return None
        todo = case[-1] == "todo"
        return cls(".".join(case[1 : -1 if todo else None]), part, todo)


class CaseFile(pytest.File):
    """One file of a case; holds one test, or none for an `.out` file that its `.in` file stands beside."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the case; a `.todo` one is a strict known failure."""
        name = CaseName.of(self.path)
        if name is None or (name.part == "out" and _sibling(self.path, "out", "in").exists()):
            return
        item: pytest.Item = Case.from_parent(self, name=name.case)
        if name.todo:
            item.add_marker(pytest.mark.xfail(reason=f"known failure: {self.path.name}", strict=True))
        yield item


class Case(TextItem):
    """Runs one text through its cleaner or pipeline, and compares bytes."""

    def runtest(self) -> None:
        """Compare, or write what is expected when the run asks for it; then look whether it settles."""
        name = CaseName.of(self.path)
        if name is None or name.part == "out":
            message = f"{self.path.name} belongs to no case: {_sibling(self.path, 'out', 'in').name} does not exist"
            raise Mismatch(message)
        pipeline = self._pipeline()
        cleaned = pipeline.run(decode(self.path))
        if name.part == "keep":
            if cleaned.text != cleaned.source:
                raise Mismatch(_report(cleaned.source, cleaned, pipeline))
            return
        expected_at = _sibling(self.path, "in", "out")
        if name.todo:
            if decode(expected_at) != cleaned.text:  # what is wanted of a known failure is for a person to write
                raise Mismatch(_report(decode(expected_at), cleaned, pipeline))
        else:
            compare(expected_at, cleaned.text, self.config, lambda expected: _report(expected, cleaned, pipeline))
        again = pipeline.run(cleaned.text)
        if again.text != cleaned.text:
            raise Mismatch("cleaned again, it changes once more\n" + _report(cleaned.text, again, pipeline))

    def _pipeline(self) -> Pipeline:
        """Return the cleaner that the folder is named after, else the pipeline of the project."""
        from textclean.pipeline import Pipeline  # noqa: PLC0415 - costs start-up time
        from textclean.registry import registered_cleaners  # noqa: PLC0415

        project = project_pipeline(self.config)
        one = registered_cleaners().get(self.path.parent.name.replace("-", "_"))
        return Pipeline(one, name=one.name) if one else project


def _sibling(path: Path, part: str, other: str) -> Path:
    stem, _, suffix = path.name.rpartition(f".{part}.")
    return path.with_name(f"{stem}.{other}.{suffix}")


def _report(expected: str, cleaned: Cleaned, pipeline: Pipeline) -> str:
    """Tell the difference; a cleaner that made no edit is named with the reasons it could have given."""
    report = tell_difference(expected, cleaned.text, cleaned)
    if not cleaned.edits_by_reason and len(pipeline.steps) == 1:
        step = pipeline.steps[0]
        reasons = ", ".join(sorted(step.reasons)) if isinstance(step, Cleaner) else ""
        report = f"{step.name} made no edit; it makes edits for: {reasons or 'reasons it does not declare'}\n{report}"
    return report
