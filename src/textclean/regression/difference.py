"""How a cleaned text differs from what was expected, told to people: responsible reasons first, then the places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from textclean.cleaned import AppliedStep, Cleaned
from textclean.diff import changed_lines
from textclean.lifted import diff_edits
from textclean.visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textclean.cleaned import Change

MOST = 20
"""Places shown; the others are counted."""

AROUND = 40
"""Characters shown on each side of what differs within a long line."""

LONGEST = 3 * AROUND
"""Characters of a line that is shown whole."""


class Responsible(NamedTuple):
    """A reason whose edits stand where two texts differ, how many of them, and their lines in the source from 1.

    `near` says that the edits only stand on the same lines.
    """

    reason: str
    edits: int
    lines: tuple[int, ...]
    near: bool

    def __str__(self) -> str:
        shown = ", ".join(map(str, self.lines[:5])) + (", …" if len(self.lines) > 5 else "")  # noqa: PLR2004 - on one row
        edits = "1 edit" if self.edits == 1 else f"{self.edits} edits"
        place = "on the same line" if self.near else "here"
        return f"{self.reason}: {edits} {place}, source line{'' if len(self.lines) == 1 else 's'} {shown}"


def tell_difference(expected: str, got: str, cleaned: Cleaned | None = None) -> str:
    r"""Return lines that say how `got` differs from `expected`; `cleaned` is the run that made it.

    Line ends, blanks at them, and whatever cannot be seen are shown as escapes; of long lines, the neighbourhood of
    what differs.

    >>> from textclean.cleaners import expand_ligatures
    >>> from textclean.pipeline import Pipeline
    >>> print(tell_difference("o\ufb01n\x0c", "ofin\x0c", Pipeline(expand_ligatures).run("o\ufb01n\x0c")))
    ligature.latin: 1 edit here, source line 1
    @@ line 1 @@
    -o\ufb01n\f
    +ofin\f
    """
    between = Cleaned(
        expected, got, (AppliedStep("difference", tuple(diff_edits(expected, got, "difference")), ()),), ""
    )
    responsible = responsible_reasons(cleaned, between) if cleaned else []
    rows = [str(one) for one in responsible]
    if cleaned and not any(not one.near for one in responsible):
        rows.insert(0, "no edit stands where the texts differ: one that was expected was not made")
    places = list(changed_lines(between))
    for place in places[:MOST]:
        rows.extend(_place(between, *place))
    if len(places) > MOST:
        rows.append(f"… and {len(places) - MOST:,} more places")
    return "\n".join(rows)


def responsible_reasons(cleaned: Cleaned, between: Cleaned) -> list[Responsible]:
    """Return the reasons of the edits that stand where `between` changes the expected text, most edits first.

    Edits that reach into what differs; where there is none, those on the same lines.
    """
    differing = [(stretch.c, stretch.d) for stretch in between.alignment.stretches]
    changes = list(cleaned.explain())
    found = _meeting(changes, [cleaned.to_source(*span) for span in differing])
    near = not found
    if near:
        lines = [(change.c, change.d) for change in changed_lines(between)]
        found = _meeting(changes, [cleaned.to_source(*span) for span in lines])
    reasons: dict[str, list[Change]] = {}
    for change in found:
        reasons.setdefault(change.reason, []).append(change)
    told = [
        Responsible(reason, len(those), tuple(sorted({one.line for one in those})), near)
        for reason, those in reasons.items()
    ]
    return sorted(told, key=lambda one: -one.edits)


def _meeting(changes: Sequence[Change], spans: Sequence[tuple[int, int]]) -> list[Change]:
    """Return the changes that overlap a span, or touch one where either has no width."""

    def meets(change: Change) -> bool:
        return any(
            (change.start < end and start < change.end)
            or ((start == end or change.start == change.end) and change.start <= end and start <= change.end)
            for start, end in spans
        )

    return [change for change in changes if meets(change)]


def _place(between: Cleaned, a: int, b: int, c: int, d: int) -> Iterator[str]:
    """Yield the rows for one place: the line before it, what was expected, what came, and the line behind."""
    expected, got = between.source, between.text
    yield f"@@ line {expected.count(chr(10), 0, a) + 1} @@"
    if a:
        yield " " + shortened(expected[expected.rfind("\n", 0, a - 1) + 1 : a - 1], LONGEST)
    alike = normalize("NFKC", expected[a:b]) == normalize("NFKC", got[c:d])
    mark = _ascii if alike else visible
    stretches = between.alignment.stretches
    yield from _lines("-", expected, (a, b), [(s.a, s.b) for s in stretches], mark)
    yield from _lines("+", got, (c, d), [(s.c, s.d) for s in stretches], mark)
    if b < len(expected):
        yield " " + shortened(expected[b:].partition("\n")[0], LONGEST)


def _lines(
    sign: str, text: str, span: tuple[int, int], differing: list[tuple[int, int]], mark: Callable[[str], str]
) -> Iterator[str]:
    """Yield each line of `text` in `span`: whole when short, else what differs in it with its neighbourhood."""
    at, end = span
    while at < end:
        stop = (text.find("\n", at, end) + 1) or end
        here = [(max(low, at), min(high, stop)) for low, high in differing if low <= stop and high >= at]
        windows = [(at, stop)] if stop - at <= LONGEST else _windows(here, at, stop)
        shown = at
        row = ""
        for first, last in windows:
            row += ("…" if first > shown else "") + _marked(text, first, last, here, mark)
            shown = last
        yield sign + _with_blanks_at_the_end(row) + ("…" if shown < stop else "")
        at = stop


def _windows(spans: list[tuple[int, int]], start: int, stop: int) -> list[tuple[int, int]]:
    """Widen spans by what is shown around them, and unite those that then meet."""
    windows: list[tuple[int, int]] = []
    for low, high in spans:
        first, last = max(start, low - AROUND), min(stop, high + AROUND)
        if windows and first <= windows[-1][1]:
            first = windows.pop()[0]
        windows.append((first, last))
    return windows


def _marked(text: str, start: int, stop: int, spans: list[tuple[int, int]], mark: Callable[[str], str]) -> str:
    """Return `text[start:stop]` as it is shown, with `mark` for what differs in it."""
    row = ""
    for low, high in spans:
        if start <= low <= high <= stop:
            row += visible(text[start:low]) + mark(text[low:high])
            start = high
    return row + visible(text[start:stop])


def _with_blanks_at_the_end(line: str) -> str:
    body = line.removesuffix("\\n")
    bare = body.rstrip(" ")
    return bare + "\\x20" * (len(body) - len(bare)) + line[len(body) :]


def _ascii(text: str) -> str:
    """Escape all but ASCII: for texts that look alike and are not the same."""
    return "".join(one if " " <= one <= "~" else visible(one) if one < " " else ascii(one)[1:-1] for one in text)
