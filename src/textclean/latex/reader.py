"""Read a LaTeX span into atoms: one pass, each token looked at once."""

from __future__ import annotations

from functools import lru_cache

from textclean.latex.atoms import MATHEMATICS, Atom, Reading
from textclean.latex.commands import COMMANDS
from textclean.latex.fonts import BOLD, LINED, SWITCHES, UPRIGHT
from textclean.latex.merging import lower_number, merge
from textclean.latex.symbols import CHARACTERS, ESCAPED, SPACES, SYMBOLS
from textclean.latex.tokens import Token, cut_tokens
from textclean.lazy_pattern import lazy_pattern

_SPACED = lazy_pattern(r"(?<![\\A-Za-z])[^\W_] [^\W_](?![^\W_])(?: |$)|\d \. \d|[\^_] [{\w]|\{ [^\W_]{1,2} \}")
_REPEATING = lazy_pattern(r"\.\s*\d*\s*\\(?:overline|dot|bar)\b")
_DEEPEST = 30


class _TooDeepError(Exception):
    """The span nests deeper than any that was written on purpose."""


@lru_cache(maxsize=4096)
def read_span(body: str) -> Reading:
    """Return the atoms of the LaTeX in `body`; what cannot be printed as text is an atom `M`."""
    reader = Reader(cut_tokens(body))
    try:
        atoms = lower_number(merge(reader.read_group("")))
    except _TooDeepError:
        atoms = (MATHEMATICS,)
    spaced = _SPACED.search(body) is not None
    return Reading(atoms, spaced, reader.bold, reader.lined, _REPEATING.search(body) is not None)


class Reader:
    """A place in the tokens of a span, and what was seen up to there."""

    def __init__(self, tokens: list[Token]) -> None:
        """Start before the first token."""
        self.tokens = tokens
        self.at = 0
        self.groups = 0
        self.bold = False
        self.lined = False
        self.prose = False
        self._depth = 0
        self._carried = ""

    def read_group(self, font: str) -> list[Atom]:
        """Read to the brace that closes this group, or to the end; the brace is consumed."""
        number = self._enter()
        atoms: list[Atom] = []
        gap = ""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            kind, value = token
            if kind == "mark" and value == "}":
                break
            if kind == "space":
                gap = gap or ("space" if "~" in value else "void")
            elif kind == "command" and value in SPACES:
                gap = SPACES[value]
            elif kind == "command" and value in SWITCHES:
                font = UPRIGHT[value]
                self.bold |= value in BOLD
            else:
                self._carried = ""
                found = self._read_item(token, font or ("text" if self.prose else ""), number)
                if found:
                    if gap:
                        found[0] = found[0]._replace(gap=_wider(gap, found[0].gap))
                    atoms += found
                    gap = ""
                gap = self._carried or gap
        self._carried = "space" if gap == "space" else ""
        self._depth -= 1
        return atoms

    def read_argument(self, font: str) -> list[Atom]:
        """Read the argument of a command: a group, a command with its own, or one character."""
        self._skip_spaces()
        if self.at >= len(self.tokens):
            return []
        token = self.tokens[self.at]
        if token == ("mark", "}"):
            return []
        self.at += 1
        if token == ("mark", "{"):
            return self.read_group(font)
        number = self._enter()
        found = self._read_item(token, font, number)
        self._depth -= 1
        return found

    def read_text(self) -> str:
        """Read an argument for its characters alone."""
        return "".join(atom.text for atom in self.read_argument("text"))

    def sees(self, kind: str, value: str) -> bool:
        """Tell whether this token comes next, behind spaces, which are skipped."""
        self._skip_spaces()
        return self.at < len(self.tokens) and self.tokens[self.at] == (kind, value)

    def _enter(self) -> int:
        self._depth += 1
        self.groups += 1
        if self._depth > _DEEPEST:
            raise _TooDeepError
        return self.groups

    def _skip_spaces(self) -> None:
        while self.at < len(self.tokens) and self.tokens[self.at].kind == "space":
            self.at += 1

    def _read_item(self, token: Token, font: str, number: int) -> list[Atom]:
        """Return the atoms of one token, with those of its argument."""
        kind, value = token
        if kind == "character":
            return [_character(value, font, number)]
        if kind == "command":
            return self._read_command(value, font, number)
        if kind == "verbatim":
            return [Atom("W", value.strip(), "", "tt", number)]
        if value == "{":
            inner = self.read_group(font)
            if len(inner) == 1 and inner[0].code in ",.":
                inner[0] = inner[0]._replace(gap="none")
            return inner
        if value in {"^", "_"}:
            return make_script(value, self.read_argument(""))
        return [MATHEMATICS] if value == "&" else []

    def _read_command(self, name: str, font: str, number: int) -> list[Atom]:
        """Return what a command prints; one that is in no table is mathematics."""
        if name in SYMBOLS:
            code, character = SYMBOLS[name]
            return [Atom(code, character, "", font, number)]
        if name in ESCAPED:
            return [Atom(ESCAPED[name], name, "", font, number)]
        if name in UPRIGHT:
            self.bold |= name in BOLD
            return self.read_argument(UPRIGHT[name])
        if name in LINED:
            self.lined = True
            return self.read_argument(font)
        make = COMMANDS.get(name)
        return make(self, name, font) if make else [MATHEMATICS]


def make_script(mark: str, inner: list[Atom]) -> list[Atom]:
    """Return a superscript (`^`) or subscript (`_`) as one atom; an empty one prints nothing."""
    merged = merge(inner)
    return [Atom(mark, "".join(atom.text for atom in merged), inner=merged)] if merged else []


def _wider(outer: str, inner: str) -> str:
    return outer if outer in {"none", "space"} else inner or outer


def _character(value: str, font: str, group: int) -> Atom:
    if value.isdecimal():
        code = "d"
    elif value.isalpha() and value not in "ºª":
        code = "a"
    else:
        code = CHARACTERS.get(value, "?")
    return Atom(code, value, "", font, group)
