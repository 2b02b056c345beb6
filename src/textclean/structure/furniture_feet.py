"""What printers set below the text of old books: catchwords and signatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from textclean.lexicon import fold_word
from textclean.structure.furniture_heads import CATCHWORD, SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure.furniture_heads import Edges

_SIGNATURE = re.compile(
    r"\W{0,2}(?P<letter>[A-Za-z]{1,3}|(?:[A-Za-z] ){1,2}[A-Za-z])\s{0,3}(?P<leaf>[ivxj]{1,4}|\d{1,2})?\W{0,2}"
)
_FEWEST = 3
_LONGEST = 30
_ALIKE = 70


def find_catchwords(edges: Edges) -> list[tuple[int, str, str]]:
    """Return pages whose last line is the first word of the next page; they must be many, so chance is no matter."""
    strict = [number for number in range(len(edges.pages) - 1) if _catches(edges, number, fuzzy=False)]
    caught = sum(1 for kind in edges.kinds.values() if kind == CATCHWORD)
    if len(strict) + caught < _FEWEST:
        return []
    regular = len(strict) + caught > len(edges.pages) / 4
    if not regular:
        return [(number, "foot", CATCHWORD) for number in strict]
    return [
        (number, "foot", CATCHWORD) for number in range(len(edges.pages) - 1) if _catches(edges, number, fuzzy=True)
    ]


def _catches(edges: Edges, number: int, *, fuzzy: bool) -> bool:
    at, behind = edges.edge(number, "foot"), edges.edge(number + 1, "top")
    if at is None or behind is None or len(at[1].text) > _LONGEST or at[0] == 0:
        return False
    if "catchword" in edges.place(number, "foot")[1]:
        return False
    word = fold_word(at[1].text).rstrip("-=⸗¬ .,;:/").lstrip(" („»")
    first = fold_word(behind[1].text).lstrip(" („»")
    if not word:
        return False
    if first.startswith(word):
        return True
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
