"""Cleaners of single characters: what they share with ftfy, and what they decide by neighbours."""

from __future__ import annotations

import re
import unicodedata

import pytest
from ftfy.chardata import LIGATURES as LIGATURES_OF_FTFY
from ftfy.fixes import fix_line_breaks, remove_control_chars
from hypothesis import example, given
from hypothesis import strategies as st

from strategies import texts
from textclean.cleaners import (
    expand_ligatures,
    normalize_line_breaks,
    normalize_unicode,
    remove_control_characters,
    remove_invisible_characters,
)
from textclean.structure import Structure
from textclean.structure.odd_characters import LIGATURES

CHARACTER_CLEANERS = [
    expand_ligatures,
    normalize_line_breaks,
    remove_control_characters,
    remove_invisible_characters,
    normalize_unicode,
]
marks = "`$|\\~<"
prose = st.text(st.characters(exclude_characters=marks, codec=None)).filter(lambda text: not Structure(text).regions)


@given(text=texts.filter(lambda text: "\x0b" not in text and "\r\r\n" not in text))
@example(text="\u2028\n")
def test_line_breaks_are_those_of_ftfy(text: str) -> None:
    """Apart from the vertical tab and doubled translation, line ends become what ftfy makes of them."""
    assert normalize_line_breaks(text) == fix_line_breaks(text)


@given(text=prose)
def test_all_controls_that_ftfy_removes_are_removed(text: str) -> None:
    """Line breaks, controls and invisible characters together take away all that ftfy takes, but line-end hyphens."""
    cleaned = remove_invisible_characters(remove_control_characters(normalize_line_breaks(text)))
    without_hyphens = re.sub("[\x02\ufffe](?=[ \t]*[\n\f])", "", cleaned)
    assert remove_control_chars(without_hyphens) == without_hyphens


def test_ligatures_are_those_of_ftfy_that_are_no_letters() -> None:
    """The presentation forms are expanded as ftfy does; digraphs that languages write stay."""
    assert {chr(code): LIGATURES_OF_FTFY[code] for code in range(0xFB00, 0xFB07)} == LIGATURES


@given(text=prose)
def test_composed_text_is_composed_everywhere(text: str) -> None:
    """Piece by piece gives the form NFC of the whole."""
    assert normalize_unicode(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("clean", CHARACTER_CLEANERS, ids=lambda clean: clean.name)
@given(text=texts)
def test_a_second_pass_changes_nothing(clean: object, text: str) -> None:
    """Each cleaner is stable on its own output, but for what a removal brings together."""
    once = clean(text)  # type: ignore[operator]
    twice = clean(once)  # type: ignore[operator]
    assert clean(twice) == twice  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x\u200d\u200cy", "xy"),
        ("ب\u200cx", "ب\u200cx"),
        ("x\u200b", "x"),
        ("\u05d0\u200e!", "\u05d0\u200e!"),
        ("\u202ereversed\u202c", "\u202ereversed\u202c"),
        ("soft\u00ad", "soft"),
        ("soft\u00ad hyphen", "soft\u00ad hyphen"),
        ("a\u00ad\u00adb", "ab"),
        ("1\u00ad2", "1-2"),
        ("ᠠ\u180eᠨ", "ᠠ\u180eᠨ"),
    ],
)
def test_invisible_characters_by_their_neighbours(text: str, expected: str) -> None:
    """A joiner, a mark or a soft hyphen goes only where it does nothing."""
    assert remove_invisible_characters(text) == expected


def test_a_url_ends_before_an_invisible_character() -> None:
    """An invisible character is no part of a URL, so it can be taken out of one."""
    assert remove_invisible_characters("https://example.org/a\u200bb\ufeff") == "https://example.org/ab"
