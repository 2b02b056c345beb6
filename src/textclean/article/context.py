"""What a field reader gets to read, and what it answers with."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from textclean.article.address.printed_urls import PrintedUrl, printed_urls
from textclean.article.page.blocks import TextBlock, split_blocks
from textclean.article.page.layout import Layout
from textclean.edits import Notice
from textclean.language import language_of
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from textclean.cleaned import Cleaned

_Made = TypeVar("_Made")

_LONE_SURROGATE = lazy_pattern("[\ud800-\udfff]")


class Found(NamedTuple):
    """A value read in `text[start:end]` of the cleaned text by `rule`, a stable dotted key such as `url.footer`.

    What was read in something that cleaning removed has its place in the source instead: `in_source` is true then.
    """

    value: Any
    start: int
    end: int
    rule: str
    in_source: bool = False


class Removed(NamedTuple):
    """A piece that cleaning took away, such as a running head; `start` and `end` are offsets in the source."""

    start: int
    end: int
    text: str
    reason: str


class ReadingContext:
    """One document while it is read: the cleaned text with its ledger, its blocks, and the fields read so far.

    Offsets are code points of the cleaned text unless said otherwise. `found` holds what earlier fields of the list
    answered, by field name; a reader may look there, and adds nothing itself.
    """

    def __init__(
        self,
        cleaned: Cleaned,
        *,
        path: str | None = None,
        as_of: date | None = None,
        columns: Mapping[str, str | None] | None = None,
    ) -> None:
        """Take what `Pipeline.run` returned, the path the text came from, and the day the run counts as today.

        `columns` are what a table says of the document, by field of the article.
        """
        self.cleaned = cleaned
        self.path = path
        self.as_of = as_of
        self.columns = columns or {}
        self.found: dict[str, Found] = {}
        self.notices: list[Notice] = []
        self._made: dict[Callable[[ReadingContext], Any], Any] = {}

    @cached_property
    def text(self) -> str:
        """The cleaned text, with U+FFFD for each lone surrogate that cleaning left: no JSON could hold one."""
        return _without_surrogates(self.cleaned.text)

    @cached_property
    def source(self) -> str:
        """The text as it came in, with U+FFFD for each lone surrogate; offsets are the same."""
        return _without_surrogates(self.cleaned.source)

    @cached_property
    def language(self) -> str:
        """The BCP 47 tag of the text's language, or `und`."""
        return language_of(self.text)

    @cached_property
    def blocks(self) -> tuple[TextBlock, ...]:
        """What blank lines part the cleaned text into, in order."""
        return split_blocks(self.text)

    @cached_property
    def layout(self) -> Layout:
        """The printed lines of the source, with heads, feet and marks still in place."""
        return Layout(self.source)

    @cached_property
    def printed_address(self) -> str | None:
        """The page's address as it stands printed, damaged or not: enough to compare words with."""
        return max((url.text for url in self.printed_urls), key=len, default=None)

    @cached_property
    def printed_urls(self) -> tuple[PrintedUrl, ...]:
        """Every address that stands on lines of its own, behind a label, or in a reader's head."""
        return tuple(printed_urls(self.layout))

    @cached_property
    def end_of_address(self) -> int | None:
        """Where in the source the address ends that stands behind the body, if one does."""
        behind = [url for url in self.printed_urls if url.rule in {"url.line", "url.label"}]
        ends = [url.end for url in behind if self.layout.is_behind_body(self.layout.index_at(url.start))]
        return max(ends, default=None)

    @cached_property
    def removed(self) -> tuple[Removed, ...]:
        """Pieces with words in them that cleaning took away, in order of the source: heads, feet, stamps, URLs."""
        return tuple(sorted(self._removals()))

    def _removals(self) -> Iterator[Removed]:
        for change in self.cleaned.explain():
            if not change.after.strip() and any(map(str.isalnum, change.before)):
                text = _without_surrogates(change.before.strip())
                yield Removed(change.start, change.end, text, change.reason)

    def once(self, make: Callable[[ReadingContext], _Made]) -> _Made:
        """Return what `make` makes of this context, made at the first call: for what several fields look at."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    def value(self, field: str) -> Any:  # noqa: ANN401 - each field has a type of its own
        """Return what an earlier field of the list found, or None."""
        found = self.found.get(field)
        return found.value if found else None

    def warn(self, code: str, message: str, start: int, end: int) -> None:
        """Tell the user that something in `text[start:end]` is doubtful."""
        self.notices.append(Notice(start, end, code, message))

    def span_in_source(self, found: Found) -> tuple[int, int]:
        """Map where something was found to the source."""
        if found.in_source:
            return found.start, found.end
        return self.cleaned.to_source(found.start, found.end)


def _without_surrogates(text: str) -> str:
    """Put U+FFFD for each lone surrogate; encoding tells faster than a pattern whether there is one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text)
    return text
