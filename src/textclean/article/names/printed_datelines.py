"""Datelines as news agencies and papers print them, told from all that only looks like one."""

from __future__ import annotations

import re
from typing import NamedTuple

from textclean.article.calendar.printed_dates import PrintedDate, find_dates
from textclean.article.names.agencies import agency_at, is_agency
from textclean.article.names.dateline_places import has_place_shape, is_known_place, is_place_elsewhere, is_region
from textclean.lazy_pattern import lazy_pattern

_HEAD = 160
"""Code points in which a dateline must end; the longest of 350 measured took 70, with a byline before it 110."""

_DASH = r"(?:\s*(?:--+|[—–―‒]|\.-+)\s*|\s+[-_]\s*|(?<=\d)-\s)"
_BEHIND_AGENCY = lazy_pattern(r"\s*(?:\.?\s*(?:-+|[—–―‒_:])\s*|[.,]\s+|\s+|(?=[^\W\d_]))")
_DASH_BEHIND_AGENCY = lazy_pattern(r"\s*\.?\s*(?:-+|[—–―‒])\s*")
_BRACKETED = lazy_pattern(r"(?P<where>[^()\n]{0,90}?)[\s,]*[()](?P<agency>[^()\n]{2,40})\)")
_SLASHED = lazy_pattern(r"(?P<where>[^/\n]{2,90}?)\s*/(?P<agency>[^/\n]{2,40})/")
_SLASH = lazy_pattern(r"(?P<where>[^/\n,.]{2,40})/")
_DASHED = lazy_pattern(_DASH)
_POINTED = lazy_pattern(r"\s?[:;]\s+|\.\s+")
_SERVICE_MARK = lazy_pattern(r"(?:RPT|REPEAT|CORRECTED|REFILE|UPDATE \d)\s*-+\s*")
_BYLINE = lazy_pattern(
    r"(?:by|par|por|von|di|da|door|av|af)\s+[^\W\d_][^\d\n.(]{4,70}?(?:\.\s+|\s{2,}|\n)", re.IGNORECASE
)
_POINTS_BACK = lazy_pattern(
    r"(?:hier|here|there|dort|da|aquí|aqui|allí|ici|qui|lì|là|tutaj|zde|здесь|тут)\b", re.IGNORECASE
)
_NOT_PLACES = lazy_pattern(
    r"(?:published|updated|posted|modified|note|editor|correction|update|exclusive|opinion|analysis|watch|photo|source)",
    re.IGNORECASE,
)
_TIME_OF_DAY = lazy_pattern(r"\d{1,2}[:.h]\d{2}\b")
"""`Oslo - 5 May 2024 - 10:30` is the date of the page, with its place."""

_SHORTEST_STORY = 40
"""A bare place needs a sentence behind it: `Bremen - Mainz 2:1` and `Berlin: 15 Grad` are results and weather."""

_EAST_ASIAN = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CHINESE = lazy_pattern(
    r"(?P<agency>[\u3400-\u9fff]{2,4}?(?:社|网))\s*(?P<place>[\u3400-\u9fff]{2,8}?)\s*(?P<date>\d{1,2}月\d{1,2}日)\s*电[\s,，]*"
)
_KOREAN = lazy_pattern(
    r"[(\[](?P<place>[가-힣·]{2,12})=(?P<agency>[^)\]\n]{2,20})[)\]]\s*(?:[가-힣·\s]{2,30}(?:기자|특파원)\s*=\s*)?"
)
_JAPANESE = lazy_pattern(r"[【［\[](?P<inside>[^】］\]\n]{4,24})[】］\]][\s\-]*")
_JAPANESE_DAY = lazy_pattern(r"\s?(?:\d{1,2}月)?\d{1,2}日\s?$")


class ParsedDateline(NamedTuple):
    """The parts of a dateline as printed; `date` is read, and `end` is where the story begins."""

    place: str | None
    region: str | None
    date: PrintedDate | None
    agency: str | None
    start: int
    end: int


class _Where(NamedTuple):
    place: str | None
    region: str | None
    date: PrintedDate | None
    agency: str | None = None
    comma_before_date: bool = False


def parse_dateline(paragraph: str, language: str = "und", document: str = "") -> ParsedDateline | None:
    """Return the dateline at the head of `paragraph`, or None when nothing there shows beyond doubt that it is one.

    A date, a known agency or a region beside the place is enough. A bare place (`Berlin. `, `VIENNA — `, `MULTAN: `)
    must be on the list of places, or the `document` must speak of being there. A date behind the agency belongs to the
    story. Left alone: subheads in capitals, speakers of an interview, abbreviations in brackets, results, calendars.

    >>> found = parse_dateline("La Paz, January 5 (RHC)-- The group expressed its support.", "en")
    >>> found.place, found.date.value, found.agency, found.end
    ('La Paz', 'XXXX-01-05', 'RHC', 26)
    >>> parse_dateline("ARMS SEIZED: Also in the day, police seized 30 rifles.", "en") is None
    True
    """
    head = paragraph[:_HEAD]
    start = len(head) - len(head.lstrip(' \t\n*#_>"“«'))
    if start and head[start - 1] in '"“«':
        return None
    mark = _SERVICE_MARK.match(head, start)
    start = mark.end() if mark else start
    byline = _BYLINE.match(head, start)
    if byline:
        found = _from(head, byline.end(), language, "", len(paragraph))
        if found and (found.agency or found.date):
            return found
    return _from(head, start, language, document, len(paragraph))


def _from(head: str, start: int, language: str, document: str, length: int) -> ParsedDateline | None:
    if _EAST_ASIAN.match(head, start) or head[start : start + 1] in ("(", "[", "【", "［"):
        found = _east_asian(head, start, language)
        if found:
            return found
    return (
        _with_bracketed_agency(head, start, language)
        or _with_slashes(head, start, language)
        or _with_dash(head, start, language, document, length)
        or _with_point(head, start, language, document, length)
    )


def _east_asian(head: str, start: int, language: str) -> ParsedDateline | None:
    for form in (_CHINESE, _KOREAN):
        match = form.match(head, start)
        if match and is_agency(match["agency"]):
            printed = match.groupdict().get("date")
            dates = find_dates(printed, language) if printed else ()
            return ParsedDateline(
                match["place"], None, dates[0] if dates else None, match["agency"], start, match.end()
            )
    match = _JAPANESE.match(head, start)
    return _japanese(match, start, language) if match else None


def _japanese(match: re.Match[str], start: int, language: str) -> ParsedDateline | None:
    """Part `【ワシントン共同】` and `［東京 5日 ロイター］`: nothing stands between place and agency."""
    inside = match["inside"]
    for at in range(2, len(inside) - 1):
        if is_agency(inside[at:]):
            day = _JAPANESE_DAY.search(inside[:at])
            dates = find_dates(day[0], language) if day else ()
            place = inside[: day.start() if day else at].strip()
            if has_place_shape(place):
                return ParsedDateline(place, None, dates[0] if dates else None, inside[at:].strip(), start, match.end())
    return None


def _with_bracketed_agency(head: str, start: int, language: str) -> ParsedDateline | None:
    match = _BRACKETED.match(head, start) if ")" in head else None
    if not match:
        return None
    known = is_agency(match["agency"])
    story = (_BEHIND_AGENCY if known else _DASH_BEHIND_AGENCY).match(head, match.end())
    if not story:
        return None
    if not match["where"].strip():
        return _agency_first(head, start, story.end(), match["agency"], language) if known else None
    where = _where(match["where"], language)
    if where is None or (where.place is None and not known):
        return None
    sure = known or (
        bool(re.fullmatch(r"[^\W\d_][\w .&\-]+", match["agency"]))
        and where.place is not None
        and (
            (where.date is not None and where.comma_before_date and not match["agency"][0].islower())
            or is_known_place(where.place)
            or (where.region is not None and is_region(where.region))
        )
    )
    if not sure or (known and where.place and _NOT_PLACES.match(where.place)):
        return None
    return ParsedDateline(where.place, where.region, where.date, match["agency"].strip(), start, story.end())


def _agency_first(head: str, start: int, story: int, agency: str, language: str) -> ParsedDateline:
    """Read `(ANSA) - ROMA, 1 LUG - `; the place behind the agency needs a date or capitals, else it is the story's."""
    dash = _DASHED.search(head, story, story + 60)
    where = _where(head[story : dash.start()], language) if dash else None
    if dash and where and where.place and (where.date or where.place.isupper()):
        return ParsedDateline(where.place, where.region, where.date, agency, start, dash.end())
    return ParsedDateline(None, None, None, agency, start, story)


def _with_slashes(head: str, start: int, language: str) -> ParsedDateline | None:
    if "/" not in head:
        return None
    match = _SLASHED.match(head, start)
    if match and is_agency(match["agency"]):
        where = _where(match["where"], language)
        story = _BEHIND_AGENCY.match(head, match.end())
        if where and where.place and story:
            return ParsedDateline(where.place, where.region, where.date, match["agency"], start, story.end())
    match = _SLASH.match(head, start)
    end = agency_at(head, match.end()) if match else None
    if match and end and _is_no_person(match["where"].strip()):
        story = _BEHIND_AGENCY.match(head, end)
        if story:
            return ParsedDateline(match["where"].strip(), None, None, head[match.end() : end], start, story.end())
    return None


def _is_no_person(where: str) -> bool:
    """Tell a place before a slash and an agency from the photographer of a credit, `Ann Lee/AFP`."""
    return has_place_shape(where) and (is_known_place(where) or where.isupper() or " " not in where)


def _with_dash(head: str, start: int, language: str, document: str, length: int) -> ParsedDateline | None:
    dash = _DASHED.search(head, start)
    where = _where(head[start : dash.start()], language) if dash else None
    if not dash or where is None or where.place is None or _TIME_OF_DAY.match(head, dash.end()):
        return None
    end = dash.end()
    if where.date is None:
        second = _DASHED.search(head, end, end + 24)
        between = _where(head[end : second.start()], language) if second else None
        if second and between and between.place is None and between.date:
            where, end = where._replace(date=between.date), second.end()
    place = where.place
    if place and where.date and (where.comma_before_date or place.isupper() or is_known_place(place) or where.region):
        sure = not _NOT_PLACES.match(place)
    else:
        sure = bool(where.agency) or _is_bare_dateline(where, head[end:], document, length - end)
    return ParsedDateline(where.place, where.region, where.date, where.agency, start, end) if sure else None


def _with_point(head: str, start: int, language: str, document: str, length: int) -> ParsedDateline | None:
    for point in _POINTED.finditer(head, start, start + 90):
        where = _where(head[start : point.start()], language)
        if where is None or where.place is None:
            continue
        end = point.end()
        if where.date is not None:
            sure = ":" in point[0] and where.comma_before_date and not _NOT_PLACES.match(where.place)
        elif "." in point[0]:
            sure = language == "de" and is_known_place(where.place) and _begins_story(head[end:], length - end)
        else:
            sure = _is_bare_dateline(where, head[end:], document, length - end)
            sure = sure and not _POINTS_BACK.match(head, end)
        if sure:
            return ParsedDateline(where.place, where.region, where.date, where.agency, start, end)
    return None


def _is_bare_dateline(where: _Where, story: str, document: str, length: int) -> bool:
    """Tell whether a place with neither date nor agency stands before a story, and is one."""
    if not _begins_story(story, length) or where.place is None:
        return False
    if where.region is not None:
        return is_region(where.region)
    return is_known_place(where.place) or (len(where.place) > 3 and is_place_elsewhere(where.place, document))  # noqa: PLR2004


def _begins_story(story: str, length: int) -> bool:
    opening = story.lstrip("\"“”«»„'‘’ *_")[:1]
    return length >= _SHORTEST_STORY and bool(opening) and (opening.isdigit() or not opening.islower())


def _where(printed: str, language: str) -> _Where | None:
    """Part `CARBONDALE, United States, Dec. 13` into place, region and date; None when something else stands there."""
    printed = printed.strip(" ,\t\n*_")
    date = next((d for d in find_dates(printed, language) if not printed[d.end :].strip(" .,")), None)
    agency = None
    if date is None:
        for one in find_dates(printed, language)[:1]:
            gap = len(printed) - len(printed[one.end :].lstrip(" .,"))
            if agency_at(printed, gap) == len(printed.rstrip(" .")):
                date, agency = one, printed[gap:]
    places = printed[: date.start] if date else printed
    if not places.strip(" ,-–—"):
        return _Where(None, None, date, agency) if date else None
    comma = places.rstrip().endswith(",")
    parts = [part.strip() for part in places.strip(" ,").split(",")]
    if date is None and len(parts) > 1 and is_agency(parts[-1]):
        agency = parts.pop()
    region = parts.pop().removesuffix(" -").removesuffix(" –") if len(parts) > 1 else None
    place = ", ".join(parts)
    lower = date is not None and comma
    shaped = all(has_place_shape(part, any_case=lower) for part in parts)
    if not shaped or (region is not None and not has_place_shape(region.rstrip("."), any_case=lower)):
        return None
    return _Where(place, region, date, agency, comma or region is not None)
