"""Edits kept as columns do what the same edits do one by one."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import any_text
from textclean import Edit, Pipeline, cleaner
from textclean.edit_columns import EditColumns
from textclean.edits import apply_edits, settle_edits
from textclean.errors import InvalidEditsError
from textclean.ledger import dump_ledger, load_ledger
from textclean.registry import forget_cleaner
from textclean.structure import Structure

REPLACEMENTS = st.sampled_from(["", " ", "-", "\n\n", "é", "漢", "\U0001f600", "\ud83d", "\ude00"])


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """Return a text and settled edits of it."""
    text = draw(any_text)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, settle_edits(text, [Edit(a, b, draw(REPLACEMENTS), f"demo.{a % 3}") for a, b in pairs])


@given(edited_texts())
def test_columns_give_the_text_that_single_edits_give(case: tuple[str, list[Edit]]) -> None:
    """Over any text, halves of surrogate pairs included, whatever is put in or taken out."""
    text, edits = case
    columns = EditColumns.of(edits)
    assert list(columns) == edits
    assert apply_edits(text, columns) == apply_edits(text, edits)


@given(edited_texts(), st.integers(0, 12))
def test_columns_united_with_single_edits_are_in_order(case: tuple[str, list[Edit]], size: int) -> None:
    """However the edits were shared out; insertions at one place stay in the order of the shares."""
    text, edits = case
    united = EditColumns.of(edits[size:]).united([edits[:size]], len(text))
    assert list(united) == sorted([*edits[size:], *edits[:size]], key=lambda edit: edit[:2])


@given(edited_texts(), st.lists(st.integers(0, 40), max_size=8))
def test_columns_stay_out_of_protected_regions_as_single_edits_do(
    case: tuple[str, list[Edit]], cuts: list[int]
) -> None:
    """Insertions at a region's edge are outside, inside it they are not."""
    text, edits = case
    structure = Structure(text)
    cuts = sorted(set(cuts))
    structure._barred[frozenset()] = (cuts[::2][: len(cuts) // 2], cuts[1::2])  # noqa: SLF001 - regions of any shape
    assert list(structure.outside_protection(EditColumns.of(edits))) == structure.outside_protection(edits)


@pytest.mark.parametrize("edits", [[Edit(0, 2, "x", "demo"), Edit(1, 3, "y", "demo")], [Edit(2, 9, "x", "demo")]])
def test_columns_that_overlap_or_leave_the_text_are_refused(edits: list[Edit]) -> None:
    """The error is the one that single edits raise."""
    with pytest.raises(InvalidEditsError) as single:
        settle_edits("abcd", edits)
    with pytest.raises(InvalidEditsError) as packed:
        EditColumns.of(edits[:1]).united([edits[1:]], 4)
    assert str(packed.value) == str(single.value)


def test_a_cleaner_may_yield_columns_beside_single_edits() -> None:
    """Ledger, reasons, undoing, pickling and protection are those of any other edits."""

    @cleaner(reasons={"pair.comma", "pair.stop"})
    def drop_pairs(text: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a cleaner of a test
        """Take commas away, all at once, and full stops one by one."""
        commas = [Edit(at, at + 1, "", "pair.comma") for at, mark in enumerate(text) if mark == ","]
        yield EditColumns.of(commas)
        yield from (Edit(at, at + 1, "", "pair.stop") for at, mark in enumerate(text) if mark == ".")

    try:
        cleaned = Pipeline(drop_pairs).run("a, b. `c,` d, e.")
    finally:
        forget_cleaner("drop_pairs")
    assert cleaned.text == "a b `c,` d e"
    assert cleaned.edits_by_reason == {"pair.comma": 2, "pair.stop": 2}
    assert cleaned.restore() == cleaned.source
    assert cleaned.undo("pair.comma") == "a, b `c,` d, e"
    assert load_ledger(dump_ledger(cleaned)).steps == cleaned.steps
    assert pickle.loads(pickle.dumps(cleaned.steps)) == cleaned.steps  # noqa: S301 - our own bytes
