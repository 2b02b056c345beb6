r"""URLs that a model set as LaTeX: `\frac{https://...}`, `\mbox{...}`, a footnote mark with `\verb|...|`."""

from __future__ import annotations

import re
from typing import NamedTuple

from textclean.latex.plain_text import write
from textclean.latex.reader import read_span
from textclean.latex.signature import signature
from textclean.lazy_pattern import lazy_pattern

_TAG = lazy_pattern(r"</?su[pb]>")
_START = lazy_pattern(r"h ?t ?t ?p ?s? ?: ?/ ?/|w ?w ?w ?\. ?")
_PIECE = lazy_pattern(
    r"\\(?P<escaped>[_%#&$~{}])(?:\{\})?|(?P<tilde>\\(?:sim|textasciitilde|tilde)(?![A-Za-z])(?:\s*\{\s*\})?)"
    r"|(?P<space>\\[ \\,;]|~(?=\\))|\\[A-Za-z]+\*?|\\.|(?P<void>\s+)|[{}]|(?P<plain>[^\\{}\s]+)",
    re.DOTALL,
)
_NEXT_ARGUMENT = lazy_pattern(r"\}\s*\{")
_REPEATED = lazy_pattern(r"(.{8,80}?)\1{2,}", re.DOTALL)
_HEAD = lazy_pattern(r"[WVNTFUfkblw,.:;()\-/'\"M_sy]*")
_REPETITIONS = 3
_LONGEST_REPEAT = 4000


class UnwrappedUrl(NamedTuple):
    """What a span with a URL says, and whether the URL repeats itself, as a model does that lost its way."""

    text: str
    damaged: bool


def unwrap_url(body: str) -> UnwrappedUrl | None:
    r"""Return the plain text of a LaTeX span that holds a URL, or None where it holds none.

    >>> unwrap_url(r"\frac{https://example.org/a\_b}").text
    'https://example.org/a_b'
    """
    tagless = _TAG.sub("", body)
    start = _START.search(tagless)
    if start is None:
        return None
    head, tail = tagless[: start.start()], tagless[start.start() :]
    if head.endswith("\\verb") or (head[-1:] in "|+!/" and "\\verb" in head[-7:]):
        head = head[: head.rindex("\\verb")]
        tail = tail.replace(tagless[start.start() - 1], " ")
    atoms = [atom for atom in read_span(head).atoms if atom.code != "M" and atom.text]
    if not _HEAD.fullmatch(signature(atoms)):
        return None
    lead = write(atoms)
    if atoms and atoms[0].code == "^" and tagless != body:
        lead = f"<sup>{atoms[0].text}</sup>{write(atoms[1:])}"
    gap = " " if atoms and atoms[-1].code != "^" else ""
    url = _flatten(tail, spaced=" " in start[0].strip())
    damaged = url.count("http") >= _REPETITIONS or _REPEATED.search(url[:_LONGEST_REPEAT]) is not None
    return UnwrappedUrl(f"{lead}{gap}{url}", damaged)


def _flatten(tail: str, *, spaced: bool) -> str:
    parts = []
    for match in _PIECE.finditer(_NEXT_ARGUMENT.sub(" ", tail)):
        if match["escaped"]:
            parts.append(match["escaped"])
        elif match["tilde"]:
            parts.append("~")
        elif match["space"] or (match["void"] and not spaced):
            parts.append(" ")
        elif match["plain"]:
            parts.append(match["plain"])
    return " ".join("".join(parts).split())
