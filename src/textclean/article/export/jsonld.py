"""schema.org NewsArticle as JSON-LD (https://schema.org/NewsArticle), what search engines read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.export.names import full_day, is_body, pruned
from textclean.article.export.ninjs import content_uri

if TYPE_CHECKING:
    from textclean.article.model import Article, Author


def to_jsonld(article: Article) -> dict[str, object]:
    """Return the article as a JSON-LD object, ready for `json.dumps`; dates without a year or a day are left out."""
    publisher = article.publisher
    text = article.text
    return pruned(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "identifier": content_uri(article.id),
            "url": article.url,
            "mainEntityOfPage": article.url,
            "headline": article.title,
            "alternativeHeadline": article.subtitle,
            "author": [_author(one) for one in article.authors],
            "dateline": article.dateline.text if article.dateline else None,
            "datePublished": full_day(article.published),
            "dateModified": full_day(article.modified),
            "inLanguage": None if article.language == "und" else article.language,
            "articleSection": list(article.section),
            "publisher": _organization(publisher.name, publisher.domain) if publisher else None,
            "wordCount": len(text.split()),
            "articleBody": text,
        }
    )


def _author(author: Author) -> dict[str, object]:
    if is_body(author):
        return {"@type": "Organization", "name": author.name}
    house = {"@type": "Organization", "name": author.affiliation} if author.affiliation else None
    return pruned({"@type": "Person", "name": author.name, "jobTitle": author.role, "affiliation": house})


def _organization(name: str | None, domain: str | None) -> dict[str, object] | None:
    url = f"https://{domain}/" if domain else None
    return pruned({"@type": "Organization", "name": name or domain, "url": url}) if name or domain else None
