"""The article that comes out: a frozen, validated record whose every field can say where it was read."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from textclean.article.partial_date import EdtfDate  # noqa: TC001 - pydantic reads it at run time

Count = Annotated[int, Field(ge=0)]
Span = tuple[Count, Count]
"""Start and end in the source, in code points; the end is the first one behind."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
LanguageTag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
"""A BCP 47 tag; `und` when the language could not be told."""

BlockKind = Literal["paragraph", "heading", "list", "quote", "table", "code", "verse", "caption"]


class Record(BaseModel):
    """What all parts share: nothing can be changed after validation, and nothing unknown comes in."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _said(default: Any, description: str) -> Any:  # noqa: ANN401 - what pydantic's `Field` takes and gives
    return Field(default=default, description=description)


class Author(Record):
    """A person or body that signs, with the role ("Senior Reporter") and the house or agency beside the name."""

    name: str = _said(..., "The name as printed, in ordinary case.")
    role: str | None = _said(None, "What the person does, as printed.")
    affiliation: str | None = _said(None, "The house or agency the person belongs to, as printed.")


class Dateline(Record):
    """The head of a first paragraph that says where, when and by whom: `La Paz, January 5 (RHC)--`."""

    place: str | None = _said(None, "The town.")
    region: str | None = _said(None, "The state, province or country beside the town.")
    date: EdtfDate | None = _said(None, "The date in EDTF; `XXXX-01-05` when no year stands there.")
    agency: str | None = _said(None, "The news agency, as printed.")
    text: str = _said(..., "The dateline as it stands in the text.")


class Publisher(Record):
    """Who published."""

    name: str | None = _said(None, "The name as printed.")
    domain: str | None = _said(None, "The host of the site, without `www.`.")


class Block(Record):
    """One piece of the body as plain text; lines of lists, tables, code and verse stay lines."""

    kind: BlockKind = _said("paragraph", "What the block is.")
    text: str = _said(..., "The text, without the marks of Markdown.")
    level: Annotated[int, Field(ge=1, le=6)] | None = _said(None, "The level of a heading.")
    span: Span | None = _said(None, "Where the block stood in the source.")


class Evidence(Record):
    """Where in the source a field was read, and by which rule."""

    span: Span = _said(..., "Start and end in the source, in code points.")
    rule: str = _said(..., "The name of the rule that read it.")


class ArticleWarning(Record):
    """Something doubtful that was left as it is."""

    code: str = _said(..., "A name that stays the same between versions.")
    message: str = _said(..., "One line for people.")
    span: Span | None = _said(None, "Where in the source.")


class Source(Record):
    """The document the article was read from."""

    path: str | None = _said(None, "The path or address that the caller gave.")
    sha256: Sha256 = _said(..., "The digest of the document's bytes.")
    bytes: Count = _said(..., "The size of the document in bytes.")
    encoding: str = _said("utf-8", "The encoding it was read in.")


class Cleaning(Record):
    """How the source was cleaned."""

    pipeline: str = _said(..., "The name of the pipeline.")
    version: str = _said(..., "The version of this package.")
    edits: dict[str, Count] = _said({}, "The edits counted by reason.")


class Article(Record):
    """A news article as read from one document. A field that did not stand there is null or empty, never guessed."""

    id: Sha256 = _said(..., "A digest of the content alone: the same article read from two paths has one id.")
    title: str | None = _said(None, "The headline.")
    subtitle: str | None = _said(None, "The line below the headline that goes on with it.")
    authors: tuple[Author, ...] = _said((), "Who signs, in the order printed.")
    dateline: Dateline | None = _said(None, "The head of the first paragraph: place, date and agency.")
    published: EdtfDate | None = _said(None, "The date of publication in EDTF, with the time where one stands there.")
    modified: EdtfDate | None = _said(None, "The date of the last change in EDTF.")
    language: LanguageTag = _said("und", "The BCP 47 tag of the language, `und` when it could not be told.")
    url: str | None = _said(None, "The address of the article, without tracking parameters.")
    publisher: Publisher | None = _said(None, "Who published: name and domain.")
    section: tuple[str, ...] = _said((), "The section of the site, from the outermost inwards.")
    body: tuple[Block, ...] = _said((), "The text in blocks, in reading order.")
    evidence: dict[str, Evidence] = _said({}, "For each field that was read, where it stood and which rule read it.")
    warnings: tuple[ArticleWarning, ...] = _said((), "What is doubtful, in the order of the source.")
    source: Source = _said(..., "The document it was read from.")
    cleaning: Cleaning = _said(..., "How the document was cleaned.")
    extra: dict[str, JsonValue] = _said({}, "What fields of other packages found.")

    @property
    def text(self) -> str:
        """The body as text, blocks apart by a blank line."""
        return "\n\n".join(block.text for block in self.body)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of `Article`."""
    return Article.model_json_schema()
