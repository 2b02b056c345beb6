"""Superscripts: footnote marks, exponents of units that stand outside, and the suffixes of ordinals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.chemistry import is_isotope
from textclean.latex.measures import is_upright
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom, Reading
    from textclean.latex.setting import Setting

_MARK = lazy_pattern(r"[fkb]+[,.]?|b\(?N\)?|f\([VNW]\)?|[(SP-]*N[)%]*[kb]+[)]?|N[.,][fkb]")
_UNIT_BEHIND = lazy_pattern(r"(?:^|[\s\d/·(])(?:m|cm|mm|km|s|kg|g|L|mL|h|min|ft|in)$")
_LONGEST_UNIT = 6
_NOTES = frozenset("abcdefgh")
"""Letters that number notes; later ones are exponents and indices more often."""

_ORDINALS = lazy_pattern(r"No(?:[,;/&-]*No)*[,.;]?")
_CENTURY = lazy_pattern(r"[IVXL]+(?:e|o|a|ème|eme|th|er|ère|nd|rd)")
_NUMERO = lazy_pattern(r"[VW]\.?[Dlo]\.?N?")
_NUMERO_WORDS = frozenset({"n", "N", "No", "no", "Nr", "№", "nᵒ"})
_ABBREVIATIONS = frozenset(
    {"Mme", "Mmes", "Mlle", "Mlles", "Mgr", "Mr", "Mrs", "Dr", "Pr", "St", "Ste", "Cie", "Vve", "nos", "Nos", "Jr"}
)
_INDICATORS = frozenset({"o", "os", "°", "º"})


def raised_reason(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> str | None:
    """Return the reason to unwrap a superscript, or a number with its footnote mark; None for an exponent."""
    behind = setting.before[-1:]
    attached = behind.isalnum() or behind in {")", "]"}
    if sig == "n" or (sig == "f" and _UNIT_BEHIND.search(setting.before[-_LONGEST_UNIT:])):
        return "latex.unit" if behind.isalpha() else None
    if sig == "c" or (sig in {"fV", "fW"} and is_isotope(atoms)):
        return "latex.chemistry" if attached or sig != "c" else "latex.footnote"
    if _MARK.fullmatch(sig) or _is_note_letter(atoms, sig, reading, setting):
        return "latex.footnote"
    in_cell = setting.table or setting.before.rstrip()[-1:] in {"|", ">"}
    return "latex.word" if sig == "w" and in_cell and atoms[0].text.isalnum() else None


def _is_note_letter(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> bool:
    """Tell the letter of a note, alone or behind a decimal number, from an exponent.

    Models that set spaces between all characters also raise the variables of a text.
    """
    if sig not in {"l", "Nl"}:
        return False
    upright = any(inner.font == "text" for inner in atoms[-1].inner)
    letters = {part[:1] for part in atoms[-1].text.rstrip(",").split(",")}
    if sig == "Nl" and ("." not in atoms[0].text or not (upright or setting.table)):
        return False
    return letters <= _NOTES and (upright or not reading.spaced)


def is_ordinal(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> bool:
    """Tell ordinals (`1st`, `XIXe`), their suffix alone behind a number, and the sign of a number (`n°`)."""
    if sig == "o":
        return setting.before.rstrip()[-1:].isdecimal()
    if _NUMERO.fullmatch(sig) and atoms[0].text in _NUMERO_WORDS:
        return any(atom.text in _INDICATORS for atom in atoms if atom.code in "^D")
    if len(atoms) > 1 and sig.rstrip(".,") in {"Vl", "Wl", "Vo", "Wo", "Vw", "Ww"}:
        name = atoms[0].text + atoms[1].text
        return is_upright(atoms[1].inner[0]) and (name in _ABBREVIATIONS or _CENTURY.fullmatch(name) is not None)
    if sig == "Nl" and atoms[1].text in {"a", "o", "e"}:
        return reading.lined or is_upright(atoms[1].inner[0])
    return _ORDINALS.fullmatch(sig) is not None
