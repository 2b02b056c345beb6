"""Articles read from print pages of our own writing, one for each mechanism that real ones share."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

import textclean
from strategies import texts
from textclean.article import fields
from textclean.article.context import Found, ReadingContext
from textclean.article.model import Article, json_schema
from textclean.presets import find_pipeline

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_regressions.file_regression import FileRegressionFixture

FIRST = "The harbour board decided on Monday to rebuild the eastern quay, which storms had damaged in two winters."
SECOND = "Work is to begin in spring. Boats will moor at the western quay until the new wall stands, the board said."
THIRD = "Fishermen had asked for the repair since the first storm broke the wall, and welcomed the decision."
HOME = "https://www.harbourpost.example/news/region/"
URL = f"{HOME}harbour-board-rebuilds-eastern-quay-4711"
LONG = f"{HOME}harbour-board-rebuilds-eastern-quay-of-the-old-town-and-its-harbour"

WORDPRESS = f"""- The Harbour Post - https://www.harbourpost.example -

Harbour board rebuilds eastern quay

Posted By Ann Lee On March 4, 2024 @ 9:30 am In Region | No Comments

{FIRST}

{SECOND}

Article printed from The Harbour Post: https://www.harbourpost.example

URL to article: {URL}

URLs in this post:

[1] Image: https://www.harbourpost.example/photo.jpg

Copyright © 2024 The Harbour Post. All rights reserved.
"""

DRUPAL = f"""Published on The Harbour Post (https://www.harbourpost.example)
Home > Harbour board rebuilds eastern quay

Harbour board rebuilds
eastern quay
Submitted by Ann Lee on Mon, 03/04/2024 - 09:30

{FIRST}

{SECOND}

Source URL (modified on 03/04/2024 - 09:30): {URL}
Links
[1] https://www.harbourpost.example/user/7
"""

JOOMLA = f"""# **_Harbour board rebuilds_** **_eastern quay_**

Details

Written by Ann Lee

Category: Region

Published: 04 March 2024

Hits: 4711

Image not found or type unknown

{FIRST}

{SECOND}

<{URL}>

**The Harbour Post**
"""

PRINTFRIENDLY = f"""The Harbour Post

Harbour board rebuilds eastern quay
{URL}

Ann Lee | 4 March 2024

{FIRST}

{SECOND}

{URL}

1/1
"""

PRINTS = {"wordpress": WORDPRESS, "drupal": DRUPAL, "joomla": JOOMLA, "printfriendly": PRINTFRIENDLY}


@pytest.mark.parametrize("printed", PRINTS.values(), ids=PRINTS)
def test_a_print_page_gives_every_field(printed: str) -> None:
    """Where a content management system prints them, all fields are found, and the body has nothing else."""
    article = textclean.read_article(printed)
    assert article.title == "Harbour board rebuilds eastern quay"
    assert article.url == URL
    assert article.publisher is not None
    assert (article.publisher.name, article.publisher.domain) == ("The Harbour Post", "harbourpost.example")
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert article.published is not None
    assert article.published.startswith("2024-03-04")
    assert [block.text for block in article.body] == [FIRST, SECOND]
    assert article.language == "en"


@pytest.mark.parametrize("printed", PRINTS.values(), ids=PRINTS)
def test_every_field_says_where_it_stood(printed: str) -> None:
    """Evidence spans lie in the source and hold what was read there."""
    article = textclean.read_article(printed)
    for name, evidence in article.evidence.items():
        start, end = evidence.span
        assert 0 <= start < end <= len(printed), name
    start, end = article.evidence["title"].span
    assert "rebuilds" in printed[start:end]
    for block in article.body:
        assert block.span is not None
        assert printed[slice(*block.span)].split(maxsplit=1)[0] == block.text.split()[0]


def test_sections_are_what_the_page_says() -> None:
    """A category that the page prints goes before the folders of its address."""
    assert textclean.read_article(JOOMLA).section == ("Region",)
    assert textclean.read_article(PRINTFRIENDLY).section == ("news", "region")


def test_a_browser_print_keeps_the_article_alone() -> None:
    """Menus, teasers and stamps of a whole page are left out; its address and site stand in its head and foot."""
    menu = "News\n\nRegion\n\nSport\n\nWeather\n\nLog in\n\nNewsletter"
    head = "3/5/24, 9:49 AM\n\nHarbour board rebuilds eastern quay | The Harbour Post\n\n"
    teasers = "Most read\n\nFerry runs late again\n\nNew bakery in the old school\n\n© 2024 The Harbour Post"
    pages = [
        f"{head}{menu}\n\nHarbour board rebuilds eastern quay\n\nBy Ann Lee\n\n{FIRST}\n\n{SECOND}\n\n{URL}\n\n1/2\n\n",
        f"{head}{THIRD}\n\n{teasers}\n\n{URL}\n\n2/2\n",
    ]
    article = textclean.read_article("\f".join(pages))
    assert article.title == "Harbour board rebuilds eastern quay"
    assert article.url == URL
    assert article.publisher is not None
    assert article.publisher.name == "The Harbour Post"
    assert [block.text for block in article.body] == [FIRST, SECOND, THIRD]
    assert article.published is None


def test_a_short_statement_before_a_heading_stays() -> None:
    """A statement of a few words is a paragraph though a heading stands next to it; a question there is a teaser."""
    head = "3/5/24, 9:49 AM\n\nHarbour board rebuilds eastern quay | The Harbour Post\n\n"
    text = f"{head}{FIRST} {SECOND}\n\n{{}}\n\nNew piles\n\n{THIRD} {SECOND} {FIRST}\n\n{URL}\n\n1/1\n"
    kept, left = "But costs are rising.", "Who bakes the best rolls?"
    assert kept in [block.text for block in textclean.read_article(text.format(kept)).body]
    assert left not in [block.text for block in textclean.read_article(text.format(left)).body]


def test_reader_view_names_no_publisher() -> None:
    """Reader view prints a host and a cut address: the domain is kept, the address is not guessed."""
    text = (
        "Harbour board rebuilds eastern quay\n\n"
        "about:reader?url=https%3A%2F%2Fwww.harbourpost.example%2Fnews%2Freg...\n\n"
        f"harbourpost.example\n\nHarbour board rebuilds eastern quay\nAnn Lee\n2-3 minutes\n\n{FIRST}\n\n{SECOND}\n\n"
        "1 of 1\n\n05/03/2024, 09:36\n"
    )
    article = textclean.read_article(text)
    assert article.title == "Harbour board rebuilds eastern quay"
    assert article.url is None
    assert "damaged-url" in {warning.code for warning in article.warnings}
    assert article.publisher is not None
    assert (article.publisher.name, article.publisher.domain) == (None, "harbourpost.example")
    assert article.published is None
    assert [block.text for block in article.body] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        (f"{HOME}harbour-board-\nrebuilds-eastern-quay-4711", URL),
        (f"[{HOME}harbour-board-]({URL})\n[rebuilds-eastern-quay-4711]({URL})", URL),
        (f"{URL}?utm_source=feed&id=3#top", f"{URL}?id=3"),
        (f"$\\frac{{{URL}}}$", URL),
        (f"{HOME}harbour-board-rebuilds-eastern-quayof-the-old-town-and-its-harbour", LONG),
        (f"{HOME}harbour-board-rebuilds-eastern-quayxof-the-old-town-and-its-great-harbour", None),
    ],
    ids=["wrapped", "linked", "tracked", "latex", "hyphen-eaten", "damaged"],
)
def test_addresses_come_back_or_are_not_given(printed: str, address: str | None) -> None:
    """A wrapped address is joined; one that lost a hyphen is mended from the text's words or withheld."""
    lines = "\n".join(
        ["Harbour board rebuilds eastern quay of the old town", "", *FIRST.split(". "), "", SECOND, "", printed]
    )
    article = textclean.read_article(lines + "\n\nThe Harbour Post\n")
    assert article.url == address


def test_a_bold_deck_is_the_subtitle() -> None:
    """What stands in bold between title and text is no paragraph of the body; two bold blocks are no deck."""
    deck = "**Storms had broken the wall twice before the board decided.**"
    article = textclean.read_article(JOOMLA.replace(FIRST, f"{deck}\n\n{FIRST}"))
    assert article.subtitle == deck.strip("*")
    assert [block.text for block in article.body] == [FIRST, SECOND]
    assert textclean.read_article(JOOMLA.replace(FIRST, f"{deck}\n\n{deck}\n\n{FIRST}")).subtitle is None
    assert textclean.read_article(JOOMLA).subtitle is None


def test_a_first_sentence_is_no_title() -> None:
    """Plain paragraphs without a title have none; a title is repaired like the rest of the text."""
    assert textclean.read_article(f"{FIRST}\n\n{SECOND}\n").title is None
    assert textclean.read_article(f"# El alcalde agradeciÃ³ a la poblaciÃ³n\n\n{FIRST}\n").title == (
        "El alcalde agradeció a la población"
    )


def test_two_columns_are_read_one_after_the_other() -> None:
    """What `pdftotext -layout` interleaves comes out in order, and each span points to the source as it was."""
    left = [
        "  The harbour board decided on Monday to",
        "rebuild the eastern quay, which storms had",
        "damaged in two winters.",
    ]
    right = [
        "  Work is to begin in spring. Boats will",
        "moor at the western quay until the new",
        "wall stands, the board said.",
    ]
    rows = [f"{a:<50}{b}" for a, b in zip(left * 4, right * 4, strict=True)]
    text = "\n".join(["Harbour board rebuilds eastern quay", "", *rows, ""])
    article = textclean.read_article(text)
    body = article.text.replace("\n\n", " ")
    assert body.startswith("The harbour board decided on Monday to rebuild the eastern quay, which storms had damaged")
    assert body.index("Work is") > body.rindex("damaged")
    assert "two-columns" in {warning.code for warning in article.warnings}
    start, end = article.evidence["title"].span
    assert text[start:end] == article.title
    kept = textclean.read_article(text.replace("quay", "\ufb02at"), pipeline=find_pipeline("standard", ["ligature"]))
    assert "eastern \ufb02at" in kept.text


@pytest.mark.parametrize("text", ["", " \n", "x", "https://example.org", "\ud800", "# \n\n#", "1/2\f2/2", "Ann Lee"])
def test_scraps_make_an_article_without_inventions(text: str) -> None:
    """Nothing raises, and what does not stand there is not there."""
    article = textclean.read_article(text)
    assert article.published is None
    assert article.dateline is None
    assert article.authors == ()


@given(text=texts)
@settings(max_examples=60)
def test_any_text_becomes_an_article_that_json_can_hold(text: str) -> None:
    """No text raises, and the JSON of its article reads back as the same article."""
    article = textclean.read_article(text)
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_the_id_is_that_of_the_content() -> None:
    """The same article from two paths has one id; another body has another."""
    here, there = (textclean.read_article(JOOMLA, path) for path in ("a.md", "b/c.md"))
    assert here.id == there.id
    assert here.source.path != there.source.path
    assert here.id != textclean.read_article(JOOMLA.replace("spring", "autumn")).id


def test_packages_bring_fields_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field offered by entry point goes to `extra`, with its evidence."""

    def read(context: ReadingContext) -> Found | None:
        at = context.text.find("storms")
        return Found("storms", at, at + 6, "weather.word") if at >= 0 else None

    point = EntryPoint("weather", "somewhere:field", fields.ENTRY_POINT_GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda _: fields.Field("weather", read))
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [point])
    fields.all_fields.cache_clear()
    try:
        article = textclean.read_article(JOOMLA)
    finally:
        fields.all_fields.cache_clear()
    assert article.extra == {"weather": "storms"}
    assert JOOMLA[slice(*article.evidence["weather"].span)] == "storms"


def test_the_schema_is_the_one_on_record(file_regression: FileRegressionFixture, fixtures: Path) -> None:
    """The JSON Schema changes only on purpose."""
    schema = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    path = fixtures / "article.schema.json"
    file_regression.check(schema.encode(), fullpath=path, binary=True)


def test_every_real_print_becomes_an_article(corpora: Path) -> None:
    """A sample of real conversions: no exception, a body each, every span inside its source."""
    for path in sorted((corpora / "news" / "dev" / "text").iterdir())[::19]:
        text = path.read_bytes().decode("utf-8", "replace")
        article = textclean.read_article(text, path.name)
        assert article.body, path.name
        assert all(0 <= e.span[0] <= e.span[1] <= len(text) for e in article.evidence.values()), path.name


def test_short_lines_that_stand_below_each_other_stay_so() -> None:
    """Ingredients, an address: the cleaners left them on their lines, and so does the article."""
    entries = "225g unsalted butter, softened\n225g caster sugar\n4 eggs\n1 lemon, zested"
    article = textclean.read_article(f"# Lemon cake\n\nThe cake of the island.\n\n{entries}\n")
    assert article.body[-1].text == entries


def test_a_box_in_mid_article_does_not_end_it() -> None:
    """What stands behind `Read also` on a browser's print is the article's, where its paragraphs go on at once."""
    sentence = (
        "The port authority said on day {} that the old lamp, which is as tall as a man, had been sold for a crown."
    )
    paragraphs = [
        f"{sentence.format(number)} Nobody had asked for it before, and nobody will again." for number in range(6)
    ]
    page = "\n\n".join([*paragraphs[:4], "Read also: Why the herring disappears", *paragraphs[4:]])
    address = "https://www.coastdaily.example/news/second-lighthouse-gets-its-lamp"
    head = (
        "3/10/24, 8:15 AM            Second lighthouse gets its lamp - Coast Daily\n\nSecond lighthouse gets its lamp"
    )
    article = textclean.read_article(f"{head}\n\nBy Ann Lee\nMarch 9, 2024\n\n{page}\n\n{address}          1/1\n")
    assert [block.text for block in article.body if block.text.startswith("The port")] == paragraphs


def test_what_stands_behind_an_article_is_still_none_of_it() -> None:
    """Behind `Related` stand other stories, a line each: no box, and the article has ended."""
    text = (
        "The port authority said that the old lamp, which is as tall as a man, had been sold to a farmer for a crown."
    )
    related = "Related\n\nWhy the herring disappears\n\nA new boat for the island\n\nFerry fares to rise"
    head = (
        "3/10/24, 8:15 AM            Second lighthouse gets its lamp - Coast Daily\n\nSecond lighthouse gets its lamp"
    )
    article = textclean.read_article(f"{head}\n\nBy Ann Lee\n\n{text}\n\n{text[:-1]}, he said.\n\n{related}\n")
    assert not any("herring" in block.text or block.text == "Related" for block in article.body)
