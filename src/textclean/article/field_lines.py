"""The fields of an article told to a reader: each with its value, its line in the source and the rule that read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textclean.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.model import Article

_READ_IN_THE_WHOLE = frozenset({"language", "body"})
"""Fields whose span is most of the document: their lines are told, not shown."""


class FieldLine(NamedTuple):
    """One field: its value in short, the first and last line it was read in, from 1, their text, the rule, the span."""

    name: str
    value: str
    first: int
    last: int
    text: str
    rule: str
    span: tuple[int, int]


def field_lines(article: Article, source: str) -> Iterator[FieldLine]:
    """Yield the fields that were found, in the order of the model, those of other packages behind."""
    for name in sorted(article.evidence, key=[*type(article).model_fields, *article.extra].index):
        evidence = article.evidence[name]
        start, end = evidence.span
        first = source.count("\n", 0, start) + 1
        last = first + source.count("\n", start, max(start, end - 1))
        line_end = source.find("\n", max(start, end - 1))
        whole = source[source.rfind("\n", 0, start) + 1 : line_end if line_end >= 0 else len(source)]
        text = "" if name in _READ_IN_THE_WHOLE else shortened(whole.strip())
        yield FieldLine(name, _value(article, name), first, last, text, evidence.rule, evidence.span)


def fields_not_found(article: Article) -> list[str]:
    """Return the names of the fields that nothing in the document states."""
    about = {"id", "evidence", "warnings", "source", "cleaning", "extra"}
    return [name for name in type(article).model_fields if name not in article.evidence and name not in about]


def _value(article: Article, name: str) -> str:
    if name == "body":
        return f"{len(article.body)} blocks, {len(article.text.split()):,} words"
    value = article.extra.get(name, getattr(article, name, None))
    parts = value if isinstance(value, tuple) else (value,)
    return shortened("; ".join(map(_part, parts)))


def _part(value: object) -> str:
    """Write a record as its known members: `Ann Lee, role: Reporter`."""
    if not hasattr(value, "model_dump"):
        return str(value)
    known = value.model_dump(exclude_none=True)
    known.pop("text", None)
    first, *others = known.items() or [("", "")]
    return ", ".join([str(first[1]), *(f"{key}: {one}" for key, one in others)])
