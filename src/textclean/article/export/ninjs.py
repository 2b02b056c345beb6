"""IPTC ninjs 3.1, the news industry's JSON (https://iptc.org/standards/ninjs/)."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

from textclean.article.export.names import byline, full_date_time, is_body, place, pruned

if TYPE_CHECKING:
    from textclean.article.model import Article

SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
PLAIN = "text/plain"


def to_ninjs(article: Article) -> dict[str, object]:
    """Return the article as a ninjs object, ready for `json.dumps`.

    `uri` is the article's address, or, where none is known, the `ni:` name of its content (RFC 6920). ninjs knows full
    date-times only: a date without a time and zone is left out, and so is everything else that is not known.
    """
    text = article.text
    body = {"role": "main", "contentType": PLAIN, "charCount": len(text), "wordCount": len(text.split()), "value": text}
    headlines = [
        {"role": role, "contentType": PLAIN, "value": value}
        for role, value in (("main", article.title), ("subtitle", article.subtitle))
        if value
    ]
    return pruned(
        {
            "uri": article.url or content_uri(article.id),
            "type": "text",
            "representationType": "full",
            "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
            "firstCreated": full_date_time(article.published),
            "versionCreated": full_date_time(article.modified or article.published),
            "language": None if article.language == "und" else article.language,
            "title": article.title,
            "headlines": headlines,
            "by": byline(article),
            "located": place(article),
            "people": [{"name": one.name, "rel": "author"} for one in article.authors if not is_body(one)],
            "organisations": [{"name": one.name, "rel": "author"} for one in article.authors if is_body(one)],
            "infoSources": _sources(article),
            "subjects": [{"name": name, "rel": "section"} for name in article.section],
            "altIds": [{"role": "sha256", "value": article.id}],
            "bodies": [body] if text else [],
        }
    )


def content_uri(sha256: str) -> str:
    """Return the `ni:` URI of a SHA-256 in hexadecimal (RFC 6920, section 3).

    >>> content_uri("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    'ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")


def _sources(article: Article) -> list[dict[str, object]]:
    publisher = article.publisher
    sources: list[dict[str, object]] = []
    if publisher and (publisher.name or publisher.domain):
        uri = f"https://{publisher.domain}/" if publisher.domain else None
        sources.append(pruned({"name": publisher.name or publisher.domain, "role": "publisher", "uri": uri}))
    if article.dateline and article.dateline.agency:
        sources.append({"name": article.dateline.agency, "role": "agency"})
    return sources
