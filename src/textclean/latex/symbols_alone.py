"""Symbols that text uses on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom
    from textclean.latex.setting import Setting

_SYMBOL = lazy_pattern(r"[TAXPk%#][,;.]?|[fk]?\(?T(?:[),;.:(/-]|T)*|kN|D|T[.,]?N")
_MARKS = lazy_pattern(r"O+T[OT]*|T+O[OT]*")
_DASH = lazy_pattern(r"-{1,3}")
_AHEAD_NUMBER = lazy_pattern(r"\s*(?:[\d€£¥.]|\\?\$\s?\d)")
_TOKEN = lazy_pattern(r"R\|[WV]\|R")
_FRAGMENT = lazy_pattern(r"[()\-S/|:;,.!\"'#]+")
_BEFORE_NUMBERS = frozenset("§¶©®•□☐☑■✓✗★●○▲◆†‡")
_AUTOMATIC = frozenset("@<^?+*%|")
"""What follows the dollar sign of a variable that `make` sets itself: `$@ $^` is two of them, and no formula."""

_QUOTES = frozenset("\"“”'‘’«»")


def is_symbol(atoms: Sequence[Atom], sig: str, setting: Setting, *, certain: bool) -> bool:
    """Tell whether a symbol stands for itself; a relation or sign does only where no formula can have lost it."""
    if _SYMBOL.fullmatch(sig):
        plain = sig[0] != "T" or "N" not in sig or atoms[0].text in _BEFORE_NUMBERS
        return plain and not (atoms[0].text == "@" and setting.after[:1] in _AUTOMATIC)
    if _MARKS.fullmatch(sig):
        return all(atom.text in "*∗" for atom in atoms if atom.code == "O")
    if sig in {"R", "S", "-"} and not setting.display and atoms[0].text != "∝":
        return certain or _AHEAD_NUMBER.match(setting.after) is not None
    if sig == "O":
        return atoms[0].text in "*∗÷" or _is_bullet(atoms[0].text, setting) or _is_quoted(setting)
    if _DASH.fullmatch(sig):
        return setting.table
    return "V" not in sig and _TOKEN.search(sig) is not None


def _is_bullet(text: str, setting: Setting) -> bool:
    line = setting.before.rsplit("\n", 1)
    opens_line = not line[-1].strip(" -") and (len(line) > 1 or not setting.before)
    return opens_line and text in "·∘" and setting.after[:1] == " "


def _is_quoted(setting: Setting) -> bool:
    return setting.before.rstrip()[-1:] in _QUOTES and setting.after.lstrip()[:1] in _QUOTES


def is_fragment(atoms: Sequence[Atom], sig: str) -> bool:
    """Tell punctuation that a wrong pair of delimiters cut off."""
    if not _FRAGMENT.fullmatch(sig):
        return False
    return sig == "//" or sum(atom.code == "(" for atom in atoms) != sum(atom.code == ")" for atom in atoms)
