"""How common words are: the figures of wordfreq, from a database that is never more than a cache."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from wordfreq import get_frequency_dict

from textclean import user_cache
from textclean.lexicon import word_frequency
from textclean.word_lists import load_word_list

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ("the", "harbour", "naïve", "don't", "qqxxzz", "", "\ud800")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the cache a folder of its own, still empty."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(user_cache, "user_cache_path", lambda _name: folder)
    return folder


def shares(language: str) -> list[float | None]:
    """Return what the list of a language says of some words."""
    found = load_word_list(language)
    assert found is not None
    return [found.get(word) for word in WORDS]


def test_a_list_says_what_wordfreq_says(cache: Path) -> None:
    """When it is unpacked, when it is read again, and for a regional tag."""
    expected = [get_frequency_dict("is").get(word) for word in WORDS]
    assert shares("is") == shares("is") == shares("is-IS") == expected
    assert [path.name for path in cache.rglob("*.*") if path.is_file()] == ["is.sqlite"]


def test_a_damaged_list_is_unpacked_anew(cache: Path) -> None:
    """As after a full disk."""
    expected = shares("is")
    (stored,) = cache.rglob("*.sqlite")
    for damaged in (b"", stored.read_bytes()[:5000], b"no database at all" * 1000):
        stored.write_bytes(damaged)
        assert shares("is") == expected


def test_the_folder_is_not_needed(cache: Path) -> None:
    """Where it cannot be made, the list is kept in memory."""
    cache.write_text("a file stands where the folder would be")
    assert shares("is") == [get_frequency_dict("is").get(word) for word in WORDS]


@pytest.mark.usefixtures("cache")
def test_a_language_without_a_list_has_none() -> None:
    """Nothing is known then, which is not the same as a word that nobody uses."""
    assert load_word_list("eo") is None
    assert word_frequency("domo", "eo") is None


def test_a_word_has_its_zipf_value() -> None:
    """The logarithm of how often it stands among a thousand million words."""
    assert word_frequency("the", "en") == pytest.approx(math.log10(get_frequency_dict("en")["the"]) + 9)
    assert word_frequency("qqxxzz", "en") == 0
