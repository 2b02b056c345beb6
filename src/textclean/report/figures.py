"""Figures of a run: edits and documents by rule, warnings by code, failures, and examples of each rule."""

from __future__ import annotations

from collections import Counter
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from textclean.notices import NOTICES
from textclean.reasons import REASONS
from textclean.visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textclean.report.documents import Opened

EXAMPLES = 6
"""Examples kept of each rule, from as many documents."""

FAILURES = 200
"""Failures told on the page; the list of documents has all."""

_AROUND = 32
_LONGEST = 80


class Example(NamedTuple):
    """An edit with a little of the text around it, what cannot be seen as escapes."""

    page: int
    name: str
    line: int
    lead: str
    before: str
    after: str
    rest: str


class Tally:
    """Something counted: how often, and in how many documents."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.counts: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()

    def add(self, counts: dict[str, int]) -> None:
        """Count what one document has."""
        self.counts.update(counts)
        self.documents.update(counts.keys())

    def rows(self, sentences: Mapping[str, str]) -> list[dict[str, Any]]:
        """Return the figures, most frequent first, each with the sentence that tells what it is, if there is one."""
        return [
            {"name": name, "count": count, "documents": self.documents[name], "about": sentences.get(name)}
            for name, count in self.counts.most_common()
        ]


class Figures:
    """What the overview of a report tells."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.documents = 0
        self.changed = 0
        self.failed = 0
        self.rules = Tally()
        self.warnings = Tally()
        self.failures: list[tuple[str, str]] = []
        self._examples: dict[str, list[tuple[int, int, Example]]] = {}

    def add(self, opened: Opened, page: int) -> None:
        """Count a document that stands on a page."""
        edits = opened.cleaned.edits_by_reason
        self.documents += 1
        self.changed += bool(edits)
        self.rules.add(edits)
        self.warnings.add(Counter(notice.code for notice in opened.notices))
        for reason in edits:
            self._keep_example(reason, opened, page)

    def add_failure(self, path: str, reason: str) -> None:
        """Count a document that failed."""
        self.documents += 1
        self.failed += 1
        if len(self.failures) < FAILURES:
            self.failures.append((path, reason))

    def rule_rows(self, link: Callable[[int, str], str]) -> list[dict[str, Any]]:
        """Return the figures of the rules with their examples; `link` makes the address of a page and a rule."""
        rows = self.rules.rows(REASONS)
        for row in rows:
            kept = sorted(self._examples.get(row["name"], ()), key=lambda one: one[1])
            row["samples"] = [one._asdict() | {"link": link(one.page, row["name"])} for _, _, one in kept]
        return rows

    def warning_rows(self) -> list[dict[str, Any]]:
        """Return the figures of the warnings."""
        return self.warnings.rows(NOTICES)

    def _keep_example(self, reason: str, opened: Opened, page: int) -> None:
        """Keep examples from documents that a checksum draws: spread over the run, and the same ones every time."""
        drawn = -crc32(f"{reason}\0{opened.path}".encode("utf-8", "surrogatepass"))
        heap = self._examples.setdefault(reason, [])
        if len(heap) == EXAMPLES and drawn <= heap[0][0]:
            return
        found = [shown for shown in opened.whole if reason in shown.reasons]
        if not found:
            return
        start, end, after, _ = found[-drawn % len(found)]
        source = opened.cleaned.source
        example = Example(
            page,
            opened.path,
            source.count("\n", 0, start) + 1,
            visible(source[max(0, start - _AROUND) : start]),
            shortened(source[start:end], _LONGEST),
            shortened(after, _LONGEST),
            visible(source[end : end + _AROUND]),
        )
        (heappush if len(heap) < EXAMPLES else heappushpop)(heap, (drawn, page, example))
