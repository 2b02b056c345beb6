"""Unwrap LaTeX that is no mathematics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.edits import Edit, Notice


@cleaner(
    inside={"math", "table", "url"},
    reasons={
        "latex.chemistry",
        "latex.currency",
        "latex.footnote",
        "latex.number",
        "latex.ordinal",
        "latex.percent",
        "latex.symbol",
        "latex.unit",
        "latex.url",
        "latex.word",
    },
)
def unwrap_latex(
    text: str, *, keep_footnote_marks: bool = True, plain_superscripts: bool = False
) -> Iterator[Edit | Notice]:
    r"""Write as plain text what a converter set as LaTeX although it is no mathematics.

    Takes spans between TeX delimiters and bare commands. Words, names, URLs, lone symbols, units, numbers,
    percentages, amounts, footnote marks, ordinals and chemical formulas come out; formulas stay byte for byte, and
    so do prices, shell variables, regular expressions and Markdown escapes, which only look like TeX. Arguable ones
    (a bare number, a dimension, a spread, a comparison) come out where a model put spaces between their characters,
    or bold or lines on them, or where the text has little mathematics. Reasons: `latex.word`, `latex.url`,
    `latex.symbol`, `latex.unit`, `latex.number`, `latex.percent`, `latex.currency`, `latex.footnote`,
    `latex.ordinal`, `latex.chemistry`. A URL that repeats itself is what a model prints that lost its way: it is
    unwrapped, with the notice `damaged-url`.

    `keep_footnote_marks=False` removes footnote marks; `plain_superscripts=True` writes `2` for `²`.

    >>> unwrap_latex(r"the $\mathrm{ G P T } 3 . 5$ model, $x^2$, 25$^{\circ}$C")
    'the GPT3.5 model, $x^2$, 25°C'
    """
    if "$" in text or "\\" in text:
        from textclean.latex.spans import unwrap_spans  # noqa: PLC0415 - its tables cost start-up time

        yield from unwrap_spans(text, keep_footnote_marks=keep_footnote_marks, plain_superscripts=plain_superscripts)
