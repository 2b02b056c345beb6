"""Articles in the formats of others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from textclean.article.export import export_article
from textclean.article.export.json import from_json, to_json
from textclean.article.export.jsonld import to_jsonld
from textclean.article.export.markdown import to_markdown
from textclean.article.export.ninjs import to_ninjs
from textclean.article.export.rows import remap_page_ends, to_row
from textclean.article.model import Article, Author, Block, Cleaning, Dateline, Publisher, Source
from textclean.errors import UnknownNameError
from textclean.pipeline import Pipeline

if TYPE_CHECKING:
    from pathlib import Path

DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def an_article(**fields: Any) -> Article:  # noqa: ANN401 - any field of the model
    """Return an article of which nothing but `fields` is known."""
    needed = {"id": DIGEST, "source": Source(sha256=DIGEST, bytes=0), "cleaning": Cleaning(pipeline="p", version="0")}
    return Article(**{**needed, **fields})


FULL = an_article(
    title="Harbour: reopens",
    subtitle="After two years",
    authors=(Author(name="Ann Lee", role="Reporter", affiliation="AP"), Author(name="Reuters")),
    dateline=Dateline(place="DOVER", region="Del.", date="XXXX-01-05", agency="AP", text="DOVER, Del., Jan. 5 (AP) -"),
    published="2024-01-05T10:30:00+01:00",
    modified="2024-01-06",
    language="en",
    url="https://example.org/a",
    publisher=Publisher(name="The Example", domain="example.org"),
    section=("World", "Ports"),
    body=(
        Block(text="It is open.\n# not a heading\n1. not a list"),
        Block(kind="heading", text="What next", level=3),
        Block(kind="list", text="- one\ntwo"),
        Block(kind="quote", text="We waited.\n\nLong."),
        Block(kind="code", text="a ``` b"),
        Block(kind="verse", text="Roses\nviolets"),
        Block(kind="table", text="| a |\n|---|\n| b |"),
        Block(kind="caption", text="The harbour"),
    ),
)


@pytest.fixture(scope="module")
def ninjs_validator(corpora: Path) -> Any:  # noqa: ANN401 - jsonschema's validator
    """Return a validator for the published schema, which must check formats."""
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # noqa: PLC0415
    from referencing import Registry  # noqa: PLC0415
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

    path = corpora.parent / "facts" / "ninjs-schema_3.1.json"
    if not path.is_file():
        pytest.skip("the published ninjs schema does not stand beside this checkout")
    anything = DRAFT202012.create_resource({})
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", anything)
    schema = json.loads(path.read_text())
    return Draft202012Validator(schema, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("article", [an_article(), FULL], ids=["empty", "full"])
def test_ninjs_is_valid(ninjs_validator: Any, article: Article) -> None:  # noqa: ANN401
    """The published schema takes what we write, formats of dates and addresses included."""
    ninjs_validator.validate(to_ninjs(article))


def test_the_validator_checks_formats(ninjs_validator: Any) -> None:  # noqa: ANN401
    """A partial date in a ninjs date-time is an error, so leaving it out is tested for real."""
    assert not ninjs_validator.is_valid({"uri": "https://example.org/", "firstCreated": "2024-01-05"})


def test_ninjs_says_what_is_known() -> None:
    """People, houses, the place and the agency go where a newsroom looks for them."""
    item = to_ninjs(FULL)
    assert item["uri"] == "https://example.org/a"
    assert item["by"] == "Ann Lee, Reuters"
    assert item["people"] == [{"name": "Ann Lee", "rel": "author"}]
    assert item["organisations"] == [{"name": "Reuters", "rel": "author"}]
    assert item["located"] == "DOVER, Del."
    assert item["firstCreated"] == "2024-01-05T10:30:00+01:00"
    assert "versionCreated" not in item
    assert {"name": "AP", "role": "agency"} in item["infoSources"]  # type: ignore[operator]


@pytest.mark.parametrize("date", ["2024-01-05", "XXXX-01-05", "2024-01", "2024-01-05T10:30:00"])
def test_ninjs_has_full_date_times_only(date: str) -> None:
    """Nothing is added to a date to make it fit."""
    assert "firstCreated" not in to_ninjs(an_article(published=date))


def test_jsonld_is_a_news_article() -> None:
    """Persons and organizations are told apart, and dates are those of the page."""
    item = to_jsonld(FULL)
    assert item["@type"] == "NewsArticle"
    assert item["author"] == [
        {
            "@type": "Person",
            "name": "Ann Lee",
            "jobTitle": "Reporter",
            "affiliation": {"@type": "Organization", "name": "AP"},
        },
        {"@type": "Organization", "name": "Reuters"},
    ]
    assert item["datePublished"] == "2024-01-05T10:30:00+01:00"
    assert item["publisher"] == {"@type": "Organization", "name": "The Example", "url": "https://example.org/"}
    assert item["articleBody"] == FULL.text


def test_jsonld_leaves_out_what_is_unknown() -> None:
    """No empty members, no undetermined language, no date without its year."""
    item = to_jsonld(an_article(published="XXXX-01-05"))
    assert set(item) == {"@context", "@type", "identifier", "wordCount"}


def test_markdown_has_front_matter_and_body() -> None:
    """The front matter is YAML that reads back as strings; text that looks like a mark is escaped."""
    _, front, body = to_markdown(FULL).split("---\n", 2)
    fields = yaml.safe_load(front)
    assert fields["title"] == "Harbour: reopens"
    assert fields["modified"] == "2024-01-06"
    assert fields["dateline"]["date"] == "XXXX-01-05"
    assert fields["authors"] == [{"name": "Ann Lee", "role": "Reporter", "affiliation": "AP"}, "Reuters"]
    assert body == (
        "\n# Harbour: reopens\n\nIt is open.\n\\# not a heading\n1\\. not a list\n\n### What next\n\n- one\n- two\n\n"
        "> We waited.\n>\n> Long.\n\n````\na ``` b\n````\n\nRoses\\\nviolets\n\n| a |\n|---|\n| b |\n\n*The harbour*\n"
    )


@pytest.mark.parametrize("article", [an_article(), FULL], ids=["empty", "full"])
def test_native_json_comes_round(article: Article) -> None:
    """JSON -> Article -> the same JSON."""
    written = to_json(article)
    assert from_json(written) == article
    assert to_json(from_json(written)) == written


def test_rows_carry_page_ends_over() -> None:
    """Page ends of the source stand where the same words stand in the cleaned text."""
    cleaned = Pipeline(lambda text: text.replace("\f", "\n\n").replace("  ", " ")).run("one  two\fthree\ffour")
    row = to_row(an_article(), cleaned)
    text = cleaned.text
    ends = row["page_ends"]
    assert isinstance(ends, list)
    assert [text[a:b].strip() for a, b in zip([0, *ends], ends, strict=False)] == ["one two", "three", "four"]
    assert ends[-1] == len(text)


def test_rows_have_the_same_columns() -> None:
    """Datasets need every column in every row."""
    cleaned = Pipeline().run("x")
    assert list(to_row(an_article(), cleaned)) == list(to_row(FULL, cleaned))


@given(st.text("ab \f\n", max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_page_ends_never_fall(text: str, ends: list[int]) -> None:
    """Whatever the offsets, what comes out is ordered and stays inside the text."""
    cleaned = Pipeline(lambda source: source.replace("\f", "").replace("a", "xx")).run(text)
    mapped = remap_page_ends(cleaned, sorted(min(end, len(text)) for end in ends))
    assert mapped == sorted(mapped)
    assert all(0 <= end <= len(cleaned.text) for end in mapped)


@pytest.mark.parametrize("name", ["json", "ninjs", "jsonld", "rows"])
def test_every_export_is_one_line_of_json(name: str) -> None:
    """A file of many documents has one on each line, whatever stands in them."""
    written = export_article(FULL, Pipeline().run("one\u2028two\n"), name)
    assert "\n" not in written
    assert isinstance(json.loads(written), dict)


def test_an_unknown_export_is_named() -> None:
    """The error says the nearest name there is."""
    with pytest.raises(UnknownNameError, match="jsonld"):
        export_article(FULL, Pipeline().run(""), "json-ld")
