"""The section an article stands in: what the page prints as its trail or category, or the words of its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from textclean.article.context import Found

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext

_ARROWS = re.compile(r"\s[>›»]\s")
_POSTED_IN = re.compile(r"Posted By\b.{0,200}@.{3,20}?\bIn (?P<section>[^|]{2,60}?)\s*(?:\||Comments|$)")
_CATEGORY = re.compile(
    r"(?:Parent )?(?:Category|Categor[ií]a|Catégorie|Kategori[ae]?|Kategorie|Categorie|Категория)\s?:\s*(?P<section>[^:]{2,60}?)"
    r"(?=$|\s+\w+\s?:)",
    re.IGNORECASE,
)
_PATH_WORD = re.compile(r"[^\W\d_][^\W\d_]+(?:-[^\W\d_]+){0,3}")
_NO_SECTION = frozenset(
    [
        "index",
        "php",
        "html",
        "article",
        "articles",
        "artikel",
        "articulo",
        "articulos",
        "articolo",
        "artigo",
        "story",
        "stories",
        "content",
        "node",
        "view",
        "post",
        "posts",
        "page",
        "pages",
        "print",
        "amp",
        "item",
        "detail",
        "details",
        "id",
        "archive",
        "archives",
        "archiv",
        "blog",
        "blogs",
        "wp",
        "com_content",
        "option",
        "component",
        "clanek",
        "cikk",
        "uutinen",
        "nyhet",
    ]
)
_MOST = 4
_HEAD_LINES = 12


def read(context: ReadingContext) -> Found | None:
    """Read the section from a trail (`Home > World > …`), a category line, or the folders of the address; else None.

    Of the address its last part, languages, numbers and technical folders are no sections.
    """
    layout = context.layout
    for index, (line, kind) in enumerate(zip(layout.lines[: 4 * _HEAD_LINES], layout.kinds, strict=False)):
        if kind == "breadcrumb" and index < _HEAD_LINES:
            trail = [part.strip() for part in _ARROWS.split(line.text)][1:-1]
            if trail:
                return Found(tuple(trail[:_MOST]), line.start, line.end, "section.trail", in_source=True)
        if kind in {"joomla", "wordpress_posted"}:
            match = (_CATEGORY if kind == "joomla" else _POSTED_IN).search(line.text)
            if match and match["section"].casefold() != "uncategorised":
                return Found((match["section"].strip(),), line.start, line.end, "section.category", in_source=True)
    address = context.found.get("url")
    if address is None:
        return None
    sections = address_sections(address.value)
    return (
        Found(sections, address.start, address.end, "section.address", in_source=address.in_source)
        if sections
        else None
    )


def address_sections(address: str) -> tuple[str, ...]:
    """Return the folders of an address that name sections.

    >>> address_sections("https://example.org/index.php/en/noticias/internacionales/281793-a-b-c")
    ('noticias', 'internacionales')
    """
    parts = [unquote(part) for part in urlsplit(address).path.split("/") if part]
    if not address.endswith("/"):
        parts = parts[:-1]
    else:
        parts = [part for part in parts if part.count("-") < 4]  # noqa: PLR2004 - a title, not a section
    named = [part for part in parts if len(part) > 2 and _PATH_WORD.fullmatch(part) and part.lower() not in _NO_SECTION]  # noqa: PLR2004
    return tuple(named[:_MOST])
