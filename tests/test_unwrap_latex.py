"""LaTeX that is no mathematics comes out as text; mathematics, prices, code and Markdown escapes stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latex_cases import ARGUABLE, ATTACHED, CHANGED, FORMULAS, MATHEMATICS, NO_LATEX
from textclean.cleaners import unwrap_latex
from textclean.pipeline import Pipeline
from textclean.structure import Structure


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


def test_a_url_that_repeats_itself_is_told() -> None:
    """The text of a degenerate URL comes out, with a notice that what it was is lost."""
    text = r"See $\frac{https://n>http://n>http://n>http://n>http://n}$ here."
    assert unwrap_latex(text) == "See https://n>http://n>http://n>http://n>http://n here."
    assert [(notice.code, text[notice.start : notice.end][:7]) for notice in unwrap_latex.notices(text)] == [
        ("damaged-url", r"$\frac{")
    ]
    assert unwrap_latex.notices(r"See $\frac{https://example.org/a}$ here.") == []


def test_footnote_marks_and_superscripts_as_the_user_wants_them() -> None:
    """Marks can be left out; superscripts can be plain characters."""
    text = r"Jane${ }^{1,*}$ and words$^{(2)}$ on 5 $\mathrm{km}^{2}$, $452,000^{(3)}$ in all\textsuperscript{4}."
    assert unwrap_latex(text) == "Jane¹,* and words⁽²⁾ on 5 km², 452,000⁽³⁾ in all⁴."
    assert unwrap_latex(text, keep_footnote_marks=False) == "Jane and words on 5 km², 452,000 in all."
    assert unwrap_latex(text, plain_superscripts=True) == "Jane1,* and words(2) on 5 km2, 452,000(3) in all4."


def test_a_reason_switches_its_class_off() -> None:
    """What a reason names is left as it was; the rest comes out."""
    text = r"A $\mathrm{Word}$ of $8 0 \%$."
    assert Pipeline(unwrap_latex, without=["latex.percent"])(text) == r"A Word of $8 0 \%$."
    assert Pipeline(unwrap_latex, without=["latex"])(text) == text


def test_words_that_formulas_use_are_notation() -> None:
    """A word that is also part of a formula of the text is the name of a quantity, and stays."""
    text = r"Let $\text{cost} = 2x$. The $\text{cost}$ is $\text{high}$."
    assert unwrap_latex(text) == r"Let $\text{cost} = 2x$. The $\text{cost}$ is high."


def test_letters_are_a_word_where_the_text_has_it() -> None:
    """Italic letters with spaces between them are a word only if the text spells it elsewhere."""
    assert unwrap_latex("The Aldera ship, $A l d e r a$, sails.") == "The Aldera ship, Aldera, sails."
    assert unwrap_latex("The ship $A l d e r a$ sails.") == "The ship $A l d e r a$ sails."


@pytest.mark.parametrize("formula", MATHEMATICS)
def test_formulas_are_protected(formula: str) -> None:
    """The structure of a text knows its formulas, so that no other cleaner touches them."""
    text = f"so {formula} here"
    assert any(
        region.kind == "math" and text[region.start : region.end] == formula for region in Structure(text).regions
    )


@pytest.mark.parametrize("text", [text for text in NO_LATEX if "begin" not in text and "//" not in text])
def test_what_only_looks_like_latex_is_not_protected(text: str) -> None:
    """Prices and escapes are no mathematics to the other cleaners either."""
    assert not any(region.kind == "math" for region in Structure(text).regions if "`" not in text)


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


PIECES = [
    *("$", "$$", "\\(", "\\)", "\\[", "\\]", "{", "}", "^", "_", "&", "~", " ", "\n", "\\", "\\\\", "<sup>", "</sup>"),
    *(
        "\\mathrm",
        "\\text{",
        "\\frac",
        "\\overline",
        "\\textcircled",
        "\\ding",
        "\\begin{array}",
        "\\end{array}",
        "\\sqrt",
    ),
    *(
        "\\left",
        "\\right.",
        "\\verb|",
        "\\bar",
        "\\tag",
        "\\phantom",
        "\\circ",
        "\\%",
        "\\$",
        "\\pm",
        "\\times",
        "\\mu",
    ),
    *(
        "x",
        "A",
        "ab",
        "m",
        "CO",
        "th",
        "5",
        "0.5",
        "1,234",
        "\u0663",
        "\u4e2d",
        "\u00b5",
        "\ud800",
        "https://",
        "www.",
        "|",
        "'",
        "<",
    ),
]
"""What LaTeX and its wreckage are made of."""


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_wreckage_raises_and_all_settles(body: str) -> None:
    """Any sequence of pieces of LaTeX is read, and what comes out settles as text in a pipeline."""
    pipeline = Pipeline(unwrap_latex)
    for text in (body, f"${body}$", f"$\\mathrm{{{body}}}$"):
        cleaned = pipeline.run(text)
        assert cleaned.restore() == text
        assert pipeline(cleaned.text) == cleaned.text
