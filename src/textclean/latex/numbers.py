"""Join the digits of a span to numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.atoms import Atom
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_THOUSANDS = 3
_LONG_NUMBER = lazy_pattern(r"[-–−]?(?:\d+\.\d|\d{1,3}(?:,\d{3})+(?!\d))")


def opens_number(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether a number starts here: with a digit, or with the point of `.5`."""
    if atoms[at].code == "d":
        return True
    if atoms[at].text != "." or at + 1 == len(atoms) or atoms[at + 1].code != "d":
        return False
    return not at or atoms[at - 1].code not in {"a", "d", "W", "."}


def join_number(atoms: Sequence[Atom], at: int) -> tuple[Atom, int]:
    """Return the number that starts at `at`, and where it ends.

    Spaces that mathematics ignores are ignored; decimal marks and marks of thousands belong to the number, a comma
    that parts two numbers does not.
    """
    parts = [atoms[at].text]
    stop = at + 1
    while stop < len(atoms):
        atom = atoms[stop]
        if atom.code == "d" and (atom.gap != "space" or _count_digits(atoms, stop) == _THOUSANDS):
            parts.append(" " + atom.text if atom.gap == "space" else atom.text)
            stop += 1
        elif _joins_digits(atoms, stop, parts):
            parts += [atom.text, atoms[stop + 1].text]
            stop += 2
        else:
            break
    first = atoms[at]
    return Atom("N", "".join(parts), first.gap, first.font, first.group), stop


def _joins_digits(atoms: Sequence[Atom], at: int, parts: list[str]) -> bool:
    """Tell whether a point or comma stands inside of a number."""
    mark = atoms[at]
    if mark.text not in {".", ","} or at + 1 == len(atoms) or mark.gap == "space":
        return False
    following = atoms[at + 1]
    if following.code != "d" or following.gap == "space":
        return False
    if mark.text == ".":
        return "." not in parts
    if "none" in {mark.gap, following.gap}:
        return True
    head = "".join(parts).rsplit(",", 1)[-1]
    return _count_digits(atoms, at + 1) == _THOUSANDS and 1 <= len(head) <= _THOUSANDS and head != "0"


def _count_digits(atoms: Sequence[Atom], at: int) -> int:
    """Count the digits of the group that starts at `at`, as far as one above a thousand's."""
    count = 1
    while count <= _THOUSANDS and at + count < len(atoms):
        atom = atoms[at + count]
        if atom.code != "d" or atom.gap == "space":
            break
        count += 1
    return count


def lower_number(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Put a number on the line that a model raised: no mark or exponent has decimals or thousands."""
    if len(atoms) == 1 and atoms[0].code == "^" and _LONG_NUMBER.match(atoms[0].text):
        return atoms[0].inner
    return atoms
