"""Write atoms as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom

_PLAIN = "0123456789+-=()niabcdefghjklmoprstuvwxyz−–,. "
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁻⁻,. "
SUPERSCRIPTS = dict(zip(_PLAIN, _RAISED, strict=True))
ORDINALS = frozenset("st nd rd th er ère ere ème eme re ers ères nde ª º".split())  # noqa: SIM905 - reads as the words it holds
"""Suffixes of ordinals, which stay on the line."""

SUBSCRIPTS = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_INDICATORS = {"o": "º", "a": "ª"}
_BOXES = frozenset("□☐☑☒■•")
_BINARY = frozenset("PXRA")
_OPERANDS = frozenset("NUW%DT)VfbksC.")


def write(atoms: Sequence[Atom], *, plain_superscripts: bool = False, on_line: bool = False) -> str:
    """Return what `atoms` say, on one line.

    Binary signs stand between spaces; a printed space stays one; a space that mathematics ignores goes.
    `on_line` sets scripts on the line, as the suffixes of ordinals are.
    """
    parts: list[str] = []
    for at, atom in enumerate(atoms):
        before = atoms[at - 1] if at else None
        if before is not None and _is_spaced(before, atom, atoms, at):
            parts.append(" ")
        if on_line:
            parts.append(_INDICATORS.get(atom.text, atom.text) if atom.code == "^" else atom.text)
        else:
            parts.append(raise_text(atom, plain_superscripts=plain_superscripts))
    return "".join(parts).strip()


def _is_spaced(before: Atom, atom: Atom, atoms: Sequence[Atom], at: int) -> bool:
    if atom.gap == "space":
        return True
    if atom.code in ",;.!)" or before.code == "(":
        return False
    if before.text in {",", ";"} and atom.gap != "none" and atom.code not in "\"fkbl'":
        return True
    if atom.code in _BINARY:
        return _is_operand(before) and at + 1 < len(atoms) and atoms[at + 1].code != "|"
    if before.code in _BINARY:
        return at > 1 and _is_operand(atoms[at - 2]) and atom.code != "|"
    return _stands_apart(before, atom)


def _stands_apart(before: Atom, atom: Atom) -> bool:
    """Tell what stands apart in print: words from each other, from boxes, and from the per cent sign."""
    if atom.code == "W":
        return before.code in {"W", "%"} or before.text in _BOXES
    return before.code == "W" and atom.text in _BOXES


def _is_operand(atom: Atom) -> bool:
    return atom.code in _OPERANDS or atom.code in "^_"


def raise_text(atom: Atom, *, plain_superscripts: bool = False) -> str:
    """Return the text of an atom; a script as superscript or subscript characters where all of it has such."""
    if atom.code not in "^_":
        return atom.text
    text = atom.text
    if text in {"TM", "(TM)", "SM", "(R)"}:
        return {"TM": "™", "(TM)": "™", "SM": "℠", "(R)": "®"}[text]
    table = SUPERSCRIPTS if atom.code == "^" else SUBSCRIPTS
    if atom.code == "^" and text in ORDINALS:
        return text
    if plain_superscripts or not all(character in table or not character.isalnum() for character in text):
        return text
    return "".join(table.get(character, character) for character in text)
