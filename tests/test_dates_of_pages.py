"""The dates of a page: when it was published and changed, not when it was printed."""

from __future__ import annotations

from datetime import date

import pytest

from textclean import read_article

TEXT = "The harbour was opened again on Thursday, after two years in which no ship could come in or go out.\n"
GERMAN = "Der Hafen wurde am Donnerstag wieder geöffnet, nachdem zwei Jahre lang kein Schiff einlaufen konnte.\n"
FRENCH = "Le port a rouvert jeudi, après deux années pendant lesquelles aucun bateau ne pouvait entrer.\n"


@pytest.mark.parametrize(
    ("head", "text", "published", "modified"),
    [
        ("Published: 5 January 2024\n", TEXT, "2024-01-05", None),
        (
            "Details\nWritten by Ann Lee\nCategory: News\nPublished: 5 January 2024\nHits: 12\n",
            TEXT,
            "2024-01-05",
            None,
        ),
        ("Submitted by Ann Lee on Fri, 01/05/2024 - 10:30\n", TEXT, "2024-01-05", None),
        ("Posted By Ann Lee On January 5, 2024 @ 10:30 am In World | No Comments\n", TEXT, "2024-01-05", None),
        ("Ann Lee | 5 January 2024\n", TEXT, "2024-01-05", None),
        ("Published: 22:04, 5 Jan 2024\nUpdated: 09:05, 6 Jan 2024\n", TEXT, "2024-01-05", "2024-01-06"),
        ("Updated: 6 Jan 2024\nPublished: 5 Jan 2024\n", TEXT, "2024-01-05", "2024-01-06"),
        ("Stand: 05.01.2024, 10:30 Uhr\n", GERMAN, "2024-01-05", None),
        ("Publié le 05/01/2024 - 10:30\n\nMis à jour le 06/01/2024\n", FRENCH, "2024-01-05", "2024-01-06"),
        ("The mayor of the town since May 5, 2019\n", TEXT, None, None),
        ("Photo taken in Dover on January 5, 2024, in the rain.\n", TEXT, None, None),
        ("Related: Harbour closes | May 5, 2019\n", TEXT, None, None),
        ("By Ann Lee\nPublished 5 January\n", TEXT, "XXXX-01-05", None),
        ("Jan. 5, 2024 Updated: Jan. 6, 2024 9:05 a.m.\n", TEXT, "2024-01-05", "2024-01-06"),
        ("Soumis par Anne Roy le ven, 05/01/2024 - 10:30\n", FRENCH, "2024-01-05", None),
        ("Eingereicht von Anna Berg am Fr, 05.01.2024 - 10:30\n", GERMAN, "2024-01-05", None),
        ("", TEXT, None, None),
    ],
)
def test_dates_below_the_title(head: str, text: str, published: str | None, modified: str | None) -> None:
    """Labels tell the two apart; a date in a sentence is none of the page's."""
    article = read_article(f"# Harbour reopens after two years\n\n{head}\n{text}\n{text}")
    assert (article.published, article.modified) == (published, modified)


def test_stamps_of_browsers_are_not_dates_of_publication() -> None:
    """A stamp stands on every sheet, with the page counter at its foot."""
    title = "Harbour reopens after two years"
    sheets = [
        f"11/23/26, 9:49 AM {title}\n\n{title}\n\n{TEXT}\n{TEXT}\nhttps://example.org/harbour 1/2\n",
        f"11/23/26, 9:49 AM {title}\n\n{TEXT}\n{TEXT}\nhttps://example.org/harbour 2/2\n",
    ]
    assert read_article("\f".join(sheets)).published is None


def test_a_date_in_the_form_of_a_stamp_is_one_of_the_page() -> None:
    """`05.01.2024, 10:30` below a byline makes no browser print of a page."""
    source = f"# Der Hafen ist wieder offen\n\nVon Anna Berg\n05.01.2024, 10:30 Uhr\n\n{GERMAN}\n{GERMAN}"
    article = read_article(source)
    assert article.published == "2024-01-05"
    assert len(article.body) == 2


def test_sheets_of_reader_view_are_not_dates_of_publication() -> None:
    """Firefox prints `1 of 2` and its own date at the foot, which OCR may misread."""
    foot = "{} of 2 05/01/2024, 10:30\n"
    garbled = "Tof2 05/01/2024, 10:30\n"
    for first in (foot.format(1), garbled):
        source = f"# Harbour reopens\n\n{TEXT}\n{TEXT}\n{first}\f{TEXT}\n{TEXT}\n{foot.format(2)}"
        assert read_article(source).published is None


def test_an_address_settles_the_order_of_figures() -> None:
    """`05/01/2024` is January where the page's own address says so, and then it is in doubt no more."""
    source = f"# Harbour reopens\n\nPublished: 05/01/2024\n\n{TEXT}\n{TEXT}\nhttps://example.org/2024/01/05/harbour\n"
    article = read_article(source)
    assert article.published == "2024-01-05"
    assert "ambiguous-date" not in {warning.code for warning in article.warnings}
    doubtful = read_article(source.replace("2024/01/05/", ""))
    assert "ambiguous-date" in {warning.code for warning in doubtful.warnings}


def test_the_only_date_of_a_change_is_taken_with_a_warning() -> None:
    """The page was published that day or before it."""
    article = read_article(f"# Harbour reopens\n\nUpdated: 6 January 2024\n\n{TEXT}\n{TEXT}")
    assert article.published == article.modified == "2024-01-06"
    assert "date-of-update" in {warning.code for warning in article.warnings}


def test_doubts_about_a_date_are_warnings_with_their_place() -> None:
    """A weekday that contradicts, and a day that is yet to come for the run."""
    source = f"# Harbour reopens\n\nPublished: Monday, January 5, 2024\n\n{TEXT}\n{TEXT}"
    article = read_article(source, as_of=date(2023, 12, 31))
    doubts = {warning.code: warning.span for warning in article.warnings}
    assert {"weekday-contradicts-date", "date-in-future"} <= doubts.keys()
    span = doubts["date-in-future"]
    assert span is not None
    assert "January 5, 2024" in source[slice(*span)]


@pytest.mark.parametrize(
    "line",
    [
        "Printed on 19 March 2021",
        "Born 3 May 1931, died 5 March 2021",
        "Valid until 9 March 2021",
        "Photo taken 19 March 1974",
        "Imprimé le 19 mars 2021",
        "Stampato il 19 marzo 2021",
    ],
)
def test_a_date_of_something_else_is_no_publication(line: str) -> None:
    """A printing, a life, a deadline: what the words before the date say is believed, and nobody is named by them."""
    article = read_article(f"# Old light gets new lamp\n\n{line}\n\n{TEXT}")
    assert (article.published, article.modified, article.authors) == (None, None, ())


def test_a_weekday_may_stand_behind_the_label() -> None:
    """It says nothing of which date it is."""
    line = "Published Friday 5 March 2021 | Updated Saturday 6 March 2021"
    article = read_article(f"# Old light gets new lamp\n\n{line}\n\n{TEXT}")
    assert (article.published, article.modified) == ("2021-03-05", "2021-03-06")


def test_a_date_at_the_head_of_a_line_may_be_in_a_sentence() -> None:
    """The line goes on in small letters: the date stays in the text, and is none of the page."""
    article = read_article(
        "# Old light\n\nThe keeper came to the island on\n3 May 1977 with his wife\nand has never left, although the "
        "boat goes every week and the winters are long.\n"
    )
    assert article.published is None
    assert "on 3 May 1977 with his wife and" in article.body[0].text
