"""Tell what a span says: the reason to unwrap it, or that it is mathematics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textclean.latex.chemistry import is_chemistry, is_isotope
from textclean.latex.lowered import continues_formula
from textclean.latex.quantities import is_unit_expression, quantity_reason
from textclean.latex.signature import signature
from textclean.latex.words import is_wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom, Reading
    from textclean.latex.setting import Setting


_MATHEMATICS = re.compile(r"[Mxy?]")
_SYMBOL = re.compile(r"[TAXPk%#][,;.]?|[fk]?\(?T(?:[),;.:(/-]|T)*|kN")
_OPERATOR = re.compile(r"[RS-]")
_AHEAD_NUMBER = re.compile(r"\s*[\d$€£¥.]")
_MARK = re.compile(r"[fkb]+[,.]?|b\(?N\)?|f\([VNW]\)?")
_MARKED_NUMBER = re.compile(r"[(SP-]*N[)%]*[kb]+[)]?")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")
_UNIT_BEHIND = re.compile(r"(?:^|[\s\d/·(])(?:m|cm|mm|km|s|kg|g|L|mL|h|min|ft|in)$")
_ORDINALS = re.compile(r"No(?:[,;/&-]*No)*[,.;]?")
_CENTURY = re.compile(r"[IVXL]+(?:e|o|a|ème|eme|th|er|ère|nd|rd)")
_FRAGMENT = re.compile(r"[()\-S/|:;,.!\"'#]+")
_TOKEN = re.compile(r"R\|[WV]\|R")
_QUOTES = frozenset("\"“”'‘’«»")
_NOTES = frozenset("abcdefgh")
"""Letters that number notes; later ones are exponents and indices more often."""

_NUMERO = frozenset({"n", "N", "No", "no", "Nr", "№", "nᵒ"})


def classify(reading: Reading, setting: Setting) -> str | None:
    """Return the reason (such as `latex.word`) why what was read is no mathematics, or None where it is."""
    atoms = reading.atoms
    sig = signature(atoms)
    if not sig or (_MATHEMATICS.search(sig) and not sig == "w"):
        return None
    if is_chemistry(atoms, sig) or _is_lowered(atoms, sig, setting):
        return "latex.chemistry"
    certain = reading.spaced or reading.bold or reading.lined or setting.table or not setting.mathematical
    return (
        _symbol(atoms, sig, setting, certain=certain)
        or _raised(atoms, sig, reading, setting)
        or _ordinal(atoms, sig, reading, setting)
        or quantity_reason(atoms, sig, reading, setting, certain=certain)
        or ("latex.unit" if is_unit_expression(atoms, sig, setting.before, certain=not setting.mathematical) else None)
        or ("latex.word" if is_wording(atoms, sig, reading, setting) else None)
        or ("latex.symbol" if _is_fragment(atoms, sig) and not setting.display else None)
    )


def _symbol(atoms: Sequence[Atom], sig: str, setting: Setting, *, certain: bool) -> str | None:
    """A symbol that text uses on its own; a relation or sign only where no formula can have lost it."""
    if sig == "D":
        return "latex.unit"
    if _SYMBOL.fullmatch(sig):
        return "latex.symbol"
    if _OPERATOR.fullmatch(sig) and not setting.display:
        return "latex.symbol" if certain or _AHEAD_NUMBER.match(setting.after) else None
    if re.fullmatch(r"-{1,3}", sig) and setting.table:
        return "latex.symbol"
    if sig == "O":
        if atoms[0].text in "·∘" and setting.after[:1] == " " and not setting.before.rsplit("\n", 1)[-1].strip(" -"):
            return "latex.symbol" if "\n" in setting.before or not setting.before else None
        quoted = setting.before.rstrip()[-1:] in _QUOTES and setting.after.lstrip()[:1] in _QUOTES
        return "latex.symbol" if atoms[0].text in "*∗÷" or quoted else None
    return "latex.symbol" if _TOKEN.search(sig) and "V" not in sig else None


def _raised(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> str | None:
    """A superscript without a base: a footnote mark, the exponent of a unit, or a number raised by mistake."""
    attached = setting.before[-1:].isalnum() or setting.before[-1:] in {")", "]"}
    if sig == "f" and _THOUSANDS.fullmatch(atoms[0].text):
        return "latex.number"
    if sig == "n" or (sig == "f" and _UNIT_BEHIND.search(setting.before[-6:])):
        return "latex.unit" if setting.before[-1:].isalpha() else None
    if sig == "c":
        return "latex.chemistry" if attached else "latex.footnote"
    if re.fullmatch(r"f[VW]", sig) and is_isotope(atoms):
        return "latex.chemistry"
    if _MARK.fullmatch(sig) or _MARKED_NUMBER.fullmatch(sig):
        return "latex.footnote"
    if sig == "l":
        letters = [part[:1] for part in atoms[0].text.rstrip(",").split(",")]
        upright = any(inner.font == "text" for inner in atoms[0].inner)
        return "latex.footnote" if (upright or not reading.spaced) and set(letters) <= _NOTES else None
    if sig == "Nl" and (setting.table or atoms[1].inner[0].font == "text") and "." in atoms[0].text:
        return "latex.footnote" if atoms[1].text in _NOTES else None
    if sig == "w" and not attached and atoms[0].text.isalnum():
        return "latex.word"
    return None


def _is_lowered(atoms: Sequence[Atom], sig: str, setting: Setting) -> bool:
    if sig not in {"s", "sc"}:
        return False
    return continues_formula(setting.before, atoms[0].text, atoms[1].text if sig == "sc" else "", setting.after)


def _ordinal(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> str | None:
    if _ORDINALS.fullmatch(sig):
        return "latex.ordinal"
    if re.fullmatch(r"[VW][lo]", sig) and _CENTURY.fullmatch(atoms[0].text + atoms[1].text):
        return "latex.ordinal" if atoms[1].inner[0].font not in {"", "it"} else None
    if sig == "o":
        return "latex.ordinal" if setting.before[-2:].rstrip()[-1:].isdecimal() else None
    if re.fullmatch(r"[VW]\.?[Dlo]\.?N?", sig) and atoms[0].text in _NUMERO:
        mark = next(atom for atom in atoms if atom.code in "^D")
        return "latex.ordinal" if mark.text in {"o", "os", "°", "º"} else None
    if sig == "Nl" and atoms[1].text in {"a", "o", "e"} and (reading.lined or atoms[1].inner[0].font not in {"", "it"}):
        return "latex.ordinal"
    return None


def _is_fragment(atoms: Sequence[Atom], sig: str) -> bool:
    """Punctuation that a wrong pair of delimiters cut off."""
    if not _FRAGMENT.fullmatch(sig):
        return False
    return sig == "//" or sum(atom.code == "(" for atom in atoms) != sum(atom.code == ")" for atom in atoms)
