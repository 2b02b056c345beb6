"""Read a LaTeX span into atoms: one pass, each token looked at once."""

from __future__ import annotations

import re
from unicodedata import normalize

from textclean.latex.atoms import Atom, Reading
from textclean.latex.fonts import ACCENTS, BOLD, INVISIBLE, LINED, OPAQUE, SIZES, STACKS, SWITCHES, UPRIGHT
from textclean.latex.merging import lower_number, merge
from textclean.latex.symbols import CHARACTERS, ESCAPED, NOTHING, SPACES, SYMBOLS

_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+\*?|[\s\S])|(?P<space>[\s~]+)|(?P<mark>[{}^_&$])|(?P<character>.)", re.DOTALL
)
_VERBATIM = re.compile(r"\\verb\*?([|+!/])(?P<body>.*?)(?:\1|\Z)", re.DOTALL)
_SPACED = re.compile(r"(?<![\\A-Za-z])[^\W_] [^\W_](?![^\W_])(?: |$)|\d \. \d|[\^_] [{\w]|\{ [^\W_]{1,2} \}")
_DOUBLED = re.compile(r"\\\\[A-Za-z]{2,20}")
_SINGLE = re.compile(r"(?<!\\)\\(?!\\)[A-Za-z]")
_TAG = re.compile(r"</?su[pb]>")
_REPEATING = re.compile(r"\.\s*\d*\s*\\(?:overline|dot|bar)\b")
_DEEPEST = 30
_CIRCLED = {"R": "®", "C": "©", "P": "℗", "c": "©", "r": "®"}
_MATHEMATICS = Atom("M", "")


class TooDeepError(Exception):
    """The span nests deeper than any that was written on purpose."""


def read_span(body: str) -> Reading:
    """Return the atoms of the LaTeX in `body`; what cannot be printed as text is an atom `M`."""
    reader = _Reader(_unescape(body))
    try:
        atoms = lower_number(merge(reader.group("")))
    except TooDeepError:
        atoms = (_MATHEMATICS,)
    return Reading(
        atoms, _SPACED.search(body) is not None, reader.bold, reader.lined, _REPEATING.search(body) is not None
    )


def _unescape(body: str) -> str:
    """Undo the doubled backslash of a command that went through JSON, and the tags a converter cut into it."""
    if _DOUBLED.search(body) and not _SINGLE.search(body):
        return body.replace("\\\\", "\\")
    return _TAG.sub("", body) if "<s" in body or "</s" in body else body


class _Reader:
    def __init__(self, body: str) -> None:
        self.tokens = list(_tokens(body))
        self.at = 0
        self.depth = 0
        self.groups = 0
        self.carried = ""
        self.prose = False
        self.bold = self.lined = False

    def group(self, font: str) -> list[Atom]:
        """Read to the brace that closes this group, or to the end; the brace is consumed."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise TooDeepError
        self.groups += 1
        number = self.groups
        atoms: list[Atom] = []
        gap = ""
        while self.at < len(self.tokens):
            kind, value = self.tokens[self.at]
            self.at += 1
            if kind == "mark" and value == "}":
                break
            if kind == "space":
                gap = gap or ("space" if "~" in value else "void")
                continue
            if kind == "command" and value in SPACES:
                gap = "space"
                continue
            if kind == "command" and value in SWITCHES:
                font = UPRIGHT[value]
                self.bold |= value in BOLD
                continue
            if kind == "command" and value == "!":
                gap = "none"
                continue
            self.carried = ""
            font = font or ("text" if self.prose else "")
            found = self.item(kind, value, font, number)
            if found:
                atoms.append(found[0]._replace(gap=_wider(gap, found[0].gap)))
                atoms += found[1:]
                gap = ""
            gap = self.carried or gap
        self.carried = "space" if gap == "space" else ""
        self.depth -= 1
        return atoms

    def item(self, kind: str, value: str, font: str, number: int) -> list[Atom]:
        """Return the atoms of one token, with those of its argument."""
        if kind == "character":
            return [_character(value, font, number)]
        if kind == "verbatim":
            return [Atom("W", value, "", "tt", number)]
        if kind == "command":
            return self.command(value, font, number)
        if value == "{":
            inner = self.group(font)
            if len(inner) == 1:
                inner[0] = inner[0]._replace(gap="none" if inner[0].code in ",." else inner[0].gap)
            return inner
        if value in "^_":
            return self.script(value, font, number)
        return [_MATHEMATICS] if value == "&" else []

    def command(self, name: str, font: str, number: int) -> list[Atom]:
        """Return what a command prints."""
        if name in SYMBOLS:
            code, character = SYMBOLS[name]
            return [Atom(code, character, "", font, number)]
        if name in ESCAPED:
            return [Atom(ESCAPED[name], name, "", font, number)]
        if name in ACCENTS:
            return self.accent(name, font, number)
        if name in INVISIBLE:
            self.argument("")
            if name in {"textcolor", "colorbox"}:
                return self.argument("text")
            return []
        if name in SIZES:
            self.bold = True
            return []
        if name in NOTHING:
            if name in {"left", "right", "middle"} and self.peek("character", "."):
                self.at += 1
            return []
        if name in UPRIGHT:
            self.bold |= name in BOLD
            return self.argument(UPRIGHT[name])
        if name in LINED:
            self.lined = True
            return self.argument(font)
        if name == "ding":
            return [_dingbat(self.argument("text"), number)]
        if name in {"begin", "end"}:
            return self.environment(name)
        if name in {"textcircled", "circled"}:
            return [_circle(self.argument("text"), number)]
        if name in {"textsuperscript", "textsubscript", "sp", "sb"}:
            return [_script("^" if name in {"textsuperscript", "sp"} else "_", self.argument("text"))]
        if name == "tag":
            return [Atom("(", "("), *self.argument("text"), Atom(")", ")")]
        if name == "sqrt":
            inner = self.argument(font) if self.peek("mark", "{") else []
            return [_MATHEMATICS] if inner else [Atom("T", "√", "", font, number)]
        if name in OPAQUE:
            self.argument("")
            return [_MATHEMATICS]
        return [_MATHEMATICS]

    def accent(self, name: str, font: str, number: int) -> list[Atom]:
        """Return a letter of a word with its accent; over anything else an accent is mathematics."""
        inner = self.argument(font)
        if len(inner) == 1 and inner[0].code == "a" and (font not in {"", "it"} or name == "mathring"):
            composed = normalize("NFC", inner[0].text + ACCENTS[name])
            if len(composed) == 1:
                return [Atom("L" if composed == "Å" else "a", composed, inner[0].gap, font, number)]
        return [_MATHEMATICS]

    def environment(self, name: str) -> list[Atom]:
        """Enter or leave an environment: those that only stack lines print their lines, all others are mathematics."""
        start = self.at
        kind = "".join(atom.text for atom in self.argument("text"))
        if kind not in STACKS or (name == "begin" and start > 2):
            return [_MATHEMATICS]
        self.prose |= kind in {"tabular", "center"}
        if name == "begin" and kind in {"array", "tabular"} and self.peek("mark", "{"):
            self.argument("")
        return []

    def script(self, mark: str, font: str, number: int) -> list[Atom]:
        """Return a superscript or subscript; `{}` before it has printed nothing."""
        inner = self.argument("")
        return [_script(mark, inner)] if inner else []

    def argument(self, font: str) -> list[Atom]:
        """Read the argument of a command: a group, a command with its own, or one character."""
        self.skip_spaces()
        if self.at >= len(self.tokens):
            return []
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind == "mark" and value == "{":
            return self.group(font)
        if kind == "mark" and value == "}":
            self.at -= 1
            return []
        self.depth += 1
        if self.depth > _DEEPEST:
            raise TooDeepError
        self.groups += 1
        found = self.item(kind, value, font, self.groups)
        self.depth -= 1
        return found

    def skip_spaces(self) -> None:
        while self.at < len(self.tokens) and self.tokens[self.at][0] == "space":
            self.at += 1

    def peek(self, kind: str, value: str) -> bool:
        self.skip_spaces()
        return self.at < len(self.tokens) and self.tokens[self.at] == (kind, value)


def _tokens(body: str):
    at = 0
    while at < len(body):
        if body.startswith("\\verb", at) and (verbatim := _VERBATIM.match(body, at)):
            yield "verbatim", verbatim["body"].strip()
            at = verbatim.end()
            continue
        match = _TOKEN.match(body, at)
        at = match.end()
        if match.lastgroup:
            yield match.lastgroup, match[match.lastgroup]


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


def _circle(inner: list[Atom], group: int) -> Atom:
    text = "".join(atom.text for atom in inner)
    if text.isdecimal() and len(text) < 3 and int(text) <= 50:
        number = int(text)
        base = 0x2460 - 1 if number <= 20 else 0x3251 - 21 if number <= 35 else 0x32B1 - 36
        return Atom("T", chr(base + number) if number else "⓪", "", "", group)
    if text in _CIRCLED and text.isupper():
        return Atom("T", _CIRCLED[text], "", "", group)
    if len(text) == 1 and text.isascii() and text.isalpha():
        return Atom("T", chr((0x24B6 - 65 if text.isupper() else 0x24D0 - 97) + ord(text)), "", "", group)
    return _MATHEMATICS


def _dingbat(inner: list[Atom], group: int) -> Atom:
    """Return a character of the Zapf Dingbats by its number in that font."""
    text = "".join(atom.text for atom in inner)
    number = int(text) if text.isdecimal() and len(text) == 3 - (len(text) < 3) else 0
    if 33 <= number <= 126 or 161 <= number <= 167:
        return Atom("T", chr(0x2701 - 33 + number if number <= 126 else 0x2761 - 161 + number), "", "", group)
    if 172 <= number <= 211:
        return Atom("T", chr(0x2460 - 172 + number if number < 182 else 0x2776 - 182 + number), "", "", group)
    return _MATHEMATICS


def _script(mark: str, inner: list[Atom]) -> Atom:
    merged = merge(inner)
    return Atom(mark, "".join(atom.text for atom in merged), "", "", 0, merged)
