"""Words that a line end cut, put together before lines are joined: the lines are judged as they were printed."""

from __future__ import annotations

import numpy as np
import pytest

from textclean.cleaned import AppliedStep, Cleaned
from textclean.cleaners import join_wrapped_lines, rejoin_hyphenated_words
from textclean.edits import Edit, Notice
from textclean.pipeline import Pipeline
from textclean.presets import STANDARD
from textclean.structure.boundaries.pulled_words import as_printed, pulled_words
from textclean.structure.boundaries.table import read_lines

LINES = Pipeline(rejoin_hyphenated_words, join_wrapped_lines)

NARROW = """\
The keeper of the lamp was asked by the council what he thought of the harbour's light
and he said that he had no com-
plaint. The council heard him out, thanked him, and asked the next one to come in, who was
the pilot, and had been waiting in the corridor since the morning with his hat in his hand.
"""
"""The second line ends early, as where a picture stood beside it: what follows the word goes on all the same."""

TAIL_ALONE = """\
The keeper of the lamp was asked by the council what he thought of the harbour and the light
on the pier, and whether the new oil was better than the old, and he said that he had no com-
plaint.
The pilot was asked the same, and he said that a light which nobody can see through the fog
is no better than none, whatever the oil may cost, and that the bell should be rung as before.
"""
"""The paragraph's last line is nothing but the second half of a word."""


def test_a_line_end_behind_a_pulled_word_parts_nothing() -> None:
    """The word held both lines together."""
    assert "no complaint. The council" in LINES(NARROW)


def test_a_paragraph_may_end_in_half_a_word() -> None:
    """Once the word is whole its line looks full; in print the last line was short, and so a paragraph ended."""
    assert "no complaint.\n\nThe pilot" in LINES(TAIL_ALONE)


def test_half_a_word_alone_on_a_page_ends_its_paragraph() -> None:
    """The blank line below it stood there; the page's end that moved behind the word makes it no less."""
    page = (
        "The keeper of the lamp was asked by the council what he thought of the harbour's light\n"
        "and whether he had any wish for the coming winter, and he said that he had no com-\n"
        "\fplaint.\n\n    Enter the pilot, with a tray.\n"
    )
    assert "no complaint.\n" in LINES(page)


def test_the_text_settles_for_those_who_do_not_know_its_print() -> None:
    """Where the second half of a word was the last change, lines are judged once more by what they look like now."""
    once = STANDARD("0\n000000000000000000000000000-\n00")
    assert STANDARD(once) == once


def test_lines_have_the_lengths_of_print() -> None:
    """Where the line end was moved both lines get back what they had; where it was not, the last piece is a line."""
    moved = "abcdef ghij-\nklm nop qrs\nend"
    edits = list(rejoin_hyphenated_words.edits(moved))
    pulled = pulled_words(edits)
    assert pulled is not None
    lines = as_printed(read_lines("abcdef ghijklm\nnop qrs\nend"), pulled)
    assert lines.first_columns.tolist() == lines.last_columns.tolist() == [12, 11, 3]
    alone = pulled_words([Edit(11, 13, "", "hyphen.drop")])
    assert alone is not None
    lines = as_printed(read_lines("abcdef ghijklm\nend"), alone)
    assert (lines.first_columns.tolist(), lines.last_columns.tolist()) == ([12, 3], [3, 3])


@pytest.mark.parametrize("edits", [[], [Edit(0, 1, "", "wrap.join")]])
def test_edits_of_others_pull_no_words(edits: list[Edit]) -> None:
    """Only what `rejoin_hyphenated_words` did says how lines were printed."""
    assert pulled_words(edits) is None


def test_a_notice_about_a_break_goes_with_the_break() -> None:
    """What a first round left in doubt and a later one joined is told no more; what stays apart is."""
    doubts = tuple(Notice(at, at + 1, "doubtful-join", "left apart") for at in (1, 3))
    steps = (AppliedStep("a", (), doubts), AppliedStep("b", (Edit(1, 2, " ", "wrap.join"),), ()))
    assert Cleaned("a\nb\nc", "a b\nc", steps, "custom").notices == doubts[1:]


def test_where_nothing_was_pulled_lengths_are_those_of_the_text() -> None:
    """One printed line for each line of the text."""
    lines = read_lines("one line\nand 日本\n")
    assert np.array_equal(lines.first_columns, lines.last_columns)
    assert lines.first_columns.tolist() == [8, 8]
