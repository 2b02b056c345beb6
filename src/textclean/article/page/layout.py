"""The printed page around an article: what each line is, where the head ends, what browsers printed on each page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from os.path import commonprefix
from typing import TYPE_CHECKING
from urllib.parse import unquote

from textclean.article.declared.wire_headers import Header, find_wire_headers, header_lines
from textclean.article.page import print_marks as marks
from textclean.article.page.line_kinds import ARROWS, SENTENCE_END, kind_of
from textclean.article.page.lines import Line, key, split_lines
from textclean.article.page.stamps import without_false_stamps
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_BODY_LINE = 0.9
_HOST = lazy_pattern(r"(?:https?:/{1,3}|\bwww\.|^)((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})", re.IGNORECASE)
_NAMING = {"url", "reader_url", "wordpress_head", "drupal_head", "wordpress_tail", "drupal_tail"}
_HOST_BEARING = {*_NAMING, "domain"}
_NAMED_BY = {"stamp", "breadcrumb", "reader_url"}
_LONGEST_PRINTED = 130
_FULL = 0.7
"""Share of the width from which a line that ends without a stop goes on in the next."""

_SHORTEST_TITLE = 3
_LONGEST_TITLE = 220
_SHEETS = 3
_WORD = 20
_LONGEST_HEAD = 200
_PARAGRAPH = 150
_HEAD = 8


class Layout:
    """The lines of a source with what they are. Offsets are those of the source."""

    def __init__(self, source: str) -> None:
        """Take the source; all is computed when asked for."""
        self.source = source

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The printed lines."""
        return split_lines(self.source)

    @cached_property
    def kinds(self) -> tuple[str | None, ...]:
        """For each line what it is, or None for lines of text."""
        labelled = header_lines(self.lines, self.wire_headers)
        kinds = ["wire_header" if i in labelled else kind_of(line.text) for i, line in enumerate(self.lines)]
        return without_false_stamps(self.lines, kinds)

    @cached_property
    def kinds_found(self) -> set[str | None]:
        """What kinds of lines there are."""
        return set(self.kinds)

    @cached_property
    def wire_headers(self) -> dict[str, Header]:
        """The labels of LexisNexis and Factiva with what they say; empty in any other document."""
        return find_wire_headers(self.lines)

    @cached_property
    def width(self) -> int:
        """How many characters a full line of text has."""
        lengths = sorted(len(line.text) for line in self.lines if len(line.text) > _WORD)
        return lengths[int(len(lengths) * _BODY_LINE)] if lengths else 0

    @cached_property
    def longest(self) -> int:
        """The length of the longest line of text, addresses and links apart; 0 where lines are whole paragraphs."""
        lengths = [len(line.text) for line in self.lines if "://" not in line.text and not line.links]
        longest = max(lengths, default=0)
        return min(longest, _LONGEST_PRINTED)

    def index_at(self, offset: int) -> int:
        """Return the index of the line at or behind an offset of the source."""
        return min(bisect_left(self._ends, offset + 1), max(len(self.lines) - 1, 0))

    @cached_property
    def _ends(self) -> list[int]:
        return [line.end for line in self.lines]

    def page_turns(self, first: int, second: int) -> bool:
        """Tell whether a page ends between two lines."""
        return self.lines[first].page != self.lines[second].page

    def goes_on(self, index: int, *, behind: int = -1) -> bool:
        """Tell whether the sentence of a line goes on in the next one, or that of the line before in it.

        Then it is no mark, whatever it looks like: `By the time the keeper came`, `3 May 1977 with his wife`. Lines up
        to `behind`, those of a title, are in no sentence.
        """
        lines, kinds = self.lines, self.kinds
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following and not following.gap and kinds[index + 1] is None and following.text[:1].islower():
            return True
        if lines[index].gap or index - 1 <= behind or kinds[index - 1] is not None:
            return False
        before = lines[index - 1].text
        return len(before) >= _FULL * self.width and not SENTENCE_END.search(before)

    def is_running(self, index: int) -> bool:
        """Tell whether a line stands on several pages."""
        text = self.lines[index].text
        return len(text) <= _LONGEST_HEAD and key(text) in self.repeated

    def is_behind_body(self, index: int) -> bool:
        """Tell whether nothing but short lines and marks follow a line."""
        return index >= self.last_paragraph

    @cached_property
    def last_paragraph(self) -> int:
        """The index of the last line that is surely body text, or -1."""
        full = max(40, int(self.width * 0.6))
        for index in range(len(self.lines) - 1, -1, -1):
            line = self.lines[index]
            if self.kinds[index] or line.level or self.is_running(index):
                continue
            if (
                len(line.text) >= full
                and (" " in line.text or not line.text.isascii())
                and not (line.links and "://" in line.text)
            ):
                return index
        return -1

    @cached_property
    def repeated(self) -> set[str]:
        """The lines that stand in the text more than once, by their keys."""
        counts = Counter([key(line.text) for line in self.lines if 1 < len(line.text) <= _LONGEST_HEAD])
        return {line for line, count in counts.items() if count > 1 and line}

    @cached_property
    def is_reader_print(self) -> bool:
        """Tell whether Firefox printed its reader view."""
        return "reader_url" in self.kinds_found

    @cached_property
    def is_browser_print(self) -> bool:
        """Tell whether a browser printed the whole page, with its stamp on each sheet."""
        return "stamp" in self.kinds_found and not self.is_reader_print

    @cached_property
    def running_titles(self) -> tuple[str, ...]:
        """What browsers print as title beside the stamp, or reader view and breadcrumbs say, without repeats.

        On a page where something else came between stamp and title, the title is what most pages say.
        """
        if _NAMED_BY.isdisjoint(self.kinds_found):
            return ()
        counts = Counter(self._running_titles())
        sheets = self.kinds.count("stamp")
        least = max(2 if sheets >= _SHEETS else 1, max(counts.values(), default=0) // 2)
        return tuple(title for title, count in counts.items() if count >= least and len(key(title)) > _SHORTEST_TITLE)

    def _running_titles(self) -> Iterator[str]:
        if self.is_reader_print:
            reader = self.kinds.index("reader_url")
            first = 0 if reader <= _HEAD else reader
            before = [line.text for line in self.lines[first : reader + 1] if not marks.DOMAIN.fullmatch(line.text)]
            yield " ".join(before).partition("about:reader")[0].strip()
            return
        stamped = [line.text for line in self.lines if line.text[:1].isdigit() and marks.STAMP.match(line.text)]
        shared = commonprefix(stamped[-_SHEETS:]).rpartition(" ")[0] if len(stamped) >= _SHEETS else ""  # noqa: RUF071 - no paths, strings
        for index, (line, kind) in enumerate(zip(self.lines, self.kinds, strict=True)):
            if kind == "stamp":
                stamp = marks.STAMP.match(line.text)
                rest = line.text[stamp.end() :].strip() if stamp else ""
                if shared and len(rest) > _LONGEST_TITLE:
                    rest = shared[stamp.end() :].strip() if stamp else ""
                if rest:
                    yield marks.TRAILING_COUNTER.sub("", rest)
                elif index + 1 < len(self.lines) and self.kinds[index + 1] in {None, "byline"}:
                    yield self.lines[index + 1].text
            elif kind == "breadcrumb" and index < _HEAD and not self.is_browser_print:
                yield ARROWS.split(line.text)[-1]

    def is_at_edge(self, index: int) -> bool:
        """Tell whether a line stands at a page's top or bottom, beside what browsers print there."""
        near = range(max(0, index - 2), min(len(self.lines), index + 2))
        return any(self.kinds[other] in {"stamp", "counter", "url"} for other in near) and (
            self.is_running(index) or any(self.kinds[other] == "stamp" for other in near)
        )

    def is_at_page_end(self, index: int) -> bool:
        """Tell whether a page ends or starts at a line."""
        lines = self.lines
        before = index == 0 or lines[index - 1].page != lines[index].page
        return before or index + 1 == len(lines) or lines[index + 1].page != lines[index].page

    @cached_property
    def host(self) -> str:
        """The host that most addresses in the print's own marks name, or an empty string."""
        if self.kinds_found.isdisjoint(_HOST_BEARING):
            return ""
        hosts = Counter(
            match[1].lower()
            for line, kind in zip(self.lines, self.kinds, strict=True)
            if kind in _NAMING or (kind == "domain" and "." in line.text)
            for match in _HOST.finditer(unquote(line.text))
        )
        return hosts.most_common(1)[0][0] if hosts else ""

    def followed_by_mark(self, index: int) -> bool:
        """Tell whether the next line is no line of text."""
        return any(self.kinds[index + 1 : index + 2])

    @cached_property
    def first_paragraph(self) -> int:
        """The index of the first line that is surely body text, or the number of lines.

        Two neighbouring full lines, or one line that ends a sentence and is longer than any title line.
        """
        lines = self.lines
        full = max(40, int(self.width * 0.75))
        for index, line in enumerate(lines[:-1]):
            if self.kinds[index] or line.level:
                continue
            following = lines[index + 1]
            if (
                len(line.text) >= full
                and not following.gap
                and not self.kinds[index + 1]
                and len(following.text) >= full
            ):
                return index
            if len(line.text) > _PARAGRAPH or (
                len(line.text) >= full and following.gap and SENTENCE_END.search(line.text)
            ):
                return index
        return len(lines)
