"""Readings of glyph numbers: as text by a constant, where letters fall as in a language; as signs of TeX's fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.artifacts.tex_glyphs import BEFORE_LETTER, BEHIND_OPERAND, BETWEEN_OPERANDS, ON_OWN_LINE, PAIRS
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textclean.artifacts.glyph_codes import Code, Run

_SHIFTS = {"cid": (29, 31), "gid": (29, 31), "glyph": (29, 31, 0), "char": (0,)}
"""29: TrueType subsets, whose third glyph is the space; 31: CFF, whose first is; 0: the character's own number."""

_FEWEST = 12
"""Fewer letters than this fall as in a language too easily."""

_END_OF_LATIN = 0x250

_COMMON = frozenset("etaoinsrhldu")
_VOWELS = frozenset("aeiouy")
_FEWEST_COMMON = 0.6
"""The twelve letters are 77 to 85 % of English, French, German, Spanish and Italian, and 46 % of an even alphabet."""

_VOWELS_FROM, _VOWELS_TO = 0.22, 0.6
"""Vowels are 36 to 48 % of the same languages, and in a few words between these bounds."""


def reading_of(runs: list[Run]) -> Callable[[Run], str | None]:
    """Return how to read a run as text: with the constant that makes sense of all runs of its kind, or not at all."""
    shifts: dict[str, int] = {}
    for kind in {run.kind for run in runs}:
        numbers = [[code.number for code in run.codes] for run in runs if run.kind == kind]
        for shift in _SHIFTS[kind]:
            if kind not in shifts and _is_language(" ".join(_shifted(one, shift) for one in numbers if len(one) > 1)):
                shifts[kind] = shift

    def read(run: Run) -> str | None:
        if run.kind not in shifts:
            return None
        said = _shifted([code.number for code in run.codes], shifts[run.kind])
        readable = all(character.isprintable() for character in said)
        letters = sum(character.isalpha() for character in said)
        if not readable or (letters >= _FEWEST and not _is_language(said)):
            return None
        return said

    return read


def _shifted(numbers: list[int], shift: int) -> str:
    return "".join(chr(number + shift) if number + shift < _END_OF_LATIN else "\0" for number in numbers)


def _is_language(said: str) -> bool:
    letters = [character for character in said.lower() if character.isalpha()]
    if len(letters) < _FEWEST:
        return False
    plain = sum(character.isalpha() or character in " ,.;:'-()!?" or character.isdigit() for character in said)
    vowels = sum(letter in _VOWELS for letter in letters) / len(letters)
    common = sum(letter in _COMMON for letter in letters) / len(letters)
    return plain >= 0.9 * len(said) and _VOWELS_FROM <= vowels <= _VOWELS_TO and common >= _FEWEST_COMMON


_NEAR = 400
"""Characters in which the other half of a pair is looked for."""

_BEHIND_OPERAND = lazy_pattern(r"\w\Z|\d\.\Z")
"""A letter, a digit, or the point of a decimal that astronomers set before the sign."""


def read_symbols(text: str, run: Run) -> Iterator[str | None]:
    """Yield for each number of a run the sign it shows: nothing for number 0, None where no neighbour confirms one."""
    for code in run.codes:
        if run.kind != "cid":
            yield None
        elif code.number == 0:
            yield ""
        else:
            yield _paired(text, code) or _placed(text, code, run)


def _paired(text: str, code: Code) -> str | None:
    for opening, (closing, left, right) in PAIRS.items():
        if code.number == opening and f"(cid:{closing})" in _paragraph(text[code.end : code.end + _NEAR], first=True):
            return left
        if code.number == closing and f"(cid:{opening})" in _paragraph(
            text[max(0, code.start - _NEAR) : code.start], first=False
        ):
            return right
    return None


def _paragraph(near: str, *, first: bool) -> str:
    return near.partition("\n\n")[0] if first else near.rpartition("\n\n")[2]


def _placed(text: str, code: Code, run: Run) -> str | None:
    before, after = text[max(0, code.start - 2) : code.start], text[code.end : code.end + 2]
    number = code.number
    if number in ON_OWN_LINE and before[-1:] in {"", "\n"} and after[:1] in {"", "\n"}:
        return ON_OWN_LINE[number]
    if number in BETWEEN_OPERANDS and before.strip() and after.strip():
        return BETWEEN_OPERANDS[number]
    if number in BEHIND_OPERAND and _BEHIND_OPERAND.search(text, max(0, run.start - 2), run.start):
        return BEHIND_OPERAND[number]
    if number in BEFORE_LETTER and (after[:1].isalpha() or before[-1:] in {"+", "−", "="}):
        return BEFORE_LETTER[number]
    return None
