"""What is found in long texts by arrays is what is found in short ones by sets and expressions."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from strategies import any_text
from textclean import code_points as code_points_module
from textclean.cleaners.close_letter_spacing import places_in_codes
from textclean.code_points import characters_in, code_points
from textclean.structure.gaps import gaps_in_codes, gaps_in_text

blank_text = st.text("ab  \n\n\t\f\r\u00a0", max_size=60)


in_small_pieces = patch.object(code_points_module, "_PIECE", 3)


@given(any_text)
def test_code_points_are_those_of_the_text(text: str) -> None:
    """One for each character, lone surrogates and those beyond the first plane included."""
    assert code_points(text).tolist() == list(map(ord, text))
    assert characters_in(code_points(text)) == frozenset(text)
    with in_small_pieces:
        assert characters_in(code_points(text)) == frozenset(text)


@given(blank_text)
def test_gaps_are_runs_of_blanks_but_for_one_blank_line(text: str) -> None:
    """Both ways give the runs of two blanks or more and the form feeds, less single blank lines."""
    runs = [match.span() for match in re.finditer(r"[ \t\r\n\f\u00a0]+", text)]
    expected = [(a, b) for a, b in runs if text[a:b] != "\n\n" and (b - a > 1 or text[a] == "\f")]
    assert gaps_in_text(text, frozenset(text)) == gaps_in_codes(code_points(text), frozenset(text)) == expected
    with in_small_pieces:
        assert gaps_in_codes(code_points(text), frozenset(text)) == expected


@given(st.text("ab  \n", max_size=60))
def test_spaced_letters_are_found_in_pieces(text: str) -> None:
    """A space, a letter, a space, a letter, a space: also where a piece ends in the midst of them."""
    expected = [at for at in range(len(text)) if re.match(r" \S \S ", text[at:])]
    assert places_in_codes(code_points(text)) == expected
    with in_small_pieces:
        assert places_in_codes(code_points(text)) == expected
