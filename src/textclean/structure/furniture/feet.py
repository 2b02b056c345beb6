"""What printers set below the text of old books: catchwords and signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern
from textclean.lexicon import fold_word
from textclean.structure.furniture.edges import CATCHWORD, HEAD, SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure.furniture.edges import Edges

_SIGNATURE = lazy_pattern(
    r"\W{0,2}(?P<letter>[A-Za-z]{1,3}|(?:[A-Za-z] ){1,2}[A-Za-z])\s{0,3}(?P<leaf>[ivxj]{1,4}|\d{1,2})?\W{0,2}"
)
_FEWEST = 3
_LONGEST = 30
_ALIKE = 70


def find_catchwords(edges: Edges) -> list[tuple[int, str, str]]:
    """Return pages whose last line is the first word of the next page; they must be many, so chance is no matter.

    Where it is the first word of the next page's second line, the first is a running head.
    """
    numbers = range(len(edges.pages) - 1)
    plain = [number for number in numbers if _catches(edges, number, 0)]
    over_head = [number for number in numbers if number not in set(plain) and _catches(edges, number, 1)]
    caught = sum(1 for kind in edges.kinds.values() if kind == CATCHWORD)
    if len(plain) + len(over_head) + caught < _FEWEST:
        return []
    if len(plain) + len(over_head) + caught > len(edges.pages) / 4:
        known = {*plain, *over_head}
        plain += [number for number in numbers if number not in known and _catches(edges, number, 0, fuzzy=True)]
    heads = [(number + 1, "top", HEAD) for number in over_head]
    return heads + [(number, "foot", CATCHWORD) for number in sorted((*plain, *over_head))]


def _catches(edges: Edges, number: int, skip: int, *, fuzzy: bool = False) -> bool:
    at, behind = edges.edge(number, "foot"), edges.edge(number + 1, "top")
    if at is None or behind is None or len(at[1].text) > _LONGEST or at[0] == 0:
        return False
    if CATCHWORD in edges.place(number, "foot")[1]:
        return False
    lines = edges.pages[number + 1].lines
    if behind[0] + skip >= len(lines):
        return False
    word = fold_word(at[1].text).rstrip("-=⸗¬ .,;:/)").lstrip(" („»")
    first = fold_word(lines[behind[0] + skip].text).lstrip(" („»")
    if not word or (skip and len(word) == 1):
        return False
    if first.startswith(word):
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - costs start-up time

    return fuzzy and len(word) > 2 and fuzz.ratio(word, first[: len(word)]) >= _ALIKE  # noqa: PLR2004


def find_signatures(edges: Edges) -> list[tuple[int, str, str]]:
    """Return pages whose last line is a sheet's letter and leaf: `B iij`, `Aa 2`; their letters rise."""
    found = list(_signatures(edges))
    return [(number, "foot", SIGNATURE) for number, _ in found] if len(found) >= _FEWEST else []


def _signatures(edges: Edges) -> Iterator[tuple[int, str]]:
    for number in range(len(edges.pages)):
        at = edges.edge(number, "foot")
        match = _SIGNATURE.fullmatch(at[1].text) if at and at[0] else None
        if match and match["letter"][0].isupper():
            yield number, match["letter"]
