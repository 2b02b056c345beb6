"""Training texts for line boundaries: as the cleaners before have left them, each boundary with its truth."""

from __future__ import annotations

import json
import re
import textwrap
import zlib
from itertools import accumulate, pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from textclean.structure.boundaries.pulled_words import PulledWords, as_printed
from textclean.structure.boundaries.table import read_lines

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

    from textclean.structure.boundaries.table import LineTable

HYPHENS = "-\u2010\u2011\u00ac\u2e17\u00ad\x02"
FOLDS = 5
JOINED = frozenset("shndkj")
_SQUEEZED = 0.3
"""How many documents whose paragraphs are indented lose their blank lines."""

_LONGEST_VERSE = 45
"""Longer lines that begin small cannot be told from prose, and verse of them is rare."""

_UNSEEN = " \t\f•◦▪●∙■□◆❖➢►‣⁃_~=^|{}[]*#<>\\"
"""What the scorer of the corpus leaves out: of a line of nothing else, as `}`, the corpus does not know the place."""

_FIRST_WORD = re.compile(r"[\s\f]*(\S+)[ \t]*")


class Document(NamedTuple):
    """A text and, for each of its lines that is not blank, what stands behind it (`gaps` of the corpus)."""

    path: str
    text: str
    gaps: str
    kinds: str = ""
    seams: tuple[int, ...] = ()
    """Offsets at which a printed line ended inside a word that is whole now."""
    ends: tuple[int, ...] = ()
    """Offsets of the line ends behind such words that were put there."""

    @property
    def lines(self) -> LineTable:
        """The lines as they were printed."""
        table = read_lines(self.text)
        return as_printed(table, self.pulled) if self.seams else table

    @property
    def pulled(self) -> PulledWords:
        """What words were put together."""
        return PulledWords(np.array(self.seams, np.int64), np.array(self.ends, np.int64))


def load_documents(folder: Path) -> Iterator[Document]:
    """Yield the documents of the corpus `folder`, without furniture and with words rejoined at line ends."""
    for path in sorted(folder.glob("*/*/wrapped*.txt")):
        truth = json.loads(
            path.with_name(path.name.replace("wrapped", "gaps", 1)).with_suffix(".json").read_text("utf-8")
        )
        name = path.relative_to(folder).as_posix()
        if not name.startswith("news/"):
            yield mend(name, path.read_bytes().decode("utf-8"), truth["roles"], truth["gaps"], truth["kinds"])


def mend(path: str, text: str, roles: str, gaps: str, kinds: str) -> Document:
    """Remove furniture, and pull the second half of each word that a line end cut up to its first."""
    lines = text.split("\n")
    kept = []
    for line, role, gap in zip(lines, roles, gaps, strict=True):
        if role == "f":
            kept.append(["\f" * line.count("\f"), ""])
        else:
            kept.append([line, (gap if role == "b" else "?") if line.strip() else ""])
    body = [i for i, (_, gap) in enumerate(kept) if gap]
    following = dict(pairwise(body))
    seams, moved = {}, set()
    for here in body:
        gap = kept[here][1]
        there = following.get(here)
        head = kept[here][0].rstrip()
        if there is None or not gap or gap not in "dkj" or head[-1:] not in HYPHENS:
            continue
        match = _FIRST_WORD.match(kept[there][0])
        if match is None:
            continue
        line, behind = kept[there]
        before = line[: match.start(1)]
        half = head if gap == "k" else head[:-1]
        kept[here] = [half + match[1], "s"]
        seams[here] = len(half)
        kept[there][0] = before + line[match.end() :]
        if kept[there][0].strip():
            moved.add(here)
        else:
            kept[there] = ["\f" * line.count("\f"), ""]
            kept[here][1] = behind
            if there in following:
                following[here] = following[there]
    for here, there in pairwise(body):
        if not kept[there][0].strip(_UNSEEN):
            kept[here][1] = kept[here][1] and "?"
    marked = [(line, gap, kind) for (line, gap), kind in zip(kept, kinds, strict=True)]
    shown = [(gap or "?", kind) for line, gap, kind in marked if line.strip()]
    starts = [0, *accumulate(len(line) + 1 for line, _, _ in marked)]
    return Document(
        path,
        "\n".join(line for line, _, _ in marked),
        "".join(g for g, _ in shown),
        "".join(k for _, k in shown),
        tuple(starts[i] + seam for i, seam in sorted(seams.items())),
        tuple(starts[i] + len(kept[i][0]) for i in sorted(moved)),
    )


def fold_of(path: str) -> int:
    """Return the part of the cross-validation a document belongs to: a manual's languages and modes stay together."""
    corpus, name = path.split("/")[:2]
    family = name.split("-")[0] if corpus in {"pdf", "ocr"} else name
    known = {"install": 0, "faq": 1, "debmake": 2, "policy": 2, "jose": 3, "r": 4, "pride": 4}
    return known.get(family, zlib.crc32(family.encode()) % FOLDS)


def mode_of(path: str) -> str:
    """Return the corpus and, for PDF texts, the converter's mode."""
    parts = path.split("/")
    middle = parts[2].removeprefix("wrapped").removesuffix(".txt").strip(".")
    return f"{parts[0]}/{middle or 'plain'}"


def pieces(document: Document, rng: random.Random, count: int, low: int, high: int) -> Iterator[Document]:
    """Yield pieces of a few lines, each a short text of its own."""
    lines = document.text.split("\n")
    number = []
    at = 0
    for line in lines:
        number.append(at if line.strip() else -1)
        at += bool(line.strip())
    for _ in range(count):
        size = rng.randint(low, high)
        start = rng.randrange(max(1, len(lines) - size))
        body = [n for n in number[start : start + size] if n >= 0]
        if len(body) > 1:
            text = "\n".join(lines[start : start + size])
            before = sum(map(len, lines[:start])) + start
            seams, ends = (
                tuple(at - before for at in offsets if before <= at < before + len(text))
                for offsets in (document.seams, document.ends)
            )
            yield Document(document.path, text, document.gaps[body[0] : body[-1]] + "?", "", seams, ends)


def rewrapped(document: Document, rng: random.Random) -> Document | None:
    """Return the document with its paragraphs wrapped at another width, ragged or not."""
    lines = [line for line in document.text.split("\n") if line.strip()]
    breaks = _breaks(document.text)
    width = rng.choice((40, 45, 50, 56, 60, 66, 72, 78, 80, 86, 92, 100))
    indent = rng.choice(("", "", "", "  ", "    "))
    squeeze = rng.random() < _SQUEEZED
    out: list[str] = []
    gaps: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end + 1 < len(lines) and document.gaps[end] == "s":
            end += 1
        known = document.kinds[at : end + 1].strip("P") == "" and (at == 0 or document.gaps[at - 1] == "p")
        if known and document.gaps[end] == "p":
            words = " ".join(line.strip() for line in lines[at : end + 1])
            wrapped = textwrap.wrap(words, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
        else:
            wrapped = lines[at : end + 1]
        out.extend(
            ("" if squeeze and indent and known else "\n" * breaks[at]) + wrapped[0].lstrip("\f") if i == 0 else line
            for i, line in enumerate(wrapped)
        )
        gaps.extend("s" * (len(wrapped) - 1) if known and document.gaps[end] == "p" else document.gaps[at:end])
        gaps.append(document.gaps[end])
        at = end + 1
    text = "\n".join(out)
    return (
        Document(document.path, text, "".join(gaps))
        if len(gaps) == sum(1 for x in text.split("\n") if x.strip())
        else None
    )


def lowered(document: Document) -> Document | None:
    """Return a document of verse as poets write it who begin a line small unless a sentence begins there."""
    verse = sum(gap == "l" and kind in "VBT" for gap, kind in zip(document.gaps, document.kinds, strict=True))
    columns = median(len(line.strip()) for line in document.text.split("\n") if line.strip())
    if 2 * verse < len(document.kinds) or columns > _LONGEST_VERSE:
        return None
    lines = document.text.split("\n")
    at, last = -1, "."
    for i, line in enumerate(lines):
        if not line.strip():
            continue
        at += 1
        start = len(line) - len(line.lstrip())
        if at and document.gaps[at - 1] == "l" and document.kinds[at] in "VBT" and last not in '.!?:”»"':
            lines[i] = line[:start] + line[start].lower() + line[start + 1 :]
        last = line.rstrip()[-1]
    return document._replace(text="\n".join(lines))


def _breaks(text: str) -> list[int]:
    """Return how many blank lines stand before each line that is none."""
    found, blank = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(blank)
            blank = 0
        else:
            blank += 1
    return found
