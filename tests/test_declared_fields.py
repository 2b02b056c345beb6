"""What documents say of themselves: front matter, and the labels of LexisNexis and Factiva."""

from __future__ import annotations

import pytest

from textclean import read_article
from textclean.article.declared.front_matter import parse_front_matter
from textclean.article.export.markdown import to_markdown

TEXT = "The harbour was opened again on Thursday, after two years in which no ship could come in or go out."
MORE = "The mayor said that the town had waited long for this day and would now see its ferries come back."

NEXIS = f"""                               1 of 20 DOCUMENTS


                              The Morning Courier

                          January 5, 2024 Friday
                          Late Edition - Final

Harbour Reopens After Two Years

BYLINE: By ANN LEE and JOHN McGEE

SECTION: Section A; Column 0; National Desk; Pg. 14

LENGTH: 512 words

DATELINE: DOVER, Jan. 4

{TEXT}

{MORE}

LOAD-DATE: January 6, 2024

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                       Copyright 2024 The Morning Courier
"""

FACTIVA = f"""SE    News
HD    Harbour reopens after two years
BY    By Ann Lee and Tom Berg
WC    512 words
PD    5 January 2024
SN    The Morning Courier
LA    English
CY    Copyright 2024 The Morning Courier

LP
{TEXT}

TD
{MORE}

AN    Document MCOUR00020240105ek1500012
"""


def test_labels_of_nexis() -> None:
    """The day of the paper is the date, not when the database took it in; labels are no text."""
    article = read_article(NEXIS)
    assert article.title == "Harbour Reopens After Two Years"
    assert [author.name for author in article.authors] == ["Ann Lee", "John McGee"]
    assert article.published == "2024-01-05"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.date) == ("DOVER", "XXXX-01-04")
    assert article.section == ("Section A", "National Desk")
    assert [block.text for block in article.body] == [TEXT, MORE]
    assert article.evidence["authors"].rule == "wire.byline"


def test_the_load_date_stands_in() -> None:
    """Without the line of the edition, the day the database took the text is the best there is, and named as such."""
    article = read_article(NEXIS.replace("January 5, 2024 Friday", "").replace("Late Edition - Final", ""))
    assert article.published == "2024-01-06"
    assert article.evidence["published"].rule == "wire.load-date"


def test_labels_of_factiva() -> None:
    """Two-letter codes say title, names, day and paper."""
    article = read_article(FACTIVA)
    assert article.title == "Harbour reopens after two years"
    assert [author.name for author in article.authors] == ["Ann Lee", "Tom Berg"]
    assert article.published == "2024-01-05"
    assert article.publisher is not None
    assert article.publisher.name == "The Morning Courier"
    assert [block.text for block in article.body] == [TEXT, MORE]


def test_a_single_label_is_text() -> None:
    """`SECTION:` alone is a subhead of anybody's article."""
    article = read_article(f"# Harbour reopens\n\n{TEXT}\n\nSECTION: the quay\n\n{MORE}\n")
    assert "SECTION: the quay" in [block.text for block in article.body]


def test_front_matter_of_jekyll() -> None:
    """Title, author, time with its zone, categories and language; none of it is body."""
    source = (
        '---\nlayout: post\ntitle: "Harbour reopens: at last"\nauthor: Ann Lee\ndate: 2024-01-05 10:30:00 +0100\n'
        f"categories: [world, ports]\nlang: en\n---\n\n{TEXT}\n"
    )
    article = read_article(source)
    assert article.title == "Harbour reopens: at last"
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert article.published == "2024-01-05T10:30:00+01:00"
    assert article.section == ("world", "ports")
    assert [block.text for block in article.body] == [TEXT]
    span = article.evidence["title"].span
    assert source[slice(*span)] == 'title: "Harbour reopens: at last"'


def test_front_matter_of_olmocr() -> None:
    """It says the language; all else is read from the page below it."""
    header = "primary_language: en\nis_rotation_valid: True\nrotation_correction: 0\nis_table: False\nis_diagram: False"
    article = read_article(f"---\n{header}\n---\n# Harbour reopens\n\nBy Ann Lee\n\n{TEXT}\n")
    assert article.language == "en"
    assert article.evidence["language"].rule == "front-matter.language"
    assert article.title == "Harbour reopens"
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert [block.text for block in article.body] == [TEXT]


def test_our_own_markdown_reads_back() -> None:
    """What we write as front matter gives the same fields again."""
    first = read_article(
        f"# Harbour reopens\n\nBy Ann Lee, Reporter\n\nPublished: 5 January 2024\n\n{TEXT}\n\n{MORE}\n"
    )
    second = read_article(to_markdown(first))
    for field in ("title", "authors", "published", "dateline", "language", "publisher", "section"):
        assert getattr(second, field) == getattr(first, field), field
    assert [block.text for block in second.body] == [block.text for block in first.body]


@pytest.mark.parametrize(
    "front",
    ["---\na: [1\n---\n", "---\n- a\n- b\n---\n", "---\na: !!python/object:os.system x\n---\n", "---\n---\n", ""],
)
def test_broken_front_matter_says_nothing(front: str) -> None:
    """No YAML mapping, no fields; no object is ever made."""
    assert all(isinstance(value, (str, list, dict)) for value in parse_front_matter(front).values())
    assert read_article(f"{front}# Harbour reopens\n\n{TEXT}\n").title == "Harbour reopens"


@pytest.mark.parametrize("date", ["2024-13-45", "soon", "[]", "2024-01-05 25:00:00 +0100", "2024-01-05T10:30:00+99:00"])
def test_front_matter_cannot_break_an_article(date: str) -> None:
    """A value that is no date is no date, and nothing raises."""
    article = read_article(f"---\ntitle: A\ndate: {date}\nlang: 12\nurl: nonsense\n---\n{TEXT}\n")
    assert article.title == "A"
    assert article.url is None
