"""ftfy's encoding repair of one line, taken apart so that every change has its own reason.

ftfy 6.3.1 runs its fixers in a fixed order until the line stays as it is (`ftfy.fix_and_explain`); this is the
same loop over the same fixers, with those for typography left out, and gives the same line. Entities, escapes
and surrogates are edits by themselves; misread characters are found by a diff.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from textclean.alignment import Alignment
from textclean.edits import Edit, apply_edits
from textclean.encoding_gate import ENTITY, SURROGATE, TERMINAL_ESCAPE
from textclean.lazy_pattern import lazy_pattern
from textclean.lifted import diff_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ftfy import TextFixerConfig

C1 = lazy_pattern("[\x80-\x9f]")
_SHORT = 500
SURROGATES = lazy_pattern("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


def repair_line(line: str, *, entities: bool) -> Sequence[Edit]:
    """Return edits that make of `line` what ftfy makes of it, with offsets in the line.

    A line that ends in a line feed keeps it, also where ftfy would swallow it (it takes `À` before a line
    feed for Java's two-byte NUL). Short lines are remembered: a pipeline asks again in each round.
    """
    return (_repair_short_line if len(line) <= _SHORT else _repair)(line, entities=entities)


def _repair(line: str, *, entities: bool) -> Sequence[Edit]:
    edits: list[Edit] = []
    finders = (_entities, *_FINDERS) if entities else _FINDERS
    before, text = "", line
    while text != before:
        before = text
        for find in finders:
            found = list(find(text))
            if found:
                text = apply_edits(text, found)
                edits = _compose(edits, found, text)
    return tuple(edits)


_repair_short_line = lru_cache(maxsize=1000)(_repair)


def find_surrogates(text: str) -> Iterator[Edit]:
    """Yield an edit for each pair of surrogates (to its character) and each lone one (to U+FFFD)."""
    from ftfy.fixes import fix_surrogates  # noqa: PLC0415 - costs start-up time

    if SURROGATE.search(text):
        for match in SURROGATES.finditer(text):
            yield Edit(*match.span(), fix_surrogates(match[0]), "encoding.surrogate")


def _entities(text: str) -> Iterator[Edit]:
    from ftfy.fixes import unescape_html  # noqa: PLC0415 - costs start-up time

    for match in ENTITY.finditer(text):
        plain = unescape_html(match[0])
        if plain != match[0]:
            yield Edit(*match.span(), plain, "encoding.entity")


def _mojibake(text: str) -> Iterator[Edit]:
    from ftfy import fix_encoding_and_explain  # noqa: PLC0415 - costs start-up time

    fixed = fix_encoding_and_explain(text, _settings()).text
    if text.endswith("\n") and not fixed.endswith("\n"):
        fixed = fix_encoding_and_explain(text[:-1], _settings()).text + "\n"
    for edit in _whole_letters(text, diff_edits(text, fixed, "encoding.mojibake")):
        is_c1 = C1.fullmatch(text[edit.start : edit.end]) and len(edit.replacement) == 1
        yield edit._replace(reason="encoding.c1") if is_c1 else edit


def _whole_letters(text: str, edits: Iterator[Edit]) -> Iterator[Edit]:
    """Unite edits with nothing but non-ASCII characters between them, which are parts of one misread stretch."""
    start, end, replacement = -1, -1, ""
    for edit in edits:
        between = text[end : edit.start]
        if end >= 0 and not any(character < "\x80" for character in between):
            end, replacement = edit.end, replacement + between + edit.replacement
            continue
        if end >= 0:
            yield Edit(start, end, replacement, edit.reason)
        start, end, replacement = edit.start, edit.end, edit.replacement
    if end >= 0:
        yield Edit(start, end, replacement, "encoding.mojibake")


def _c1_controls(text: str) -> Iterator[Edit]:
    from ftfy.fixes import fix_c1_controls  # noqa: PLC0415 - costs start-up time

    for match in C1.finditer(text):
        plain = fix_c1_controls(match[0])
        if plain != match[0]:
            yield Edit(*match.span(), plain, "encoding.c1")


def _terminal_escapes(text: str) -> Iterator[Edit]:
    if "\x1b" in text:
        for match in TERMINAL_ESCAPE.finditer(text):
            yield Edit(*match.span(), "", "encoding.terminal-escape")


_FINDERS: tuple[Callable[[str], Iterator[Edit]], ...] = (_mojibake, _c1_controls, find_surrogates, _terminal_escapes)


def _compose(first: list[Edit], second: list[Edit], final: str) -> list[Edit]:
    """Return edits that do at once what `first` and then `second` do, which together make `final`.

    A stretch that both changed is named after the one that came first.
    """
    if not first:
        return second
    earlier = Alignment.from_edits(first)
    spans = [(e.start, e.end, e.reason) for e in first]
    spans += [(*earlier.to_source(e.start, e.end), e.reason) for e in second]
    spans.sort(key=itemgetter(0, 1))
    starts = [start for start, _, _ in spans]
    whole = earlier.then(Alignment.from_edits(second))
    return [Edit(a, b, final[c:d], spans[bisect_left(starts, a)][2]) for a, b, c, d in whole.stretches]


@cache
def _settings() -> TextFixerConfig:
    """Return ftfy's settings: all of its encoding repair and nothing else.

    `explain=True` is needed: without it ftfy 6.3.1 forgets the settings of the encoding repair.
    """
    from ftfy import TextFixerConfig  # noqa: PLC0415 - costs start-up time

    return TextFixerConfig(
        unescape_html=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        remove_control_chars=False,
        normalization=None,
        explain=True,
    )
