"""Words in a signature: names, labels, phrases, and the punctuation and numbers between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from textclean.latex.measures import is_upright
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom, Reading
    from textclean.latex.setting import Setting

_WORDING = lazy_pattern(
    r"(?:[WNTU%DCk(),;.:!?\"'\-/#&_|fb]"
    r"|(?<=\")V(?=\")|(?<=N)X(?=N)|(?<=W)A(?=W|[),.]*$)|(?<=\()A(?=\))|[),]P|oW?"
    r"|(?<=W-)G(?![-S/(])|(?<=W-N)G$|(?<=W-G)V$|^G(?=-W)|(?<=W)l|^kW|(?<=W')V)+"
)
_SUM = lazy_pattern(r"(?<=[W)])S(?=[W(])")
_CALL = lazy_pattern(r"[WF]\([^WTUA%]*(?:\)|$)")
_POWER = lazy_pattern(r"[^Wb)TUNVo]f|(?:^|[^W])\)f|[VN]f|Vb")
_ITEM = lazy_pattern(r"\(V\)\.?")
_WRITTEN_WITH_SIGNS = frozenset({"C++", "C#", "1-D", "2-D", "3-D", "w/v", "v/v", "w/w", "(w/v)", "(v/v)", "(w/w)"})
_CUT_LABEL = lazy_pattern(r"V\)[,.]*|\(V")
_TAG = lazy_pattern(r"R/?[WV]R")
_VOWEL = lazy_pattern(r"[aeiouyAEIOUY]")
_PHRASES = frozenset(
    {"et", "al", "cf", "in", "of", "to", "is", "as", "at", "an", "or", "on", "no", "by", "vs", "eg", "ie"}
)
_MOST_POINTS = 4
_POINTS = lazy_pattern(r"[A-H]{2,4}|[M-S]{2,4}|[X-Z]{2,3}")
_ITEMS = frozenset("abcdefghijvx")
_NAME = 4
"""Italic letters set as one name are a word from this length on."""

_ABBREVIATION = 3
"""Bold capitals or letters, fewer than these, are products of matrices more often than words."""


def is_wording(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> bool:
    """Tell whether atoms are words, with what stands between words, and no formula made of named quantities."""
    if _ITEM.fullmatch(sig):
        upright = is_upright(atoms[1]) and atoms[1].font != "bf"
        return (setting.display or reading.lined or upright) and atoms[1].text in _ITEMS
    if set(sig) == {"V"} and reading.spaced and len(sig) > 1:
        return "".join(atom.text for atom in atoms) in setting.words()
    if "V" in sig and (italic := _find_italic_words(atoms)):
        atoms = [atom._replace(code="W") if at in italic else atom for at, atom in enumerate(atoms)]
        sig = "".join("W" if at in italic else letter for at, letter in enumerate(sig))
    if sig[:1] in {"S", "-"}:
        atoms, sig = atoms[1:], sig[1:]
    if reading.spaced:
        sig = _SUM.sub("-", sig)
    if _is_token(atoms, sig):
        return True
    if ("W" not in sig and '"V"' not in sig) or not _WORDING.fullmatch(sig):
        return False
    return not (_CALL.search(sig) or _POWER.search(sig) or _is_notation(atoms, sig, reading, setting))


def _is_token(atoms: Sequence[Atom], sig: str) -> bool:
    """Tell tags such as `<s>`, and the names of languages that end in operators."""
    if _TAG.fullmatch(sig):
        name = next(atom for atom in atoms if atom.code in "WV")
        return (atoms[0].text, atoms[-1].text) == ("<", ">") and is_upright(name) and name.font != "bf"
    if sig == "V#N":
        return atoms[1].text == "@"
    if _CUT_LABEL.fullmatch(sig):
        letter = next(atom for atom in atoms if atom.code == "V")
        return is_upright(letter) and letter.font != "bf" and letter.text.isupper()
    upright = any(atom.code == "V" and is_upright(atom) for atom in atoms)
    return upright and "".join(atom.text for atom in atoms) in _WRITTEN_WITH_SIGNS


def _is_notation(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> bool:
    """Tell words that name a quantity, an operator, points or matrices."""
    words = [atom.text for atom in atoms if atom.code == "W"]
    if not set(words).isdisjoint(setting.notation):
        return True
    if reading.spaced or not words:
        return False
    if reading.bold and all(len(word) < _ABBREVIATION for word in words):
        return True
    return sig == "W" and not setting.table and _is_name_of_quantity(atoms[0], reading, setting)


def _is_name_of_quantity(word: Atom, reading: Reading, setting: Setting) -> bool:
    """Tell what is set like an operator, with a line like a vector, or with the capitals of a figure's points."""
    if reading.lined and word.text.isupper() and word.text.isascii() and word.font != "text":
        return True
    if not setting.mathematical:
        return False
    points = word.font == "rm" and (setting.geometry or _POINTS.fullmatch(word.text)) and _is_capitals(word.text)
    classes = word.font == "sf" and word.text.isupper()
    return points or classes or (word.font == "op" and word.text.isalpha())


def _is_capitals(text: str) -> bool:
    return len(text) <= _MOST_POINTS and text.isupper() and text.isalpha()


def _find_italic_words(atoms: Sequence[Atom]) -> set[int]:
    """Return where italic letters are words: printed spaces stand between them, or they are set as one name."""
    runs = [at for at, atom in enumerate(atoms) if atom.code == "V" and atom.font in {"", "it"}]
    texts = [atoms[at].text for at in runs]
    if not runs or not all(len(text) > 1 and text.isalpha() for text in texts):
        return set()
    wordlike = any(len(text) >= _ABBREVIATION and _VOWEL.search(text) for text in texts)
    wordlike |= all(text in _PHRASES for text in texts)
    apart = any(after == before + 1 and atoms[after].gap == "space" for before, after in pairwise(runs))
    named = len(runs) == 1 and atoms[runs[0]].font == "it" and len(texts[0]) >= _NAME
    return set(runs) if wordlike and (apart or named) else set()
