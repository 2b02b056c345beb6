"""A document that differs as its page shows it: old beside new, and how each came from the source."""

from __future__ import annotations

from bisect import bisect_left
from json import dumps
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from textclean.alignment import Alignment
from textclean.compare.told import more_and_fewer
from textclean.lifted import diff_edits
from textclean.pages.views import Names, Shown, view, whole_run
from textclean.reasons import REASONS
from textclean.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.compare.differences import Difference
    from textclean.compare.pairs import Pair

_UNTOLD = "text"
"""The reason of what differs where no edit of either run accounts for it: another source, or no ledger."""


def pair_data(pair: Pair, difference: Difference) -> dict[str, Any]:
    """Return what the viewer draws of a document in two runs."""
    names = Names()
    views = [view("Old to new", pair.texts[0], _shown(pair), names, ("Old", "New"))]
    if pair.runs:
        for which, run in zip(("old", "new"), pair.runs, strict=True):
            views.append(view(f"Source to {which}", run.source, whole_run(run), names, ("Source", which.capitalize())))
    return {
        "name": difference.path,
        "about": [f"{difference.characters:,} characters differ", *_told(difference)],
        "reasons": list(names),
        "meanings": [REASONS.get(name) for name in names],
        "views": views,
        "side": [
            {"title": "Edits", "items": _edits(difference), "empty": None if _edits(difference) else "The same edits."},
            {"title": "Fields", "items": _fields(difference), "empty": None},
        ],
    }


def _told(difference: Difference) -> Iterator[str]:
    for counts, word in ((difference.more, "more"), (difference.fewer, "fewer")):
        if counts:
            total = sum(counts.values())
            yield f"{total:,} edit{'' if total == 1 else 's'} {word}"


def _edits(difference: Difference) -> list[dict[str, Any]]:
    names = sorted(difference.more.keys() | difference.fewer.keys())
    return [
        {"label": name, "value": more_and_fewer(difference.more.get(name, 0), difference.fewer.get(name, 0))}
        for name in names
    ]


def _fields(difference: Difference) -> list[dict[str, Any]]:
    return [
        {"label": name, "value": "differs" if values is None else " \u2192 ".join(map(_value, values))}
        for name, values in difference.fields.items()
    ]


def _value(value: object) -> str:
    return shortened(value if isinstance(value, str) else dumps(value, ensure_ascii=False))


def _shown(pair: Pair) -> list[Shown]:
    """Return what turns the old text into the new one, each stretch with the reasons of the edits that fall on it."""
    before, after = pair.texts
    edits = list(diff_edits(before, after, _UNTOLD))
    stretches = Alignment.from_edits(edits).stretches
    sides = ([(stretch.a, stretch.b) for stretch in stretches], [(stretch.c, stretch.d) for stretch in stretches])
    reasons: list[dict[str, None]] = [{} for _ in stretches]
    for run, own, spans in zip(pair.runs or (), pair.edits, sides, strict=False):
        for edit in own:
            for at in _touching(run.to_cleaned(edit.start, edit.end), spans):
                reasons[at][edit.reason] = None
    return [
        Shown(start, end, replacement, tuple(why) or (_UNTOLD,))
        for (start, end, replacement, _), why in zip(edits, reasons, strict=True)
    ]


def _touching(span: tuple[int, int], spans: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the numbers of the spans, sorted and apart, that one meets or touches."""
    at = bisect_left(spans, span[0], key=itemgetter(1))
    while at < len(spans) and spans[at][0] <= span[1]:
        yield at
        at += 1
