"""Merge the characters of a span into numbers, words, variables and quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.atoms import Atom
from textclean.latex.measures import find_measures, is_upright
from textclean.latex.numbers import join_number, lower_number, opens_number
from textclean.latex.runs import make_words

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["lower_number", "merge"]

_IN_RUN = frozenset("ad-/.,:;'\"()_#|!W")
_LATIN_END = 0x24F
_GREEK = range(0x370, 0x400)
_CJK = 0x2E80
_PRIMES = {"′": "′", "'": "′", "′′": "″", "''": "″", "′′′": "‴"}


def merge(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return `atoms` with digits joined to numbers `N`, letters to words `W` or variables `V`, and units `U` found."""
    merged: list[Atom] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        stop = at + 1
        if is_upright(atom) and atom.code in _IN_RUN:
            while stop < len(atoms) and _continues_run(atom, atoms[stop]):
                stop += 1
            merged += make_words(atoms[at:stop])
        elif atom.code in {"d", "."} and opens_number(atoms, at):
            number, stop = join_number(atoms, at)
            merged.append(number)
        elif atom.code == "a":
            letters, stop = _join_letters(atoms, at)
            merged.append(letters)
        else:
            merged.append(_settle_script(atom) if atom.code == "^" else atom)
        at = stop
    return tuple(find_measures(merged))


def _continues_run(first: Atom, atom: Atom) -> bool:
    return is_upright(atom) and atom.code in _IN_RUN and (first.font == "op") is (atom.font == "op")


def _join_letters(atoms: Sequence[Atom], at: int) -> tuple[Atom, int]:
    """Join italic letters that touch: a variable, a product of such, or a word of a script that has no italics."""
    stop = at + 1
    while stop < len(atoms) and atoms[stop].code == "a" and not is_upright(atoms[stop]) and not atoms[stop].gap:
        stop += 1
    first = atoms[at]
    text = "".join(atom.text for atom in atoms[at:stop])
    foreign = [ord(character) for character in text if _is_foreign(ord(character))]
    code = "W" if foreign and (len(text) > 1 or foreign[0] >= _CJK) else "V"
    return Atom(code, text, first.gap, first.font, first.group), stop


def _is_foreign(point: int) -> bool:
    return point > _LATIN_END and point not in _GREEK


def _settle_script(atom: Atom) -> Atom:
    """Turn degrees and primes, which are set as superscripts, into the marks they are."""
    if atom.text in {"∘", "°", "o°", "◦"}:
        return Atom("D", "°", atom.gap)
    if atom.text in _PRIMES:
        return Atom("'", _PRIMES[atom.text], atom.gap)
    return atom
