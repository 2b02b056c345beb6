"""The section an article stands in: what the page prints as its trail or category, or the words of its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from textclean.article.context import Found
from textclean.article.data import known_names
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext

_ARROWS = lazy_pattern(r"\s[>›»]\s")
_POSTED_IN = lazy_pattern(r"Posted By\b.{0,200}@.{3,20}?\bIn (?P<section>[^|]{2,60}?)\s*(?:\||Comments|$)")
_CATEGORY = lazy_pattern(
    r"(?:Parent )?(?:Category|Categor[ií]a|Catégorie|Kategori[ae]?|Kategorie|Categorie|Категория)\s?:\s*"
    r"(?P<section>[^:]{2,60}?)(?=$|\s+\w+\s?:)",
    re.IGNORECASE,
)
_PATH_WORD = lazy_pattern(r"[^\W\d_][^\W\d_]+(?:-[^\W\d_]+){0,3}")
_MOST = 4
_LANGUAGE = 2
_TITLE_HYPHENS = 4
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
    technical = known_names("technical_folders.txt", "|")
    parts = [unquote(part) for part in urlsplit(address).path.split("/") if part]
    is_folder = address.endswith("/")
    parts = [part for part in parts if part.count("-") < _TITLE_HYPHENS] if is_folder else parts[:-1]
    named = [
        part for part in parts if len(part) > _LANGUAGE and _PATH_WORD.fullmatch(part) and part.lower() not in technical
    ]
    return tuple(named[:_MOST])
