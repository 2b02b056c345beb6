"""Who is named in a byline: people with their roles, and apart from them agencies and houses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from textclean.article.calendar.printed_dates import find_dates
from textclean.article.data import read_names
from textclean.article.names.agencies import is_agency
from textclean.article.names.dateline_places import is_known_place
from textclean.article.names.name_case import write_name
from textclean.lazy_pattern import lazy_pattern

_JOINING = "and|und|et|y|e|en|och|og|ja|a|i|és|și|ve|και|и|та|dan|và|with|mit|avec|con|com|och|sowie"
_AND = lazy_pattern(rf"\s+(?:{_JOINING})\s+", re.IGNORECASE)
_AMPERSAND = lazy_pattern(r"\s+&\s+")
_HARD = lazy_pattern(r"\s*[;|•·、]\s*|\s+/\s+|\s+[—–-]\s+")
_SUFFIX_BEHIND_COMMA = lazy_pattern(r",\s*((?:jr|sr|ii|iii|iv|m\.?d|ph\.?\s?d|esq)\b)", re.IGNORECASE)
_ABBREVIATED = lazy_pattern(r"(?:\b(?:jr|sr|esq|ph\.d|m\.d)|(?:^|[\s.])[^\W\d_])\.$", re.IGNORECASE)
_WHERE_OR_FOR_WHOM = lazy_pattern(
    r"(?P<name>\S+\s.+?)\s+(?P<role>(?:in|for|from|aus|für|para|pour|per)\s+(?=[^\W\d_])\S.{1,60})"
)
_INITIAL = lazy_pattern(r"(?:[^\W\d_]\.?-?){1,3}")
_WORD = lazy_pattern(r"(?:[^\W\d_]|[\u0300-\u036f])+(?:['’`´.\-\u2011](?:[^\W\d_]|[\u0300-\u036f])*)*")
_ACRONYM = lazy_pattern(
    r"[A-Z][A-Z0-9]{1,5}|[A-Z][A-Za-z]{0,3}[A-Z]{1,4}|[A-Z]{2,6}|[\w-]+\.(?:at|ch|com|cz|de|es|fr|is|it|lt|net|nl|no|org|pl|pt|se|tv|uk)",
    re.ASCII,
)
_EAST_ASIAN = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}")
_EAST_ASIAN_ROLE = lazy_pattern(
    r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])\s?(?:기자|특파원|記者|记者|編集委員|特派員)$|^(?:记者|記者)\s?"
)
_PLACE_OR_HOUSE = lazy_pattern(
    r"(?:in|for|from|aus|für|à|en|a|da|de|per|with|at)\s+\S.{1,60}|special to .{2,60}", re.IGNORECASE
)
_BRACKET = lazy_pattern(r"\s*[(\[]([^()\[\]]{1,60})[)\]]")
_MAIL = lazy_pattern(r"\S{1,64}@\S{1,200}")
_MOST_WORDS = 6
_LONGEST = 60
_ORGANISATION = lazy_pattern(
    r"(?:news|times|post|press|herald|tribune|zeitung|redaktion|agentur|staff|team|desk|bureau|newsroom|media|magazine|daily|journal|radio|tv|online|agency|service|redacción|redação|redazione|rédaction)",
    re.IGNORECASE,
)


class Credit(NamedTuple):
    """One who signs, as printed or, when printed in capitals, as people write it."""

    name: str
    role: str | None = None
    affiliation: str | None = None


@lru_cache(maxsize=4096)
def read_credits(names: str) -> tuple[Credit, ...]:
    """Return those named in `names`, what follows the word `By`; empty when it is no list of names.

    Roles and places ("Senior Reporter", "in Berlin") go to the person before them, agencies and houses become the
    affiliation; where no person is named, the agency signs. `Simon & Garfunkel` is one name: neither half is whole.

    >>> [one.name for one in read_credits("ABBY GOODNOUGH and Robert Downey Jr.")]
    ['Abby Goodnough', 'Robert Downey Jr.']
    >>> read_credits("Smith, John")
    (Credit(name='John Smith', role=None, affiliation=None),)
    >>> read_credits("Meg Kinnard, AP Sports Writer")
    (Credit(name='Meg Kinnard', role='AP Sports Writer', affiliation=None),)
    """
    names = _SUFFIX_BEHIND_COMMA.sub(r" \1", _MAIL.sub("", names)).strip(" \t\n,;|–—-*_")
    names = names if _ABBREVIATED.search(names) else names.rstrip(".")
    if not names or names.endswith(":") or len(names) > 400 or find_dates(names):  # noqa: PLR2004 - no list of names is longer than a paragraph
        return ()
    signed: list[Credit] = []
    houses: list[str] = []
    for part in _parts(names):
        if not _place(part, signed, houses) and not (signed and any(map(str.isdigit, part))):
            return ()
    if not signed:
        return tuple(Credit(house) for house in houses)
    house = ", ".join(houses) or None
    return tuple(one._replace(affiliation=one.affiliation or house) for one in signed)


def _place(part: str, signed: list[Credit], houses: list[str]) -> bool:
    """Put one part of a byline where it belongs; False when it can be nothing in a byline."""
    bracket = _BRACKET.search(part)
    inside = bracket[1] if bracket else None
    name = _BRACKET.sub("", part).strip(" ,") if bracket else part
    east_asian = _EAST_ASIAN_ROLE.search(name)
    if east_asian:
        inside, name = east_asian[0].strip(), _EAST_ASIAN_ROLE.sub("", name)
    if is_agency(name):
        houses.append(name)
    elif signed and (is_role(name) or is_known_place(name)):
        signed[-1] = signed[-1]._replace(role=", ".join(filter(None, (signed[-1].role, name))))
    elif is_organisation(name) or (signed and (_ACRONYM.fullmatch(name) or name.startswith("The "))):
        houses.append(name)
    elif (whom := _WHERE_OR_FOR_WHOM.fullmatch(name)) and is_name(whom["name"]):
        signed.append(Credit(write_name(whom["name"]), whom["role"], inside))
    elif is_name(name):
        role = inside if inside and is_role(inside) else None
        signed.append(Credit(write_name(name), role, None if role or not inside else inside))
    elif _ACRONYM.fullmatch(name):
        houses.append(name)
    else:
        return False
    return True


def _parts(names: str) -> list[str]:
    parts: list[str] = []
    for hard in _HARD.split(names):
        commas = [piece.strip() for piece in hard.split(",")]
        if _is_inverted(commas):
            parts.append(f"{commas[1]} {commas[0]}")
            continue
        for piece in commas:
            parts.extend(_split_joined(piece))
    return [part for part in (part.strip(" ,") for part in parts) if part]


def _is_inverted(pieces: list[str]) -> bool:
    """Tell `Smith, John A.` from a list: one word, then one word and initials at most."""
    if len(pieces) != 2:  # noqa: PLR2004 - family name and given names
        return False
    family, given = (piece.split() for piece in pieces)
    if len(family) != 1 or not given or not _WORD.fullmatch(family[0]) or not _WORD.fullmatch(given[0]):
        return False
    others = is_agency(pieces[1]) or is_role(pieces[1]) or is_agency(pieces[0]) or _ACRONYM.fullmatch(pieces[1])
    return not others and all(_INITIAL.fullmatch(word) for word in given[1:]) and len(family[0]) > 1


def _split_joined(piece: str) -> list[str]:
    """Part `Anna Berg and Tom Lund`, not `Simon & Garfunkel`: each side must be a whole name, an agency or a role."""
    for joint in (_AND, _AMPERSAND):
        sides = joint.split(re.sub(r"^(?:and|und|et|y|e|og|och)\s+", "", piece, flags=re.IGNORECASE))
        if len(sides) > 1 and all(" " in side or is_agency(side) or _EAST_ASIAN.fullmatch(side) for side in sides):
            return [one for side in sides for one in _split_joined(side)]
    return [re.sub(r"^(?:and|und|et|og|och)\s+", "", piece, flags=re.IGNORECASE)]


def is_name(text: str) -> bool:
    """Tell whether `text` could be the name of a person: a few words of letters, the first and the last capitalised."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS or len(text) > _LONGEST:
        return False
    if _EAST_ASIAN.fullmatch(text.replace(" ", "").replace("・", "")):
        return True
    pieces = [word for word in words if word != "&"]
    if not pieces or not all(_WORD.fullmatch(piece.strip(",")) for piece in pieces):
        return False
    return not pieces[0][0].islower() or pieces[0].lower() in {
        "de",
        "van",
        "von",
        "di",
        "da",
        "al",
        "el",
        "le",
        "la",
        "d'",
    }


def is_role(text: str) -> bool:
    """Tell whether `text` is what someone does, or where: "Senior Reporter", "special to The Times", "in Berlin"."""
    if len(text) > _LONGEST + 20:
        return False
    words = {word.casefold().strip(".,") for word in text.split()}
    return bool(words & _roles()) or bool(_PLACE_OR_HOUSE.fullmatch(text))


def is_organisation(text: str) -> bool:
    """Tell whether `text` names a house or a desk rather than a person, by a word of such names."""
    words = text.split()
    if len(words) > _MOST_WORDS or not all(_is_capital(word) for word in words):
        return is_agency(text)
    return is_agency(text) or any(_ORGANISATION.fullmatch(word.strip(".,")) for word in words)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or len(word) < 4 or not word[0].isalpha()  # noqa: PLR2004 - a small word, as in `El País`


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    return frozenset(word.casefold() for line in read_names("byline_roles.txt", ";") for word in line[1:])
