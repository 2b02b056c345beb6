"""The two articles this project was made for, read whole; skipped where they do not stand beside the checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import textclean

if TYPE_CHECKING:
    from pathlib import Path

    from textclean.article.model import Article


@pytest.fixture
def first(corpora: Path) -> Article:
    """Return the article with a placeholder, rules, and a sentence cut by a blank line."""
    return read(corpora, "000_")


@pytest.fixture
def second(corpora: Path) -> Article:
    """Return the article with its address in a fraction and a quotation that never closes."""
    return read(corpora, "002_")


def read(corpora: Path, start: str) -> Article:
    """Read the seed whose name starts so."""
    path = next((corpora / "seeds").glob(f"{start}*"))
    return textclean.read_article(path.read_text(encoding="utf-8"), str(path))


def test_titles_are_whole_and_plain(first: Article, second: Article) -> None:
    """Neither heading mark nor emphasis is left in a title."""
    assert first.title == "Grupo de Puebla supports Mexico's asylum offer to Julian Assange"
    assert second.title == "Mexican president reaffirms offer of asylum to Julian Assange"


def test_datelines_have_place_date_and_agency(first: Article, second: Article) -> None:
    """No year stands there, so none is in the date, and a warning says so."""
    for article, place, date in ((first, "La Paz", "XXXX-01-05"), (second, "Mexico City", "XXXX-05-27")):
        assert article.dateline is not None
        assert (article.dateline.place, article.dateline.date, article.dateline.agency) == (place, date, "RHC")
        assert "date-without-year" in {warning.code for warning in article.warnings}
        assert article.published is None


def test_addresses_publisher_and_section(first: Article, second: Article) -> None:
    """One address stood in angle brackets, one in a fraction; sections are folders of the address."""
    home = "https://www.radiohc.cu/index.php/en/noticias/internacionales/"
    assert first.url == f"{home}281793-grupo-de-puebla-supports-mexicos-asylum-offer-to-julian-assange"
    assert second.url == f"{home}289034-mexican-president-reaffirms-offer-of-asylum-to-julian-assange"
    for article in (first, second):
        assert article.publisher is not None
        assert (article.publisher.name, article.publisher.domain) == ("Radio Habana Cuba", "radiohc.cu")
        assert article.section == ("noticias", "internacionales")
        assert article.language == "en"


def test_bodies_have_nine_paragraphs_and_nothing_else(first: Article, second: Article) -> None:
    """No rule, placeholder, emphasis, address or publisher is left, and a cut sentence is whole."""
    assert len(first.body) == len(second.body) == 9
    assert any(block.text.endswith("with respect to the activist.") for block in first.body)
    for article in (first, second):
        text = article.text
        assert not [mark for mark in ("---", "*", "#", "not found", "http", "Radio Habana") if mark in text]


def test_brackets_of_the_writer_stay(second: Article) -> None:
    """Square brackets are the writer's own, not LaTeX."""
    assert "[of Mexico]" in second.text
    assert "[judge]" in second.text


def test_a_quotation_that_never_closes_is_told(first: Article, second: Article) -> None:
    """The warning points to the quotation mark in the source."""
    (warning,) = [warning for warning in second.warnings if warning.code == "unbalanced-quote"]
    assert warning.span is not None
    assert "unbalanced-quote" not in {warning.code for warning in first.warnings}


@pytest.mark.parametrize("start", ["000_", "002_"])
def test_the_sources_come_back(corpora: Path, start: str) -> None:
    """The ledger leads back to every character."""
    text = next((corpora / "seeds").glob(f"{start}*")).read_text(encoding="utf-8")
    assert textclean.run(text).restore() == text
