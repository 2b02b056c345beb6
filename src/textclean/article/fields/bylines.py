"""The byline: who signs, read from the lines where print pages and news sites say so."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textclean.article.calendar.calendar_names import weekday_of
from textclean.article.calendar.date_labels import YEAR, date_label
from textclean.article.calendar.printed_dates import find_dates
from textclean.article.context import Found
from textclean.article.data import read_names
from textclean.article.model import Author
from textclean.article.names.agencies import is_agency
from textclean.article.names.byline_words import LONGEST_LINE, byline_names, ends_with_byline_word
from textclean.article.names.credits import Credit, is_name, is_organisation, is_role, read_credits
from textclean.article.names.dateline_places import is_known_place
from textclean.article.page.lines import key
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.article.context import ReadingContext
    from textclean.article.page.layout import Layout

_POSTED = lazy_pattern(r"Posted By (?P<names>.{2,200}?) On .{3,40}@")
_SUBMITTED = lazy_pattern(r"Submitted by (?P<names>.{2,200}?) on \w{3}, \d")
_LONGEST_NAMES = 100
_FULL_NAME = range(2, 5)
"""Words in a name that stands alone on a line."""
_PARTICLE = 3
"""Letters of the longest small word inside a name."""
_LONGEST_DATE = 100
_LINES_ABOVE_TITLE, _LINES_BELOW_TITLE = 3, 30
_MOST_NAME_LINES = 8
_READER_HEAD = 14
_LABEL = 24
_ROLE = 6
_OF_SYSTEMS = frozenset({"wordpress_posted", "drupal_submitted"})
_BEFORE_DAYS = frozenset(("a", "am", "den", "der", "di", "el", "em", "il", "le", "les", "on", "op", "the"))
"""What stands between a place, or a verb, and a day: no name ends in it."""

_ARTICLES = frozenset(
    {"the", "a", "an", "der", "die", "das", "los", "las", "les", "il", "lo", "gli", "os", "as", "den", "det"}
)
_EAST_ASIAN_NAME = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")
_TIME_OR_JOINT = lazy_pattern(r"^(?:[\s,|/·•–—-]|\d{1,2}[:.h]\d{2}|Uhr|hs?\b)+")
_BAR = lazy_pattern(r"\s*[|·•]")
_GOES_ON = lazy_pattern(r"(?:,|&|\s(?:and|und|et|y|e))$")


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
            lines = context.layout.lines
            last, signed = _with_line_below(context.layout, candidate.line, signed)
            value = tuple(Author(**one._asdict()) for one in signed)
            return Found(value, lines[candidate.line].start, lines[last].end, candidate.rule, in_source=True)
    return None


def _with_line_below(layout: Layout, index: int, signed: tuple[Credit, ...]) -> tuple[int, tuple[Credit, ...]]:
    """Add what the next line says of who signs: an agency or a house, or the role of a single author."""
    if index + 1 >= len(layout.lines) or layout.kinds[index + 1] is not None:
        return index, signed
    below = layout.lines[index + 1].text
    if len(below) > _LONGEST_NAMES // 2 or below[-1:] in ".,:;?!" or any(map(str.isdigit, below)):
        return index, signed
    if is_organisation(below) and not any(is_organisation(one.name) for one in signed):
        return index + 1, tuple(one._replace(affiliation=one.affiliation or below) for one in signed)
    if (
        len(signed) == 1
        and is_role(below)
        and signed[0].role is None
        and below[:1].isupper()
        and len(below.split()) < _ROLE
    ):
        return index + 1, (signed[0]._replace(role=below),)
    return index, signed


def _candidates(context: ReadingContext) -> Iterator[_Candidate]:
    layout, language = context.layout, context.language
    yield from _of_systems(layout, language)
    yield from _of_reader_view(layout)
    above, below, stop = _head(context)
    near = (*range(below, stop), *range(above, below))
    for index in near:
        names = _names_by_word(layout, index, language)
        if names and _is_signed(names, labelled=":" in layout.lines[index].text[:_LABEL]) and _may_sign(context, index):
            yield _Candidate(names, index, "byline.word")
    for index in near:
        names = _before_date(layout.lines[index].text, language)
        if names and _may_sign(context, index):
            yield _Candidate(names, index, "byline.before-date")
    for index in near:
        if index >= below and _stands_alone(layout, index, language) and _may_sign(context, index):
            yield _Candidate(layout.lines[index].text, index, "byline.names")
    for index in range(stop, len(layout.lines)):
        names = byline_names(layout.lines[index].text, language)
        if (
            names
            and _is_signed(names, labelled=False)
            and (index > layout.last_paragraph or _date_beside(layout, index, language))
        ):
            yield _Candidate(names, index, "byline.word-elsewhere")


def _of_systems(layout: Layout, language: str) -> Iterator[_Candidate]:
    if layout.kinds_found.isdisjoint({*_OF_SYSTEMS, "joomla"}):
        return
    for index, (line, kind) in enumerate(zip(layout.lines, layout.kinds, strict=True)):
        if kind in ("wordpress_posted", "drupal_submitted"):
            match = (_POSTED if kind == "wordpress_posted" else _SUBMITTED).match(line.text)
            if match:
                yield _Candidate(match["names"], index, "byline.print-page")
        elif kind == "joomla":
            names = byline_names(line.text, language)
            if names:
                yield _Candidate(names, index, "byline.print-page")


def _of_reader_view(layout: Layout) -> Iterator[_Candidate]:
    """Yield the line that a browser's reader view prints between the title and the reading time."""
    if "reader_url" not in layout.kinds[:_READER_HEAD]:
        return
    for index, kind in enumerate(layout.kinds[:_READER_HEAD]):
        if kind == "reading_time" and index:
            yield _Candidate(layout.lines[index - 1].text, index - 1, "byline.reader-view")


def _names_by_word(layout: Layout, index: int, language: str) -> str | None:
    """Return the names behind a byline's word, which may go on, or only begin, in the next lines."""
    text = layout.lines[index].text
    following = [line.text for line in layout.lines[index + 1 : index + 1 + _MOST_NAME_LINES]]
    names = byline_names(text, language) or _behind_date(text, language)
    if names:
        return f"{names} {following[0]}" if following and _GOES_ON.search(names) else names
    if len(text) > LONGEST_LINE or not following or not ends_with_byline_word(text, language):
        return None
    listed: list[str] = []
    for line in following:
        if not _could_sign(line):
            break
        if line not in listed:
            listed.append(line)
    return ", ".join(listed) or None


def _behind_date(text: str, language: str) -> str | None:
    """Return the names of `5 January 2024, by Ann Lee`."""
    dates = find_dates(text, language) if len(text) <= LONGEST_LINE and YEAR.search(text) else ()
    rest = _TIME_OR_JOINT.sub("", text[dates[-1].end :]) if dates else ""
    return byline_names(rest, language) if rest else None


def _before_date(text: str, language: str) -> str | None:
    """Return the names at the head of a line that goes on with a date and little else."""
    dates = find_dates(text, language) if len(text) <= LONGEST_LINE and YEAR.search(text) else ()
    names = text[: dates[0].start].strip(" |·•-–—,") if dates else ""
    names = _without_weekday(names.split(" | ")[0], language)
    if not names or byline_names(text, language) or date_label(names, language) is not None:
        return None
    if is_known_place(names) or names.rpartition(" ")[2].casefold() in _BEFORE_DAYS:
        return None  # where a letter or a report was written: `Buenos Aires, 5 May 2021`, `Paris, le 5 mai 2021`
    return names if _could_sign(names) or (_EAST_ASIAN_NAME.fullmatch(names) and _BAR.match(text, len(names))) else None


def _without_weekday(names: str, language: str) -> str:
    if weekday_of(names, language) is not None:
        return ""
    before, _, last = names.rpartition(" ")
    return before.strip(" |·•-–—,") if weekday_of(last, language) is not None else names


def _may_sign(context: ReadingContext, index: int) -> bool:
    """Tell whether a line is neither a piece of the title nor one that a content management system made."""
    title = context.value("title")
    line = key(context.layout.lines[index].text)
    return context.layout.kinds[index] not in _OF_SYSTEMS and bool(line) and not (title and line in key(str(title)))


def _date_beside(layout: Layout, index: int, language: str) -> bool:
    return any(_is_date_line(layout, k, language) for k in (index - 1, index + 1) if 0 <= k < len(layout.lines))


def _head(context: ReadingContext) -> tuple[int, int, int]:
    """Return where a byline may stand: from some lines above the title, the first below it, the end of that stretch."""
    layout = context.layout
    title = context.found.get("title")
    if title is None or not title.in_source:
        return 0, 0, min(layout.first_paragraph + 1, len(layout.lines))
    if title.rule == "title.browser":
        return 0, 0, min(layout.first_paragraph + _LINES_BELOW_TITLE, len(layout.lines))
    below = layout.index_at(title.end - 1) + 1
    above = max(0, layout.index_at(title.start) - _LINES_ABOVE_TITLE)
    return above, below, min(len(layout.lines), below + _LINES_BELOW_TITLE)


def _is_signed(names: str, *, labelled: bool) -> bool:
    """Tell whether what follows a byline's word are names; without a colon behind the word they must be whole ones."""
    signed = read_credits(names)
    return bool(signed) and all(
        labelled
        or _is_full_name(one.name)
        or is_organisation(one.name)
        or (not one.name.isascii() and " " not in one.name)
        for one in signed
    )


def _stands_alone(layout: Layout, index: int, language: str) -> bool:
    """Tell whether a line below the title is nothing but names with a date behind it, or an agency before the text."""
    line = layout.lines[index]
    if layout.kinds[index] is not None or line.level or len(line.text) > _LONGEST_NAMES:
        return False
    if is_agency(line.text):
        return index <= layout.first_paragraph
    if any(0 <= k < len(layout.lines) and layout.lines[k].text == line.text for k in (index - 1, index + 1)):
        return False  # a caption and its alternative text
    return _could_sign(line.text) and any(
        _is_date_line(layout, k, language) for k in (index + 1, index + 2) if k < len(layout.lines)
    )


def _could_sign(text: str) -> bool:
    """Tell whether a line is nothing but whole names, agencies and their roles."""
    signed = read_credits(text)
    return (
        bool(signed)
        and ("," in text or not is_role(text))
        and all(_is_full_name(one.name) or is_organisation(one.name) for one in signed)
    )


def _is_full_name(name: str) -> bool:
    words = name.split()
    return (
        is_name(name)
        and not any(word.casefold().strip(".,") in _rubric_words() for word in words)
        and len(words) in _FULL_NAME
        and words[0].casefold() not in _ARTICLES
        and all(word[0].isupper() or len(word) <= _PARTICLE for word in words)
    )


def _is_date_line(layout: Layout, index: int, language: str) -> bool:
    text = layout.lines[index].text
    if layout.kinds[index] in ("date", "reading_time"):
        return True
    return len(text) < _LONGEST_DATE and bool(YEAR.search(text)) and bool(find_dates(text, language))


@lru_cache(maxsize=1)
def _rubric_words() -> frozenset[str]:
    return frozenset(word.casefold() for line in read_names("rubric_words.txt", ";") for word in line[1:])
