"""Who signs an article: people, roles, agencies and houses, each in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textclean import read_article
from textclean.article.names.byline_words import byline_names
from textclean.article.names.credits import read_credits
from textclean.article.names.name_case import write_name

TEXT = "The harbour was opened again on Thursday, after two years in which no ship could come in or go out.\n"


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("ABBY GOODNOUGH", ["Abby Goodnough"]),
        ("Ann Lee and Tom Berg", ["Ann Lee", "Tom Berg"]),
        ("Ann Lee, Tom Berg and Joe Roe", ["Ann Lee", "Tom Berg", "Joe Roe"]),
        ("Anna Berg und Karl-Theodor zu Linden", ["Anna Berg", "Karl-Theodor zu Linden"]),
        ("Ana Ruiz y José L. Díaz", ["Ana Ruiz", "José L. Díaz"]),
        ("Anne Roy et Luc d'Arcy", ["Anne Roy", "Luc d'Arcy"]),
        ("Anna Rossi & Luca Bianchi", ["Anna Rossi", "Luca Bianchi"]),
        ("Simon & Garfunkel", ["Simon & Garfunkel"]),
        ("Smith, John", ["John Smith"]),
        ("Smith, John A.; Doe, Jane", ["John A. Smith", "Jane Doe"]),
        ("Robert Downey Jr.", ["Robert Downey Jr."]),
        ("Robert Downey, Jr., and Ann Lee", ["Robert Downey Jr.", "Ann Lee"]),
        ("J.K. Lee", ["J.K. Lee"]),
        ("J. R. R. Berg", ["J. R. R. Berg"]),
        ("Лида Иванова и Пётр Сидоров", ["Лида Иванова", "Пётр Сидоров"]),
        ("김민수 기자", ["김민수"]),
        ("山田太郎", ["山田太郎"]),
        ("Lê Thị Mai", ["Lê Thị Mai"]),
        ("Ludwig van Berg", ["Ludwig van Berg"]),
        ("Dr. Max Keller", ["Dr. Max Keller"]),
    ],
)
def test_people_of_a_byline(names: str, people: list[str]) -> None:
    """Each is one name, in the order and the case people write."""
    assert [one.name for one in read_credits(names)] == people


@pytest.mark.parametrize(
    ("names", "credits"),
    [
        ("Ann Lee, Senior Reporter", [("Ann Lee", "Senior Reporter", None)]),
        ("Ann Lee, Special to The Courier", [("Ann Lee", "Special to The Courier", None)]),
        ("Anna Berg, Online-Redakteurin", [("Anna Berg", "Online-Redakteurin", None)]),
        ("Ann Lee, Associated Press", [("Ann Lee", None, "Associated Press")]),
        ("Ann Lee (Reuters)", [("Ann Lee", None, "Reuters")]),
        ("Ann Lee and Tom Berg, AP", [("Ann Lee", None, "AP"), ("Tom Berg", None, "AP")]),
        ("Ann Lee in Berlin", [("Ann Lee", "in Berlin", None)]),
        ("Ann Lee, Chief Correspondent, and Tom Berg, Staff Writer",
         [("Ann Lee", "Chief Correspondent", None), ("Tom Berg", "Staff Writer", None)]),
        ("Reuters", [("Reuters", None, None)]),
        ("dpa", [("dpa", None, None)]),
    ],
)  # fmt: skip
def test_roles_and_agencies_stand_apart(names: str, credits: list[tuple[str, str | None, str | None]]) -> None:  # noqa: A002
    """A role is no person, and an agency signs only where nobody else does."""
    assert [tuple(one) for one in read_credits(names)] == credits


@pytest.mark.parametrize(
    "text",
    ["", "the end of the road, he said", "12 people", "5 January 2024", "a@b.org", "...", "\ud800", "Read more:"],
)
def test_what_names_nobody(text: str) -> None:
    """Sentences, figures, dates and addresses are no names."""
    assert read_credits(text) == ()


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ABBY GOODNOUGH", "Abby Goodnough"),
        ("SEAN O'NEIL", "Sean O'Neil"),
        ("JOHN McGEE", "John McGee"),
        ("MARÍA R. DE LA CRUZ", "María R. de la Cruz"),
        ("KARL-THEODOR VON BERG", "Karl-Theodor von Berg"),
        ("HENRY LEE III", "Henry Lee III"),
        ("AFP", "AFP"),
        ("Ann Lee", "Ann Lee"),
        ("bell hooks", "bell hooks"),
    ],
)
def test_names_in_capitals(printed: str, written: str) -> None:
    """Capitals are the printer's; what anybody chose otherwise stays."""
    assert write_name(printed) == written


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("By Ann Lee", "en", "Ann Lee"),
        ("Written by Ann Lee", "en", "Ann Lee"),
        ("by Ann Lee Jul. 19, 2026 9:45 am", "en", "Ann Lee"),
        ("By Ann Lee on July 19, 2026", "en", "Ann Lee"),
        ("Von: Anna Berg", "de", "Anna Berg"),
        ("Par Anne Roy", "fr", "Anne Roy"),
        ("di Anna Rossi", "it", "Anna Rossi"),
        ("Escrito por Ana Ruiz Categoría: Noticias", "es", "Ana Ruiz"),
        ("Текст: Лида Иванова · 11 октября 2018", "ru", "Лида Иванова"),
        ("Oleh Budi Santoso", "id", "Budi Santoso"),
        ("作者：王小明", "zh", "王小明"),
        ("The harbour, by Ann Lee", "en", None),
        ("Bypass opens", "en", None),
        ("Vonovia steigt", "de", None),
    ],
)
def test_the_word_of_a_byline(line: str, language: str, names: str | None) -> None:
    """What follows the word, without dates and labels behind it."""
    assert byline_names(line, language) == names


@pytest.mark.parametrize(
    ("head", "people"),
    [
        ("By Ann Lee\n", ["Ann Lee"]),
        ("Details\nWritten by Ann Lee\nCategory: News\nPublished: 5 January 2024\nHits: 12\n", ["Ann Lee"]),
        ("Submitted by Ann Lee on Fri, 01/05/2024 - 10:30\n", ["Ann Lee"]),
        ("Posted By Ann Lee, Tom Berg On January 5, 2024 @ 10:30 am In World | No Comments\n", ["Ann Lee", "Tom Berg"]),
        ("Ann Lee | 5 January 2024\n", ["Ann Lee"]),
        ("Ann Lee\n\nPublished: 22:04, 5 Jan 2024\n", ["Ann Lee"]),
        ("By\nAnn Lee\nTom Berg\n\n", ["Ann Lee", "Tom Berg"]),
        ("5 January 2024, by Ann Lee\n", ["Ann Lee"]),
        ("Ann Lee\nPolitics Reporter\n5 January 2024\n", ["Ann Lee"]),
        ("January 5, 2024 / by Ann Lee / in News\n", ["Ann Lee"]),
        ("Story by Ann Lee • 2d\n", ["Ann Lee"]),
        ("Enviado por Ana Ruiz el Vie, 01/05/2024 - 10:30\n", ["Ana Ruiz"]),
        ("Soumis par Anne Roy le ven, 05/01/2024 - 10:30\n", ["Anne Roy"]),
        ("Geschrieben von Anna Berg am 5. Januar 2024 @ 10:30 In Politik | Keine Kommentare\n", ["Anna Berg"]),
        ("By Friday it had rained for a week.\n", []),
        ("By the numbers\n", []),
        ("Climate Change | 5 January 2024\n", []),
        ("Breaking News\n5 January 2024\n", []),
        ("Dover Castle\nDover Castle\n5 January 2024\n", []),
        ("Photo by Ann Lee | 5 January 2024\n", []),
        ("The Harbour Today | 5 January 2024\n", []),
        ("Photo: Ann Lee\n", []),
    ],
)
def test_the_byline_of_a_page(head: str, people: list[str]) -> None:
    """Where print pages and sites say who signs; a caption or a sentence says nothing of it."""
    article = read_article(f"# Harbour reopens after two years\n\n{head}\n{TEXT}\n{TEXT}")
    assert [author.name for author in article.authors] == people


def test_a_house_or_a_role_on_the_next_line() -> None:
    """`Associated Press` below the name is where she works, and no paragraph."""
    article = read_article(f"# Harbour reopens after two years\n\nBy ANN LEE\nAssociated Press\n\n{TEXT}\n{TEXT}")
    assert [author.model_dump() for author in article.authors] == [
        {"name": "Ann Lee", "role": None, "affiliation": "Associated Press"}
    ]
    assert [block.text for block in article.body] == [TEXT.strip()] * 2


def test_the_byline_has_its_evidence() -> None:
    """The span in the source is the line it was read from."""
    source = f"# Harbour reopens\n\nBy Ann Lee\n\n{TEXT}"
    evidence = read_article(source).evidence["authors"]
    assert source[slice(*evidence.span)] == "By Ann Lee"


@given(st.text(max_size=120))
def test_any_text_is_read_without_raising(text: str) -> None:
    """Whatever comes, nobody without a name signs."""
    assert all(one.name.strip() for one in read_credits(text))
    assert byline_names(text) != ""


@pytest.mark.parametrize(
    "line", ["Buenos Aires, 5 de marzo de 2021", "Paris, le 5 mars 2021", "Hong Kong, 5 March 2021"]
)
def test_where_something_was_written_is_nobody(line: str) -> None:
    """A place before a day is no author."""
    article = read_article(
        f"# Old light gets new lamp\n\n{line}\n\nThe old light at the cape was replaced on Friday.\n"
    )
    assert article.authors == ()


@pytest.mark.parametrize(
    "body",
    [
        "De vuurtoren van Texel heeft vrijdagochtend een nieuwe lamp gekregen. De oude\nlamp is weg.",
        "By the time the keeper reached the shore, the boat with the new lamp had gone and\nnobody was there to ask.",
        "Por su parte, el alcalde de la ciudad dijo lo siguiente:\n\nEl faro es nuestro, y nadie lo cerrará.",
    ],
)
def test_a_line_that_only_opens_as_a_byline_does_is_not_lost(body: str) -> None:
    """The word of a byline is also a word of sentences: what names nobody stays in the body."""
    article = read_article(f"# A light on the coast\n\n{body}\n")
    assert " ".join(block.text for block in article.body) == " ".join(body.split())
    assert article.authors == ()
