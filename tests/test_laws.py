"""The laws every pipeline keeps, for any text at all."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from strategies import texts
from textclean.ledger import dump_ledger, load_ledger
from textclean.presets import CAREFUL, PRESETS, STANDARD
from textclean.structure import Structure

if TYPE_CHECKING:
    from textclean.alignment import Alignment
    from textclean.pipeline import Pipeline

everywhere = pytest.mark.parametrize("pipeline", PRESETS.values(), ids=PRESETS)


@everywhere
@given(text=texts)
def test_the_source_comes_back(pipeline: Pipeline, text: str) -> None:
    """No text raises, and the ledger alone restores it, also through JSON."""
    cleaned = pipeline.run(text)
    assert cleaned.restore() == text
    again = load_ledger(dump_ledger(cleaned))
    assert (again.source, again.text, again.steps) == (cleaned.source, cleaned.text, cleaned.steps)


@everywhere
@given(text=texts)
def test_cleaning_what_is_clean_changes_nothing(pipeline: Pipeline, text: str) -> None:
    """A second run finds nothing to do."""
    once = pipeline(text)
    assert pipeline(once) == once


@everywhere
@given(text=texts)
def test_edits_are_sorted_disjoint_and_real(pipeline: Pipeline, text: str) -> None:
    """Each step's edits are in order, apart, inside its text, and change something."""
    current = text
    for step in pipeline.run(text).steps:
        at = 0
        for edit in step.edits:
            assert at <= edit.start <= edit.end <= len(current)
            assert current[edit.start : edit.end] != edit.replacement
            at = edit.end
        parts, at = [], 0
        for edit in step.edits:
            parts += [current[at : edit.start], edit.replacement]
            at = edit.end
        current = "".join([*parts, current[at:]])
    assert current == pipeline(text)


@given(text=texts)
def test_alignment_is_monotone_and_agrees_with_its_parts(text: str) -> None:
    """Offsets map in order both ways, and what no edit touched is the same text on both sides."""
    cleaned = STANDARD.run(text)
    for there, back, before, after in (
        (cleaned.to_cleaned, cleaned.to_source, cleaned.source, cleaned.text),
        (cleaned.to_source, cleaned.to_cleaned, cleaned.text, cleaned.source),
    ):
        spans = [there(at, at + 1) for at in range(len(before))]
        assert all(0 <= start <= end <= len(after) for start, end in spans)
        assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in itertools.pairwise(spans))
        for at, (start, end) in enumerate(spans):
            if not cleaned_touches(cleaned.alignment, before is cleaned.source, at):
                assert after[start:end] == before[at]
                assert back(start, end) == (at, at + 1)


def cleaned_touches(alignment: Alignment, forward: bool, at: int) -> bool:
    """Tell whether the character at `at` lies in a changed stretch."""
    sides = [(s.a, s.b) if forward else (s.c, s.d) for s in alignment.stretches]
    return any(start <= at < end for start, end in sides)


@given(text=texts)
def test_undoing_every_reason_alone_is_possible(text: str) -> None:
    """Undoing one reason leaves no edit of it; undoing what never happened changes nothing."""
    cleaned = STANDARD.run(text)
    assert cleaned.undo("no.such.reason") == cleaned.text
    if len(cleaned.edits_by_reason) == 1:
        assert cleaned.undo(next(iter(cleaned.edits_by_reason))) == text
    for reason in cleaned.edits_by_reason:
        assert isinstance(cleaned.undo(reason), str)


CODE = "    if x == 1:\n        return  f(x);"
PROTECTED = [
    "```python\nx = 1\n\n\ny  =  '\ufb01 \u201cq\u201d'\nprint(x-\n1)\n```",
    "`a  ``code\u200b span \ufb01`",
    "$$\\int_0^1 x^2\\,dx = \\frac{1}{3}$$",
    "$E = mc^2$",
    "https://example.org/a-b_c?x=1&amp;y=*2*",
    CODE,
]


@pytest.mark.parametrize("region", PROTECTED)
@pytest.mark.parametrize("pipeline", [STANDARD, CAREFUL], ids=["standard", "careful"])
@given(before=texts, after=texts)
@settings(max_examples=30)
def test_protected_regions_come_through_byte_for_byte(pipeline: Pipeline, region: str, before: str, after: str) -> None:
    """Whatever stands around it, a region that the structure protects is in the output as it was."""
    text = f"{before}\n\n{region}\n\n{after}"
    structure = Structure(text)
    at = len(before) + 2
    covered = any(r.start <= at and at + len(region) <= r.end and r.kind in {"code", "url"} for r in structure.regions)
    if covered:
        assert region in pipeline(text)
