"""Names printed in capitals, written as people write them."""

from __future__ import annotations

from textclean.lazy_pattern import lazy_pattern

_PARTICLES = frozenset(
    ("af", "al", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "la", "le")
) | {"ten", "ter", "van", "von", "y", "zu", "zur"}
_NUMERAL = lazy_pattern(r"[IVX]{2,4}")
_PIECE = lazy_pattern(r"[^\W\d_]+")
_SCOTTISH = lazy_pattern(r"(?<![^\W_])(Mc)([^\W\d_])")
_SUFFIXES = frozenset(("jr", "sr"))


def write_name(name: str) -> str:
    """Return a name of several words in capitals in ordinary case; any other name as it stands.

    Initials and Roman numerals stay. `Mac` is left alone: `MACHADO` and `MACDONALD` look alike.

    >>> write_name("ABBY GOODNOUGH"), write_name("SEAN O'NEIL MCKAY III"), write_name("J.K. DE LA CRUZ-DÍAZ JR.")
    ('Abby Goodnough', "Sean O'Neil McKay III", 'J.K. de la Cruz-Díaz Jr.')
    >>> write_name("AFP"), write_name("van der Berg")
    ('AFP', 'van der Berg')
    """
    if not _SCOTTISH.sub("MC\\2", name).isupper() or " " not in name.strip():
        return name
    words = name.split()
    return " ".join(_write_word(word, first=index == 0) for index, word in enumerate(words))


def _write_word(word: str, *, first: bool) -> str:
    bare = word.strip(".,")
    if bare.lower() in _SUFFIXES:
        return word.capitalize()
    if _NUMERAL.fullmatch(bare) or ("." in bare and all(len(piece) == 1 for piece in bare.split("."))):
        return word
    if not first and bare.lower() in _PARTICLES:
        return word.lower()
    cased = _PIECE.sub(lambda piece: piece[0][0] + piece[0][1:].lower(), word)
    return _SCOTTISH.sub(lambda name: name[1] + name[2].upper(), cased)
