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


class Author(Record):
    """A person or body that signs, with the role ("Senior Reporter") and the house or agency beside the name."""

    name: str
    role: str | None = None
    affiliation: str | None = None


class Dateline(Record):
    """The head of a first paragraph that says where, when and by whom: `La Paz, January 5 (RHC)--`.

    `text` is what stands printed; `date` is `XXXX-01-05` when no year stands there.
    """

    place: str | None = None
    region: str | None = None
    date: EdtfDate | None = None
    agency: str | None = None
    text: str


class Publisher(Record):
    """Who published: the name as printed, and the host of its site without `www.`."""

    name: str | None = None
    domain: str | None = None


class Block(Record):
    """One piece of the body as plain text; lines of lists, tables, code and verse stay lines.

    `level` is that of a heading (1 to 6). `span` is where the block stood in the source.
    """

    kind: BlockKind = "paragraph"
    text: str
    level: Annotated[int, Field(ge=1, le=6)] | None = None
    span: Span | None = None


class Evidence(Record):
    """Where in the source a field was read, and by which rule."""

    span: Span
    rule: str


class ArticleWarning(Record):
    """Something doubtful that was left as it is: a stable `code`, one line for people, and where."""

    code: str
    message: str
    span: Span | None = None


class Source(Record):
    """The document the article was read from; `path` is what the caller gave, `bytes` the size in bytes."""

    path: str | None = None
    sha256: Sha256
    bytes: Count
    encoding: str = "utf-8"


class Cleaning(Record):
    """How the source was cleaned: the pipeline, this package's version, and edits counted by reason."""

    pipeline: str
    version: str
    edits: dict[str, Count] = {}


class Article(Record):
    """A news article as read from one document. A field that did not stand there is null or empty, never guessed.

    `id` depends on the content alone: the same article read from two paths has one id. Dates are EDTF. `evidence`
    names for each field read where it stood; `extra` holds what fields of other packages found.
    """

    id: Sha256
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    published: EdtfDate | None = None
    modified: EdtfDate | None = None
    language: LanguageTag = "und"
    url: str | None = None
    publisher: Publisher | None = None
    section: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    evidence: dict[str, Evidence] = {}
    warnings: tuple[ArticleWarning, ...] = ()
    source: Source
    cleaning: Cleaning
    extra: dict[str, JsonValue] = {}

    @property
    def text(self) -> str:
        """The body as text, blocks apart by a blank line."""
        return "\n\n".join(block.text for block in self.body)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of `Article`."""
    return Article.model_json_schema()
