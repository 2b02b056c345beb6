"""Front matter already in the input (olmOCR's, Jekyll's, Hugo's, our own), read as fields and not told twice."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from textclean.article.calendar.printed_dates import parse_date
from textclean.article.context import Found
from textclean.article.fields.urls import canonical
from textclean.article.model import Author, Dateline, Publisher
from textclean.article.names.credits import read_credits
from textclean.article.partial_date import EDTF_PATTERN
from textclean.lazy_pattern import lazy_pattern
from textclean.structure.front_matter import front_matter_end

if TYPE_CHECKING:
    from textclean.article.context import ReadingContext

KEYS = {
    "title": ("title",),
    "subtitle": ("subtitle", "deck"),
    "authors": ("authors", "author", "byline", "creator"),
    "published": ("published", "date", "date_published", "publishdate", "pubdate", "publication_date", "created"),
    "modified": ("modified", "lastmod", "last_modified_at", "updated", "date_modified"),
    "language": ("language", "lang", "locale", "primary_language"),
    "url": ("url", "canonical_url", "canonical", "link", "source_url", "permalink"),
    "publisher": ("publisher", "site_name", "site"),
    "section": ("section", "sections", "categories", "category"),
    "dateline": ("dateline",),
}
"""The keys a field may have, the surest first: Jekyll's and Hugo's documentation, olmOCR's page header, our export."""

_DATE_TIME = lazy_pattern(
    r"(\d{4}-\d\d-\d\d)[T ]+(\d\d:\d\d:\d\d)(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?(?:\s?UTC)?", re.IGNORECASE
)
_TAG = lazy_pattern(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,3}")


def read(context: ReadingContext, field: str) -> Found | None:
    """Read a field of the article from the front matter of the source, or None where it says nothing usable.

    Values are taken as they are written: YAML's own guesses (`no` is false, `2024-01-05` a date) are not made.
    """
    end = front_matter_end(context.source)
    values = parse_front_matter(context.source[:end]) if end else {}
    for key in KEYS.get(field, ()):
        value = _READERS.get(field, _text)(values.get(key))
        if value:
            start, stop = _key_span(context.source[:end], key)
            return Found(value, start, stop, f"front-matter.{field}", in_source=True)
    return None


@lru_cache(maxsize=64)
def parse_front_matter(front: str) -> dict[str, Any]:
    r"""Return the keys, in lower case, and values of a front matter with its fences; empty where it is no YAML mapping.

    Scalars stay strings. No object is ever constructed.

    >>> parse_front_matter("---\nTitle: Yes\ntags: [a, b]\n---\n")
    {'title': 'Yes', 'tags': ['a', 'b']}
    """
    import yaml  # type: ignore[import-untyped]  # noqa: PLC0415 - costs start-up time

    body = front.strip().removeprefix("---").rstrip("-.\r\n")
    try:
        values = yaml.load(body, Loader=yaml.BaseLoader)  # noqa: S506 - builds strings, lists and mappings alone
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {str(key).lower(): value for key, value in values.items()}


def _key_span(front: str, key: str) -> tuple[int, int]:
    match = re.search(rf"(?im)^{re.escape(key)}[ \t]*:.*$", front)
    return match.span() if match else (0, len(front))


def _text(value: object) -> str | None:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if text.lower() not in ("", "null", "~", "none") else None


def _authors(value: object) -> tuple[Author, ...]:
    found: list[Author] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            name = _text(one.get("name"))
            if name:
                found.append(Author(name=name, role=_text(one.get("role")), affiliation=_text(one.get("affiliation"))))
        elif isinstance(one, str):
            signed = read_credits(one)
            found += [Author(**credit._asdict()) for credit in signed] or [Author(name=one.strip())] * bool(_text(one))
    return tuple(found)


def read_date(value: object) -> str | None:
    """Return a date as EDTF, or None for what is none: `2024-01-05T07:00:00Z`, `2024-01`, `January 5, 2024`."""
    text = _text(value)
    if text is None:
        return None
    full = _DATE_TIME.fullmatch(text)
    if full and parse_date(full[1]):
        zone = (full[3] or "").upper()
        zone = zone if ":" in zone or zone in ("", "Z") else f"{zone[:3]}:{zone[3:]}"
        whole = f"{full[1]}T{full[2]}{zone}"
        return whole if re.fullmatch(EDTF_PATTERN, whole) else full[1]
    if re.fullmatch(r"\d{4}(-\d\d)?|XXXX-\d\d-\d\d", text):
        return text if re.fullmatch(EDTF_PATTERN, text) else None
    return parse_date(text, "en")


def _language(value: object) -> str | None:
    text = _text(value)
    if text is None or not _TAG.fullmatch(text):
        return None
    from langcodes import standardize_tag, tag_is_valid  # noqa: PLC0415 - costs start-up time

    return standardize_tag(text) if tag_is_valid(text) else None


def read_url(value: object) -> str | None:
    """Return a web address in its canonical form, or None for what is none."""
    text = _text(value)
    return canonical(text) if text and text.startswith(("http://", "https://")) else None


def _publisher(value: object) -> Publisher | None:
    if isinstance(value, dict):
        name, domain = _text(value.get("name")), _text(value.get("domain"))
        return Publisher(name=name, domain=domain) if name or domain else None
    text = _text(value)
    return Publisher(name=text) if text else None


def _dateline(value: object) -> Dateline | None:
    text = _text(value.get("text")) if isinstance(value, dict) else None
    if text is None or not isinstance(value, dict):
        return None
    date = read_date(value.get("date"))
    return Dateline(
        place=_text(value.get("place")),
        region=_text(value.get("region")),
        date=date,
        agency=_text(value.get("agency")),
        text=text,
    )


def _section(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(text for one in items if (text := _text(one)))


_READERS: dict[str, Any] = {
    "authors": _authors,
    "published": read_date,
    "modified": read_date,
    "language": _language,
    "url": read_url,
    "publisher": _publisher,
    "section": _section,
    "dateline": _dateline,
}
