"""Words that a line break cut in two at a hyphen."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from textclean.edits import Edit, Notice
from textclean.hyphens import weigh_hyphen
from textclean.language import language_of
from textclean.lexicon import LINE_END_HYPHENS, WordCounts, fold_word, word_frequency
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_ALWAYS = "\u00ac\u00ad\x02"
"""Marks that only a line end makes: whoever sees one knows that the print had no hyphen in the word."""

_SPLIT = re.compile(
    rf"(?<=\w)(?P<kept>-?)(?P<hyphen>[{LINE_END_HYPHENS}])[ \t]*\n(?P<between>\s*)(?P<tail>\w[^\s\u2e80-\uffdc]*)(?P<space>[ \t]*)"
)
_HEAD = re.compile(r"[^\s\u2e80-\uffdc]*\Z")
_LONGEST = 80
_CONJUNCTIONS = {
    "da": {"og", "eller", "samt"},
    "de": {"und", "oder", "bis", "sowie", "wie", "bzw.", "noch", "u.", "vnd", "oder/"},
    "en": {"and", "or"},
    "fi": {"ja", "tai"},
    "nb": {"og", "eller"},
    "nl": {"en", "of", "tot"},
    "no": {"og", "eller"},
    "sv": {"och", "eller", "samt"},
}
"""Words behind a suspended hyphen (`Ein- und Ausgang`), in the languages that hang them."""

_ANY_CONJUNCTION = set().union(*_CONJUNCTIONS.values())
_COMMON = 2.5
"""A Zipf value that real words reach: three or more in a billion."""

_STAYS, _DOUBT = 0.25, (0.12, 0.6)
"""Chance from which a hyphen stays (the loss of one is worse than one too many), and the band told as doubtful."""


@cleaner(inside={"math"})
def rejoin_hyphenated_words(text: str, structure: Structure) -> Iterator[Edit | Notice]:
    r"""Pull the second half of a word up to its first half; the line then breaks behind the word.

    Whether the hyphen goes is weighed: the document's own words first, then (where the `lexicon` extra is
    installed) frequencies in its language. Where it could be either, the hyphen stays and a notice says so.
    Hyphens between digits, before a capital, in addresses and paths stay. Soft hyphens, `¬` and U+0002 always go.

    Left alone: a suspended hyphen before a conjunction (`pre- and post-war`), dashes, lists of words that each end
    in a hyphen, lines that stand in columns, code and tables.

    >>> rejoin_hyphenated_words("The commu-\nnication is up-to-\ndate.")
    'The communication\nis up-to-date.'
    """
    if not any(f"{hyphen}\n" in text or f"{hyphen} " in text for hyphen in LINE_END_HYPHENS):
        return
    document = _Document(text)
    done = 0
    for match in _SPLIT.finditer(text):
        start, tail_end = match.start(), match.end("tail")
        if start < done:
            continue
        head = _HEAD.search(text, max(0, start - _LONGEST, text.rfind("\n", 0, start) + 1), start)
        if head is None or len(head[0]) >= _LONGEST or not _is_prose(text, match):
            continue
        hyphen, doubtful = document.hyphen_between(head[0], match)
        if hyphen is None:
            continue
        cut = start + (hyphen == text[start])
        if structure.is_protected(cut, match.start("tail"), frozenset({"math"})):
            continue
        if doubtful:
            word = f"{head[0]}{hyphen}{match['tail']}"
            yield Notice(start, match.start("tail"), "doubtful-hyphen", f"does the hyphen of {word!r} belong to it?")
        gap = text[match.end("hyphen") : match.start("tail")].lstrip(" \t")
        yield Edit(cut, match.start("tail"), hyphen[cut - start :], "hyphen.keep" if hyphen else "hyphen.drop")
        done = tail_end
        if match["space"] or ("\f" in gap and text[tail_end : tail_end + 1] == "\n"):
            done = match.end("space") + (not match["space"])
            if text[done : done + 1] not in {"", "\n"} or not match["space"]:
                yield Edit(tail_end, done, gap, "hyphen.break")


def _is_prose(text: str, match: re.Match[str]) -> bool:
    """Tell whether lines are such that the second follows the first: no columns, no list of hyphened words."""
    if match["tail"][-1] in LINE_END_HYPHENS and not match["space"] and "-" not in match["tail"][:-1]:
        line_end = text[match.end("tail") : match.end("tail") + 1]
        if line_end in {"", "\n"}:
            return False
    before = text[max(0, match.start() - 400) : match.start()].rpartition("\n")[2].strip()
    after = text[match.start("tail") : match.start("tail") + 400].partition("\n")[0]
    if "    " in before and "    " in after:
        return False
    blank = "\n" in match["between"].replace("\f", "") and "\f" not in match["between"]
    return not (blank and not match["tail"][0].islower())


class _Document:
    """Word evidence of one text, counted when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def counts(self) -> WordCounts:
        return WordCounts(self._text)

    @cached_property
    def language(self) -> str:
        return language_of(self._text)

    def hyphen_between(self, head: str, match: re.Match[str]) -> tuple[str | None, bool]:
        """Return what stands between the halves (`""` or a hyphen; None: leave them apart), and whether in doubt."""
        tail, hyphen = match["tail"], match["hyphen"]
        if match["kept"]:
            return ("-", False) if hyphen in _ALWAYS else (None, False)
        if hyphen in _ALWAYS:
            return ("-" if tail[0].isupper() and not head[-1].isupper() else ""), False
        if tail[0].isdigit() and "\f" in match["between"]:
            return None, False
        if head[-1].isdigit() or tail[0].isdigit() or "://" in head or head.startswith("www."):
            return hyphen, False
        if self._hangs(head, tail):
            return None, False
        evidence = weigh_hyphen(head, tail, self.counts, self.language)
        if evidence is None:
            return None, False
        if "second capital" in evidence.seen and not evidence.has_witness and "\n" in match["between"]:
            return None, False
        doubtful = _DOUBT[0] < evidence.chance < _DOUBT[1]
        return (hyphen if evidence.chance > _STAYS else ""), doubtful

    def _hangs(self, head: str, tail: str) -> bool:
        """Tell whether the hyphen hangs before a conjunction and is no half of a word that ends like one."""
        if tail not in _ANY_CONJUNCTION or tail not in _CONJUNCTIONS.get(self.language.partition("-")[0], ()):
            return False
        joined = fold_word(head.rpartition("-")[2] + tail)
        return not self.counts.words[joined] and (word_frequency(joined, self.language) or 0) < _COMMON
