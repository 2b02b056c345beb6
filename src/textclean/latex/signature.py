"""The signature of a span: one letter per atom, so that a class of spans is a regular expression.

N number        W word             U unit           V variable       G Greek         F function     M mathematics
R relation      A arrow            P plus-minus     X times          S plus          - hyphen       O other operator
/ : ( ) , . ; ! " ' # | _          % per cent       D degree         C currency      T text symbol
superscripts:   f numbers          k marks          b bracketed      l letter        c charge
                n negative number  o ordinal suffix w word           x other
subscripts:     s digits           y other
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.plain_text import ORDINALS
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom

_SHAPES = (
    ("o", lazy_pattern("|".join(sorted(ORDINALS)))),
    (
        "f",
        lazy_pattern(r"[*∗⋆★†‡§¶♮♯,]*\d{1,3}[a-h]?(?:[,;–-]+\d{1,3}[a-h]?|,?[*∗⋆★†‡§¶♮♯]+|,[a-h])*[,;.]?[*∗⋆★†‡§¶♮♯]*"),
    ),
    ("k", lazy_pattern(r"(?!,+$)[*∗⋆★☆†‡§¶#&♮♯♣♢♡♠◇♦⋄✉✠®™©℗①-⓿㉑-㉟㊱-㊿,∥‖|•■□▲△]+|TM|SM|\(R\)|\(TM\)")),
    (
        "b",
        lazy_pattern(
            r"(?:\((?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|附註\(?[ivx\d]+\)?|附注\(?[ivx\d]+\)?|註\d*|注\d*)\)|\[(?:\d{1,3}|[a-z])\]|[(\[]\d{1,3}(?:[,;–-]\d{1,3})+[)\]])+|\d{1,2}\)|\((?:附註|附注|註|注)\([ivx\d]{1,4}\)\)"
        ),
    ),
    ("n", lazy_pattern(r"[-–−]\d{1,2}")),
    ("c", lazy_pattern(r"\d?[+\-–−]{1,3}")),
    ("l", lazy_pattern(r"[A-Za-z](?:,[A-Za-z*\d†‡§])*,?")),
)


def signature(atoms: Sequence[Atom]) -> str:
    """Return one letter per atom."""
    return "".join(atom.code if atom.code not in "^_" else _script_letter(atom) for atom in atoms)


def _script_letter(atom: Atom) -> str:
    if atom.code == "_":
        return "s" if atom.text.isdecimal() else "y"
    if any(inner.code in "MG^_" for inner in atom.inner):
        return "x"
    for letter, shape in _SHAPES:
        if shape.fullmatch(atom.text):
            return letter
    return "w" if any(inner.code == "W" for inner in atom.inner) else "x"
