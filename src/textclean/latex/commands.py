"""What single commands print that are neither symbols nor fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from unicodedata import normalize

from textclean.latex.atoms import MATHEMATICS, Atom
from textclean.latex.encircled import dingbat, encircle
from textclean.latex.fonts import ACCENTS, INVISIBLE, NOTHING, SIZES, STACKS
from textclean.latex.merging import merge

if TYPE_CHECKING:
    from collections.abc import Callable


class Reader(Protocol):
    """What a command may ask of the reader that met it."""

    at: int
    bold: bool
    prose: bool

    def read_argument(self, font: str) -> list[Atom]:
        """Read the next argument."""

    def read_text(self) -> str:
        """Read the next argument for its characters alone."""

    def sees(self, kind: str, value: str) -> bool:
        """Tell whether this token comes next."""


def _nothing(reader: Reader, name: str, font: str) -> list[Atom]:  # noqa: ARG001 - all commands are called alike
    if name in {"left", "right", "middle"} and reader.sees("character", "."):
        reader.at += 1
    return []


def _size(reader: Reader, name: str, font: str) -> list[Atom]:  # noqa: ARG001
    reader.bold = True
    return []


def _invisible(reader: Reader, name: str, font: str) -> list[Atom]:
    reader.read_argument("")
    return reader.read_argument(font or "text") if name in {"textcolor", "colorbox"} else []


def _accent(reader: Reader, name: str, font: str) -> list[Atom]:
    """Return a letter of a word with its accent; over anything else an accent is mathematics."""
    inner = reader.read_argument(font)
    if len(inner) != 1 or inner[0].code != "a" or (font in {"", "it"} and name != "mathring"):
        return [MATHEMATICS]
    composed = normalize("NFC", inner[0].text + ACCENTS[name])
    if len(composed) != 1:
        return [MATHEMATICS]
    return [inner[0]._replace(code="L" if composed == "Å" else "a", text=composed)]


def _circle(reader: Reader, name: str, font: str) -> list[Atom]:
    text = reader.read_text()
    character = encircle(text) if name != "ding" else dingbat(text)
    return [Atom("T", character, "", font)] if character else [MATHEMATICS]


def _environment(reader: Reader, name: str, font: str) -> list[Atom]:  # noqa: ARG001
    """Enter or leave an environment: those that only stack lines print their lines, all others are mathematics."""
    opens_span = reader.at <= _SPACE_AND_BEGIN
    kind = reader.read_text()
    if kind not in STACKS or (name == "begin" and not opens_span):
        return [MATHEMATICS]
    reader.prose |= kind in {"tabular", "center"}
    if name == "begin" and kind in {"array", "tabular"} and reader.sees("mark", "{"):
        reader.read_argument("")
    return []


_SPACE_AND_BEGIN = 2
"""How many tokens have been read when `\\begin` opens a span."""


def _raised(reader: Reader, name: str, font: str) -> list[Atom]:  # noqa: ARG001
    inner = merge(reader.read_argument("text"))
    mark = "_" if name in {"textsubscript", "sb"} else "^"
    return [Atom(mark, "".join(atom.text for atom in inner), inner=inner)] if inner else []


def _tag(reader: Reader, name: str, font: str) -> list[Atom]:  # noqa: ARG001
    return [Atom("(", "("), *reader.read_argument("text"), Atom(")", ")")]


def _root(reader: Reader, name: str, font: str) -> list[Atom]:  # noqa: ARG001
    """An empty root is the sign √; one over something is mathematics."""  # noqa: D401
    inner = reader.read_argument(font) if reader.sees("mark", "{") else [MATHEMATICS]
    return [MATHEMATICS] if inner else [Atom("T", "√", "", font)]


COMMANDS: dict[str, Callable[[Reader, str, str], list[Atom]]] = {
    **dict.fromkeys(NOTHING, _nothing),
    **dict.fromkeys(SIZES, _size),
    **dict.fromkeys(INVISIBLE, _invisible),
    **dict.fromkeys(ACCENTS, _accent),
    **dict.fromkeys(("textcircled", "circled", "ding"), _circle),
    **dict.fromkeys(("begin", "end"), _environment),
    **dict.fromkeys(("textsuperscript", "textsubscript", "sp", "sb"), _raised),
    "tag": _tag,
    "sqrt": _root,
}
"""Command name to the function that reads its arguments and returns what it prints."""
