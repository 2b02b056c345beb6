"""The native form: every field, so that JSON -> Article -> JSON gives the same bytes back."""

from __future__ import annotations

from textclean.article.model import Article


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Return the article as JSON, on one line unless `indent` says otherwise."""
    return article.model_dump_json(indent=indent)


def from_json(text: str | bytes) -> Article:
    """Return the article that `to_json` wrote. Raises `pydantic.ValidationError` for anything else."""
    return Article.model_validate_json(text)
