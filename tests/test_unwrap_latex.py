"""LaTeX that is no mathematics comes out as text; mathematics, prices, code and Markdown escapes stay."""

from __future__ import annotations

import pytest

from latex_cases import ARGUABLE, ATTACHED, CHANGED, FORMULAS, MATHEMATICS, NO_LATEX
from textclean.cleaners import unwrap_latex


@pytest.mark.parametrize(
    ("reason", "before", "after"), [(reason, *case) for reason, cases in CHANGED.items() for case in cases]
)
def test_what_is_no_mathematics_comes_out(reason: str, before: str, after: str) -> None:
    """The span becomes the text it says, for the reason named, and what came out is left alone."""
    text = f"so {before} here"
    assert unwrap_latex(text) == f"so {after} here"
    assert {edit.reason for edit in unwrap_latex.edits(text)} == {reason}
    assert unwrap_latex(f"so {after} here") == f"so {after} here"


@pytest.mark.parametrize(("before", "after"), ATTACHED)
def test_spans_that_touch_text(before: str, after: str) -> None:
    """A degree, an index or a mark that stands right behind a word or number joins it."""
    assert unwrap_latex(before) == after


@pytest.mark.parametrize(("before", "after"), ARGUABLE)
def test_the_arguable_comes_out_where_there_is_little_mathematics(before: str, after: str) -> None:
    """A bare number, a dimension, a spread or a comparison is text in a text, and mathematics among formulas."""
    assert unwrap_latex(f"so {before} here") == f"so {after} here"
    assert unwrap_latex(f"{FORMULAS}So {before} here") == f"{FORMULAS}So {before} here"


@pytest.mark.parametrize("formula", MATHEMATICS)
def test_mathematics_stays(formula: str) -> None:
    """A formula is the same afterwards, in any company."""
    for text in (f"so {formula} here", f"{FORMULAS}So {formula} here."):
        assert unwrap_latex(text) == text


@pytest.mark.parametrize("text", NO_LATEX)
def test_what_only_looks_like_latex_stays(text: str) -> None:
    """Prices, shell variables, code, escapes of Markdown and paths are the same afterwards."""
    assert unwrap_latex(text) == text
    assert unwrap_latex(f"So it says:\n\n{text}\n\nand so on") == f"So it says:\n\n{text}\n\nand so on"
