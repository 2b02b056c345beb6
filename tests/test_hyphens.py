"""Hyphens at line ends: what is joined, what keeps its hyphen, what is left apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textclean import hyphens
from textclean.cleaners import rejoin_hyphenated_words
from textclean.hyphens import weigh_hyphen
from textclean.lexicon import WordCounts, fold_word

DOCUMENT = "A well-known harbour. The communication was open-ended; communication is an open-ended thing."


@pytest.fixture
def _no_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behave as where the extra is not installed."""
    monkeypatch.setattr(hyphens, "word_frequency", lambda _word, _language: None)


@pytest.mark.usefixtures("_no_lexicon")
def test_the_document_alone_suffices() -> None:
    """Words that stand whole in the document decide without any lexicon."""
    text = f"{DOCUMENT} A commu-\nnication that was open-\nended, and well-\nknown.\n"
    assert rejoin_hyphenated_words(text).endswith(" A communication\nthat was open-ended,\nand well-known.\n")


def test_evidence_names_what_was_seen() -> None:
    """What speaks for a hyphen can be told apart by name."""
    evidence = weigh_hyphen("well", "known", WordCounts(DOCUMENT), "en")
    assert evidence is not None
    assert evidence.chance > 0.9
    assert {"hyphenated known", "first of compounds"} <= evidence.seen.keys()


def test_doubt_is_told_and_the_hyphen_stays() -> None:
    """Where both are possible no letter and no hyphen is lost, and a notice says so."""
    doubts = [
        (text, notices)
        for first, second in [("sluice", "mill"), ("bobbin", "maker"), ("quay", "monger")]
        for text in [f"The {first} was there and the {second} too: a {first}-\n{second} of sorts.\n"]
        if (notices := rejoin_hyphenated_words.notices(text))
    ]
    assert len(doubts) == 3
    for text, notices in doubts:
        assert {notice.code for notice in notices} == {"doubtful-hyphen"}
        assert "-\n" not in rejoin_hyphenated_words(text)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("in 1914-\n1918 the", "in 1914-1918\nthe"),
        ("n-\ntridecanal is", "n-tridecanal\nis"),
        ("see https://example.org/a-\nb now", "see https://example.org/a-b\nnow"),
        ("the NATO-\nmembers met", "the NATO-members\nmet"),
        ("gru\u0364n-\ndet auf", "gru\u0364ndet\nauf"),
    ],
)
def test_hyphens_that_decide_by_form(broken: str, whole: str) -> None:
    """Digits, single consonants, addresses and acronyms keep the hyphen; marks above letters are no obstacle."""
    assert rejoin_hyphenated_words(broken) == whole


@pytest.mark.parametrize("text", ["he said --\nand left", "the end –\nand more", "x -\ny", "-\n-\n", "a_-\n\n\n"])
def test_dashes_stay(text: str) -> None:
    """A dash at a line's end is no hyphen."""
    assert rejoin_hyphenated_words(text) == text


def test_old_letters_are_todays() -> None:
    """Long s, r rotunda and the small e above a vowel count as the letters they became."""
    assert fold_word("Gru\u0364ße der Waſſerꝛatte") == "grüße der wasserratte"


@given(
    st.lists(st.sampled_from(["com", "pro", "mun", "ica", "tion", "1918", "-", "\f", "\n", " ", "A", "\u00ad", "¬"]))
)
def test_only_hyphens_and_blanks_move(pieces: list[str]) -> None:
    """No letter and no digit is lost or moved, whatever the text."""
    text = "".join(pieces)
    keep = str.isalnum
    assert list(filter(keep, rejoin_hyphenated_words(text))) == list(filter(keep, text))
