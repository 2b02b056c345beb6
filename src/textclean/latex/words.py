"""Words in a signature: names, labels, phrases, and the punctuation and numbers between them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textclean.latex.atoms import Atom, Reading
    from textclean.latex.setting import Setting

_WORDING = re.compile(
    r"(?:[WNTU%DCk(),;.:!?\"'\-/#&_|fb]|(?<=\")V(?=\")|(?<=N)X(?=N)|(?<=W)A(?=W|[),.]*$)|[),]P|oW?|(?<=\()A(?=\))|(?<=W-)G(?![-S/(])|^G(?=-W)|(?<=W)l|^kW)+"
)
_SUM = re.compile(r"(?<=[W)])S(?=[W(])")
_CALL = re.compile(r"[WF]\([^WTUA]*(?:\)|$)")
_POWER = re.compile(r"[^Wb)TUNVo]f|(?:^|[^W])\)f|[VN]f|Vb")
_ITEM = re.compile(r"\(V\)\.?")
_PHRASES = frozenset("et al cf in of to is as at an or on no by vs eg ie".split())
_POINTS = re.compile(r"[A-Z]{2,4}")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")


def is_wording(atoms: Sequence[Atom], sig: str, reading: Reading, setting: Setting) -> bool:
    """Tell whether atoms are words, with what stands between words, and no formula made of named quantities."""
    if _ITEM.fullmatch(sig) and (setting.display or reading.lined):
        return atoms[1].text in "abcdefghij"
    if "V" in sig:
        atoms = _with_italic_words(atoms)
        sig = "".join(atom.code if atom.code not in "^_" else letter for atom, letter in zip(atoms, sig, strict=True))
    if sig[:1] in {"S", "-"}:
        atoms, sig = atoms[1:], sig[1:]
    if reading.spaced:
        sig = _SUM.sub("-", sig)
    if set(sig) == {"V"} and reading.spaced:
        return "".join(atom.text for atom in atoms) in setting.words()
    if "W" not in sig and '"V"' not in sig:
        return False
    if not _WORDING.fullmatch(sig) or _CALL.search(sig) or _POWER.search(sig):
        return False
    words = [atom.text for atom in atoms if atom.code == "W"]
    if not set(words).isdisjoint(setting.notation):
        return False
    if len(words) == len(sig) == 1 and not reading.spaced and setting.mathematical and not setting.table:
        word, font = atoms[0].text, atoms[0].font
        if font == "op" or (setting.geometry and font == "rm" and _POINTS.fullmatch(word)):
            return False
    if reading.bold and not reading.spaced and words and all(len(word) < 3 for word in words):
        return False
    lined_acronym = (
        reading.lined and not reading.spaced and not setting.table and len(words) == 1 and words[0].isupper()
    )
    return not (lined_acronym and words[0].isascii() and atoms[0].font != "text")


def _with_italic_words(atoms: Sequence[Atom]) -> list[Atom]:
    """Read italic letters as words where printed spaces stand between them, or where they are set as one name."""
    found = list(atoms)
    runs = [at for at, atom in enumerate(atoms) if atom.code == "V" and atom.font in {"", "it"}]
    if not runs:
        return found
    lexical = all(len(atoms[at].text) > 1 and atoms[at].text.isalpha() for at in runs)
    long = any(len(atoms[at].text) > 2 and _VOWEL.search(atoms[at].text) for at in runs)
    long |= all(atoms[at].text in _PHRASES for at in runs)
    apart = any(b == a + 1 and atoms[b].gap == "space" for a, b in pairwise(runs))
    named = len(runs) == 1 and atoms[runs[0]].font == "it" and len(atoms[runs[0]].text) > 3
    if lexical and long and (apart or named):
        for at in runs:
            found[at] = found[at]._replace(code="W")
    return found
