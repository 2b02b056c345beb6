"""The byline: who signs, read from the lines where print pages and news sites say so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textclean.article.context import Found
from textclean.article.credits import is_name, is_organisation, is_role, read_credits
from textclean.article.data import read_names
from textclean.article.lines import key
from textclean.article.model import Author
from textclean.article.printed_dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.context import ReadingContext
    from textclean.article.layout import Layout

_POSTED = re.compile(r"Posted By (?P<names>.{2,200}?) On .{3,40}@")
_SUBMITTED = re.compile(r"Submitted by (?P<names>.{2,200}?) on \w{3}, \d")
_BEFORE_DATE = re.compile(r"(?P<names>[^\d|·•]{2,120}?)\s*[|·•]\s*(?=.{0,24}\d)")
_BEHIND_NAMES = re.compile(
    r"\s+(?:on|am|le|il|el|em|den|\|)\s+(?=.{0,16}\d)|\s*[|·•]\s*|\s+(?=\S{0,12}\s?\d)|\s+-\s+(?=\d)", re.IGNORECASE
)
_LONGEST_LINE = 160
_LONGEST_NAMES = 100
_FULL_NAME = range(2, 5)
"""Words in a name that stands alone on a line."""
_PARTICLE = 3
"""Letters of the longest small word inside a name."""
_LINES_BELOW_TITLE = 14
_LINES_BEHIND_BODY = 6


class _Candidate(NamedTuple):
    names: str
    line: int
    rule: str


def read(context: ReadingContext) -> Found | None:
    """Read who signs, or None where no line says so.

    In order: the author line of a content management system's print page, a line that opens with the word of a byline
    (`By`, `Von`, `Par`, `Author:`) near the title, names before a date (`Ann Lee | 4 May 2025`), and names alone
    between title and text, when a date stands beside them or they stand there twice. A name in a caption, a teaser or a
    sentence is no byline.
    """
    for candidate in _candidates(context):
        signed = read_credits(candidate.names)
        if signed:
            line = context.layout.lines[candidate.line]
            value = tuple(Author(**one._asdict()) for one in signed)
            return Found(value, line.start, line.end, candidate.rule, in_source=True)
    return None


def byline_names(line: str, language: str = "und") -> str | None:
    """Return what follows the word of a byline in `line`, without a date behind it; None when it opens with none.

    >>> byline_names("Von Paulina Muster, Redakteurin", "de"), byline_names("Text: Ann Lee")
    ('Paulina Muster, Redakteurin', 'Ann Lee')
    >>> byline_names("Ann Lee wrote this.") is None
    True
    """
    match = _lead(language.partition("-")[0]).match(line) if len(line) <= _LONGEST_LINE else None
    if not match:
        return None
    names = line[match.end() :]
    dates = find_dates(names, language)
    if dates:
        cut = _BEHIND_NAMES.search(names)
        names = names[: min(dates[0].start, cut.start() if cut else dates[0].start)]
    return names.split(" | ")[0].strip(" ,|·•-–—") or None


def _candidates(context: ReadingContext) -> Iterator[_Candidate]:
    layout, language = context.layout, context.language
    yield from _of_systems(layout, language)
    start, stop = _head(context)
    for index in range(start, stop):
        names = byline_names(layout.lines[index].text, language)
        if names and _is_short_or_named(names):
            yield _Candidate(_with_next_line(layout, index, names), index, "byline.word")
    for index in range(start, stop):
        match = _BEFORE_DATE.match(layout.lines[index].text)
        if match and find_dates(layout.lines[index].text[match.end() :], language):
            yield _Candidate(match["names"], index, "byline.before-date")
    yield from _bare(layout, language, start, stop)
    for index in range(
        max(stop, layout.last_paragraph + 1), min(len(layout.lines), layout.last_paragraph + _LINES_BEHIND_BODY)
    ):
        names = byline_names(layout.lines[index].text, language)
        if names and _is_whole_name(names):
            yield _Candidate(names, index, "byline.foot")


def _of_systems(layout: Layout, language: str) -> Iterator[_Candidate]:
    for index, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        if kind in ("wordpress_posted", "drupal_submitted"):
            match = (_POSTED if kind == "wordpress_posted" else _SUBMITTED).match(line.text)
            if match:
                yield _Candidate(match["names"], index, "byline.print-page")
        elif kind == "joomla":
            names = byline_names(line.text, language)
            if names:
                yield _Candidate(names, index, "byline.print-page")


def _head(context: ReadingContext) -> tuple[int, int]:
    """Return the first line and the one behind the last where a byline may stand: around the title, before the text."""
    layout = context.layout
    title = context.found.get("title")
    if title is None or not title.in_source:
        return 0, min(layout.first_paragraph + 1, len(layout.lines))
    below = layout.index_at(title.end - 1) + 1
    above = max(0, layout.index_at(title.start) - 3)
    return above, min(len(layout.lines), below + _LINES_BELOW_TITLE)


def _with_next_line(layout: Layout, index: int, names: str) -> str:
    """Join a list of names that goes on in the next line: it ends with a comma or a joining word."""
    if index + 1 < len(layout.lines) and re.search(r"(?:,|&|\sand|\sund|\set|\sy|\se)$", names):
        return f"{names} {layout.lines[index + 1].text}"
    return names


def _is_short_or_named(names: str) -> bool:
    signed = read_credits(names)
    return bool(signed) and all(_is_whole_name(one.name) or is_organisation(one.name) or one.role for one in signed)


def _is_whole_name(names: str) -> bool:
    return all(" " in one.name or not one.name.isascii() or one.name.isupper() for one in read_credits(names)) and bool(
        read_credits(names)
    )


def _bare(layout: Layout, language: str, start: int, stop: int) -> Iterator[_Candidate]:
    """Yield lines below the title that are nothing but names, beside a date, a reading time, or repeated."""
    title_seen = False
    for index in range(start, min(stop, layout.first_paragraph + 2, len(layout.lines))):
        line, kind = layout.lines[index], layout.kinds[index]
        if line.level and not title_seen:
            title_seen = True
        if kind is not None or line.level or len(line.text) > _LONGEST_NAMES or not _could_sign(line.text):
            continue
        beside = [k for k in (index - 1, index + 1, index + 2) if 0 <= k < len(layout.lines)]
        dated = any(
            layout.kinds[k] in ("date", "reading_time") or _is_date_line(layout.lines[k].text, language) for k in beside
        )
        twice = any(key(layout.lines[k].text) == key(line.text) for k in beside)
        if dated or twice:
            yield _Candidate(line.text, index, "byline.names")


def _could_sign(text: str) -> bool:
    signed = read_credits(text)
    return (
        bool(signed)
        and not is_role(text)
        and all(_is_full_name(one.name) or is_organisation(one.name) for one in signed)
    )


def _is_full_name(name: str) -> bool:
    words = name.split()
    return (
        is_name(name)
        and len(words) in _FULL_NAME
        and all(word[0].isupper() or len(word) <= _PARTICLE for word in words)
    )


def _is_date_line(text: str, language: str) -> bool:
    return len(text) < 60 and any(map(str.isdigit, text)) and bool(find_dates(text, language))  # noqa: PLR2004


@lru_cache(maxsize=64)
def _lead(language: str) -> re.Pattern[str]:
    plain: set[str] = set()
    labels: set[str] = set()
    for tag, *words in read_names("byline_words.txt", ";"):
        for word in words:
            if word.startswith("<"):
                labels.add(word.strip("<>"))
            elif tag in (language, "en") or " " in word:
                plain.add(word)
                labels.add(word)
    return re.compile(
        rf"(?:(?:{_either(plain)})\s+(?=[^\W\d_])|(?:{_either(labels)})\s?[::]\s*(?=[^\W\d_]))", re.IGNORECASE
    )


def _either(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
