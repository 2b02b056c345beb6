"""Merge the characters of a span into numbers, words and quantities."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from textclean.latex.atoms import Atom
from textclean.latex.functions import FUNCTION_WORDS, FUNCTIONS
from textclean.latex.units import COUNTED, UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG_NUMBER = re.compile(r"[-–−]?(?:\d+\.\d|\d{1,3}(?:,\d{3})+(?!\d))")
_IN_RUN = frozenset("ad-/.,:;'\"()_#|!?W")
_LEADING = "([{\"'“‘-–—/.,;:)]}|#&"
_TRAILING = ")]}\"'”’.,;:!?-–—([|"
_ITALIC_UNITS = frozenset(
    "cm mm km kg mg ml mL Hz kHz MHz GHz kbps Mbps bps dB nm kW MW kWh GB MB KB kB TB GeV MeV keV eV rpm fps".split()
)
_WORD_CODES = {"(": "(", ")": ")", "[": "(", "]": ")", "{": "(", "}": ")", '"': '"', "“": '"', "”": '"', "'": "'",
               "‘": "'", "’": "'", "-": "-", "–": "-", "—": "-", "/": "/", ".": ".", ",": ",", ";": ";", ":": ":",
               "!": "!", "?": "!", "|": "|", "#": "#", "&": "#"}  # fmt: skip


def merge(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return `atoms` with digits joined to numbers `N`, letters to words `W` or variables `V`, and units `U` found."""
    merged: list[Atom] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        if _is_upright(atom) and atom.code in _IN_RUN:
            stop = at + 1
            while stop < len(atoms) and _continues_run(atom, atoms[stop]):
                stop += 1
            merged += _merge_run(atoms[at:stop])
        elif atom.code == "d" or (atom.code == "." and atom.text == "." and _opens_decimal(atoms, at)):
            number, stop = _merge_number(atoms, at)
            merged.append(number)
        elif atom.code == "a":
            letters, stop = _merge_letters(atoms, at)
            merged.append(letters)
        elif atom.code in "^_":
            merged.append(_settle_script(atom))
            stop = at + 1
        else:
            merged.append(atom)
            stop = at + 1
        at = stop
    return tuple(_find_units(merged))


def _continues_run(first: Atom, atom: Atom) -> bool:
    same = (first.font == "op") is (atom.font == "op")
    return _is_upright(atom) and atom.code in _IN_RUN and same


def lower_number(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Put a number on the line that a model raised: no exponent has decimals or thousands and no base."""
    if len(atoms) == 1 and atoms[0].code == "^" and _LONG_NUMBER.match(atoms[0].text):
        return atoms[0].inner
    return atoms


def _is_upright(atom: Atom) -> bool:
    return atom.font not in {"", "it"}


def _opens_decimal(atoms: Sequence[Atom], at: int) -> bool:
    return at + 1 < len(atoms) and atoms[at + 1].code == "d" and not (at and atoms[at - 1].code in "adW.")


def _merge_number(atoms: Sequence[Atom], at: int) -> tuple[Atom, int]:
    """Join digits over void spaces, with decimal marks and thousands between them."""
    parts = [atoms[at].text]
    stop = at + 1
    while stop < len(atoms):
        atom = atoms[stop]
        following = atoms[stop + 1] if stop + 1 < len(atoms) else None
        if atom.code == "d" and _joins(atom, atoms, stop):
            parts.append(" " + atom.text if atom.gap == "space" else atom.text)
            stop += 1
        elif (
            atom.text in ".,"
            and following is not None
            and following.code == "d"
            and atom.gap != "space"
            and following.gap != "space"
            and (atom.text == "." or atom.gap == "none" or following.gap == "none" or _thousand(atoms, stop + 1, parts))
            and not (atom.text == "." and "." in parts)
        ):
            parts += [atom.text, following.text]
            stop += 2
        else:
            break
    first = atoms[at]
    return Atom("N", "".join(parts), first.gap, first.font, first.group), stop


def _joins(atom: Atom, atoms: Sequence[Atom], at: int) -> bool:
    return atom.gap != "space" or _digits_from(atoms, at) == 3


def _thousand(atoms: Sequence[Atom], at: int, parts: list[str]) -> bool:
    return _digits_from(atoms, at) == 3 and 1 <= len("".join(parts).rsplit(",", 1)[-1]) <= 3 and parts != ["0"]


def _digits_from(atoms: Sequence[Atom], at: int) -> int:
    """Count the digits from `at` on, up to four; a new void or printed space starts another number."""
    count = 1
    while count < 4 and at + count < len(atoms) and atoms[at + count].code == "d" and atoms[at + count].gap != "space":
        count += 1
    return count


def _merge_letters(atoms: Sequence[Atom], at: int) -> tuple[Atom, int]:
    """Join italic letters that touch: a variable, a product of such, or a word of a script that has no italics."""
    stop = at + 1
    while stop < len(atoms) and atoms[stop].code == "a" and not _is_upright(atoms[stop]) and not atoms[stop].gap:
        stop += 1
    first = atoms[at]
    text = "".join(atom.text for atom in atoms[at:stop])
    code = "W" if any(ord(character) > 0x24F and not 0x370 <= ord(character) < 0x400 for character in text) else "V"
    if code == "W" and len(text) == 1 and ord(text) < 0x2E80:
        code = "V"
    return Atom(code, text, first.gap, first.font, first.group), stop


def _merge_run(run: Sequence[Atom]) -> list[Atom]:
    """Make a word of a run of upright characters, with the punctuation at its edges as atoms of their own."""
    text = _run_text(run)
    first = run[0]
    core = text.strip()
    lead = len(core) - len(core.lstrip(_LEADING))
    if core[lead - 1 : lead] == "." and core[lead : lead + 1].isdecimal():
        lead -= 1
    tail = len(core[lead:].rstrip(_TRAILING)) + lead
    gap = "space" if text[:1] == " " else first.gap
    atoms = [Atom(_WORD_CODES[mark], mark, "", first.font, first.group) for mark in core[:lead] if mark != " "]
    if lead < tail:
        atoms += _name(core[lead:tail], run)
    atoms += [Atom(_WORD_CODES[mark], mark, "", first.font, first.group) for mark in core[tail:] if mark != " "]
    if atoms:
        atoms[0] = atoms[0]._replace(gap=gap)
    return atoms


def _run_text(run: Sequence[Atom]) -> str:
    tokens: list[str] = [run[0].text]
    gaps = [""]
    for atom in run[1:]:
        if atom.gap in {"void", "space"}:
            tokens.append(atom.text)
            gaps.append(atom.gap)
        else:
            tokens[-1] += atom.text
    singles = sum(len(token) == 1 for token in tokens)
    real = run[0].font == "text"
    spaced = (
        (singles * 10 >= len(tokens) * 7 if len(tokens) > 3 else singles == len(tokens))
        if real
        else singles * 2 >= len(tokens)
    )
    text = tokens[0]
    for (before, after), gap in zip(pairwise(tokens), gaps[1:], strict=True):
        wide = gap == "space" or (not spaced and (real or _both_long(before, after)))
        text += (" " if wide else "") + after
    return text


def _both_long(before: str, after: str) -> bool:
    return before[-2:].isalnum() and len(before) > 1 and after[:2].isalnum() and len(after) > 1


def _name(core: str, run: Sequence[Atom]) -> list[Atom]:
    """Tell what the core of an upright run is: a number, a variable, a function or a word."""
    first = run[0]
    letters = sum(character.isalpha() for character in core)
    font, group = first.font, first.group

    def atom(code: str, text: str = core) -> Atom:
        return Atom(code, text, "", font, group)

    if not letters:
        return [atom("N" if any(character.isdecimal() for character in core) else "?")]
    digits = len(core) - len(core.lstrip("0123456789.,"))
    if digits and core[digits:].strip() in UNITS | COUNTED:
        return [
            atom("N", core[:digits]),
            Atom("U", core[digits:].strip(), "space" if core[digits] == " " else "", font, group),
        ]
    if letters == 1 and not _is_label(core):
        return [atom("V" if core.isascii() or len(core) > 1 or ord(core) < 0x2E80 else "W")]
    if core in FUNCTIONS:
        return [atom("F")]
    groups = {one.group for one in run if one.code == "a"}
    scattered = len(groups) == letters or (font == "bf" and 2 * len(groups) > letters)
    if scattered and letters > 1 and core not in FUNCTION_WORDS:
        return [atom("V")]
    if _is_variable(core) or (font == "slanted" and letters < 4 and core.isalpha() and run[-1].gap == "void"):
        return [atom("V")]
    return [atom("W")]


def _is_label(core: str) -> bool:
    """`N25` and `13B` are labels, `F1` and `x2` variables."""
    digits = sum(character.isdecimal() for character in core)
    return (digits > 1 and core[0].isupper()) or (core[-1].isupper() and core[:-1].replace(".", "").isdecimal())


def _is_variable(core: str) -> bool:
    """`dK`, `T2T`, `xY`: letters and digits in an order that no word has."""
    return (
        len(core) < 4
        and core.isascii()
        and core.isalnum()
        and core != "pH"
        and (
            any(character.isdecimal() for character in core[1:-1])
            or (len(core) == 2 and core[0].islower() and core[1].isupper())
        )
    )


def _settle_script(atom: Atom) -> Atom:
    """Turn degrees and primes, which are set as superscripts, into the marks they are."""
    if atom.code == "^" and atom.inner:
        text = atom.text
        if text in {"∘", "°", "o°", "◦"}:
            return Atom("D", "°", atom.gap)
        if set(text) <= {"′", "'"}:
            return Atom("'", {1: "′", 2: "″", 3: "‴"}.get(len(text), text), atom.gap)
    return atom


def _find_units(atoms: list[Atom]) -> list[Atom]:
    """Mark what stands behind a number, a solidus or another unit and names a unit."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        if before is not None and atom.code == "V" and _names_direction(before, atom):
            found[-1] = before._replace(text=f"{before.text}{atom.text}")
            continue
        if before is not None and before.code == "L" and atom.code in "VW" and before.text + atom.text in UNITS:
            if _is_upright(atom) or (len(found) > 1 and found[-2].code == "N"):
                found[-1] = before._replace(code="U", text=before.text + atom.text)
                continue
        if (
            before is not None
            and atom.code == "N"
            and before.code in "VW"
            and _is_upright(before)
            and _opens_label(before, atom)
        ):
            found[-1] = before._replace(code="W", text=before.text + atom.text)
            continue
        if (
            before is not None
            and before.code == "N"
            and atom.code == "V"
            and atom.text == "D"
            and before.text in {"1", "2", "3", "4"}
        ):
            found[-1] = before._replace(code="W", text=before.text + atom.text)
            continue
        if before is not None and before.code == "N" and atom.code in "^_" and _is_spread(atom):
            inner = atom.inner[1:-1] if atom.inner[0].code == "(" and atom.code == "^" else atom.inner
            found += [one._replace(font="small") for one in inner]
            continue
        if (
            before is not None
            and before.code == "U"
            and atom.code == "L"
            and before.text in {"k", "M", "m", "G"}
            and atom.text == "Ω"
        ):
            found[-1] = before._replace(text=before.text + atom.text)
            continue
        if atom.code in "VWLF" and before is not None and _measures(found) and _names_unit(atom):
            found.append(atom._replace(code="U"))
            continue
        found.append(atom)
    return [
        atom._replace(code="G") if atom.code == "L" and not _is_sign_of_unit(found, at) else atom
        for at, atom in enumerate(found)
    ]


def _names_direction(before: Atom, atom: Atom) -> bool:
    """`°C`, `°F`, and the quarters of the compass behind degrees, minutes and seconds."""
    if before.code == "D" and before.text == "°" and atom.text in {"C", "F", "K"}:
        return True
    return before.code in "D'" and before.text[-1:] in "°′″" and atom.text in {"N", "S", "E", "W"} and _is_upright(atom)


def _opens_label(before: Atom, atom: Atom) -> bool:
    """An upright capital right before a number is a label, as in `T 5`: no product is written so."""
    if len(before.text) != 1 or not before.text.isupper() or before.font == "bf" or atom.gap == "space":
        return False
    return before.code == "V" and atom.text.isdecimal()


def _is_spread(atom: Atom) -> bool:
    """A spread or deviation set small beside its number: `85.2_{\\pm 0.3}`, `85.2_{(0.3)}`."""
    codes = "".join(inner.code for inner in atom.inner)
    return codes in {"PN", "PN%"} or (atom.code == "_" and codes in {"(N)", "(PN)"} and "." in atom.text)


def _measures(found: list[Atom]) -> bool:
    before = found[-1].code
    if before in "NU":
        return True
    if before in "^" and len(found) > 1:
        return found[-2].code == "U"
    if before in "/O" and len(found) > 1:
        return found[-2].code in "UW%LD" or (found[-2].code == "^" and len(found) > 2 and found[-3].code == "U")
    return before == ")" and len(found) > 2 and found[-2].code == "N"


def _names_unit(atom: Atom) -> bool:
    if atom.code == "L":
        return atom.text in "ℓÅΩ"
    if not _is_upright(atom):
        return atom.text in _ITALIC_UNITS
    if atom.font == "bf":
        return False
    parts = atom.text.replace("·", "/").replace(" ", "/").split("/")
    return atom.text in COUNTED or all(part in UNITS for part in parts if part)


def _is_sign_of_unit(found: list[Atom], at: int) -> bool:
    return found[at].text == "Å" or (found[at].text == "ℓ" and at > 0 and found[at - 1].code == "/")
