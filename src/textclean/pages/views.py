"""What the viewer of a page draws: a text, and the changes that make another of it.

Scripts count text in UTF-16 units: every offset here is turned from code points into those.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textclean.cleaned import Cleaned

SIDES = ("Before", "After")


class Shown(NamedTuple):
    """A stretch shown as one change: `before[start:end]` gives way to `replacement`, for `reasons`."""

    start: int
    end: int
    replacement: str
    reasons: tuple[str, ...]


class Names:
    """Numbers for names, so that a page spells each of them once."""

    def __init__(self) -> None:
        """Start with none."""
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        """Return the number of a name, the next one where it is new."""
        return self._numbers.setdefault(name, len(self._numbers))

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names in the order of their numbers."""
        return iter(self._numbers)


class Units:
    """Code points of one text told as UTF-16 units."""

    def __init__(self, text: str) -> None:
        """Find the characters that take two units; most texts have none."""
        wide = not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
        self._wide = [at for at, character in enumerate(text) if character > "\uffff"] if wide else []

    def __call__(self, at: int) -> int:
        """Return an offset in UTF-16 units.

        >>> Units("\U0001f600 a")(2)
        3
        """
        return at + bisect_left(self._wide, at) if self._wide else at


def view(
    label: str, text: str, changes: Iterable[Shown], names: Names, sides: tuple[str, str] = SIDES
) -> dict[str, Any]:
    """Return a view of a text that stands in the page with it."""
    return {"label": label, "sides": sides, "text": text, "changes": _rows(text, changes, names)}


def run_views(cleaned: Cleaned, whole: Iterable[Shown], names: Names) -> list[dict[str, Any]]:
    """Return a run as views: the `whole` first, then each step that changed something, on the text it saw."""
    views = [view("Whole run", cleaned.source, whole, names)]
    previous: dict[str, Any] = {"like": 0}
    for step, text in cleaned.walk():
        if step.edits:
            label = f"{len(views)}. {step.cleaner.replace('_', '-')}"
            changes = [Shown(start, end, after, (reason,)) for start, end, after, reason in step.edits]
            views.append({"label": label, "sides": SIDES, **previous, "changes": _rows(text, changes, names)})
            previous = {"after": len(views) - 1}
    return views


def whole_run(cleaned: Cleaned) -> list[Shown]:
    """Return what a run changed from its source to its result, edits that meet as one, with the reasons of all."""
    edits = list(cleaned.explain())
    stretches = cleaned.alignment.stretches
    ends = [stretch.b for stretch in stretches]
    reasons: list[dict[str, None]] = [{} for _ in stretches]
    for edit in edits:
        at = bisect_left(ends, edit.end)
        if at < len(reasons):
            reasons[at][edit.reason] = None
    return [
        Shown(a, b, cleaned.text[c:d], tuple(why))
        for (a, b, c, d), why in zip(stretches, reasons, strict=True)
        if cleaned.source[a:b] != cleaned.text[c:d]
    ]


def _rows(text: str, changes: Iterable[Shown], names: Names) -> list[list[Any]]:
    units = Units(text)
    return [
        [units(start), units(end), replacement, [names.number(reason) for reason in reasons]]
        for start, end, replacement, reasons in changes
    ]
