"""Markdown with YAML front matter, as static site generators and note programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.article.export.names import pruned
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from textclean.article.model import Article, Block, BlockKind

_LOOKS_LIKE_MARKUP = lazy_pattern(
    r"(?m)^(\s{0,3})(?=#{1,6}(?:\s|$)|>|[-+*]\s|(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$|`{3}|~{3})"
)
_LOOKS_NUMBERED = lazy_pattern(r"(?m)^(\s{0,3}\d{1,9})([.)]\s)")
_MARKER = lazy_pattern(r"\s*(?:[-+*]|\d{1,9}[.)])\s")
_BACKTICKS = lazy_pattern(r"`{3,}")
_TITLE_LEVEL = 1
_DEEPEST = 6


def to_markdown(article: Article) -> str:
    """Return the article as Markdown: the fields as YAML front matter, the title as the first heading, then the body.

    Text that would read as a mark is escaped; tables and lists keep the marks they have.
    """
    parts = [f"# {article.title}"] if article.title else []
    parts += [_block(block) for block in article.body]
    return f"---\n{_front_matter(article)}---\n\n" + "\n\n".join(parts) + "\n"


def _front_matter(article: Article) -> str:
    import yaml  # type: ignore[import-untyped]  # noqa: PLC0415 - costs start-up time

    fields = pruned(
        {
            "title": article.title,
            "subtitle": article.subtitle,
            "authors": [_author(one.model_dump()) for one in article.authors],
            "dateline": article.dateline.model_dump(exclude_none=True) if article.dateline else None,
            "published": article.published,
            "modified": article.modified,
            "language": article.language,
            "url": article.url,
            "publisher": article.publisher.model_dump(exclude_none=True) if article.publisher else None,
            "section": list(article.section),
            "id": article.id,
        }
    )
    return str(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000))


def _author(author: dict[str, str | None]) -> object:
    known = {key: value for key, value in author.items() if value}
    return known["name"] if len(known) == 1 else known


def _block(block: Block) -> str:
    return _WRITERS[block.kind](block)


def _heading(block: Block) -> str:
    level = min(max(block.level or 0, _TITLE_LEVEL + 1), _DEEPEST)
    return f"{'#' * level} {' '.join(block.text.split())}"


def _quote(block: Block) -> str:
    return "\n".join(f"> {line}".rstrip() for line in block.text.split("\n"))


def _list(block: Block) -> str:
    return "\n".join(line if _MARKER.match(line) else f"- {line}" for line in block.text.split("\n"))


def _code(block: Block) -> str:
    fence = "`" * max([3, *(len(run) + 1 for run in _BACKTICKS.findall(block.text))])
    return f"{fence}\n{block.text}\n{fence}"


def _caption(block: Block) -> str:
    return _escaped(block.text) if "*" in block.text or "\n" in block.text else f"*{block.text}*"


def _escaped(text: str) -> str:
    return _LOOKS_NUMBERED.sub(r"\1\\\2", _LOOKS_LIKE_MARKUP.sub(r"\1\\", text))


_WRITERS: dict[BlockKind, Callable[[Block], str]] = {
    "paragraph": lambda block: _escaped(block.text),
    "heading": _heading,
    "list": _list,
    "quote": _quote,
    "table": lambda block: block.text,
    "code": _code,
    "verse": lambda block: "\\\n".join(_escaped(block.text).split("\n")),
    "caption": _caption,
}
