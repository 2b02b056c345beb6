"""A comparison told as JSON, and as tables for a terminal."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from textclean.compare.differences import State
from textclean.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from textclean.compare.comparison import Comparison
    from textclean.compare.differences import Difference

_RULES = 3
"""Rules named with a document in a table."""


def figures(comparison: Comparison) -> dict[str, Any]:
    """Return the figures of a comparison as plain data."""
    return {
        "old": comparison.names[0],
        "new": comparison.names[1],
        "documents": {
            "old": comparison.old,
            "new": comparison.new,
            "same": comparison.same,
            **{state.value: comparison.states[state] for state in State},
        },
        "reasons": [
            {"reason": name, "more": more, "fewer": fewer, "documents": documents}
            for name, more, fewer, documents in comparison.reasons()
        ],
        "fields": [{"field": name, "documents": documents} for name, documents in comparison.fields()],
    }


def json_parts(comparison: Comparison, **also: object) -> Iterator[str]:
    """Yield a comparison as JSON, a piece at a time: figures, what is told `also`, each document that differs."""
    head = json.dumps(figures(comparison) | also, indent=2)
    yield head.removesuffix("\n}") + ',\n  "differing": ['
    separator = "\n"
    for difference in comparison.differences():
        yield f"{separator}    {json.dumps(_record(difference))}"
        separator = ",\n"
    yield "\n  ]\n}" if comparison.differing else "]\n}"


def _record(difference: Difference) -> dict[str, Any]:
    fields = {
        name: values and dict(zip(("old", "new"), values, strict=True)) for name, values in difference.fields.items()
    }
    return difference._asdict() | {"fields": fields}


def tables(comparison: Comparison, top: int) -> Iterator[RenderableType]:
    """Yield a comparison as tables: documents by state, edits by rule, fields, and the `top` largest differences."""
    from rich.table import Table  # noqa: PLC0415 - costs start-up time
    from rich.text import Text  # noqa: PLC0415

    def table(*columns: str) -> Table:
        made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
        made.add_column(columns[0], overflow="fold")
        for name in columns[1:]:
            made.add_column(name, justify="right" if name != "what" else "left", overflow="fold")
        return made

    states = table("documents", "")
    states.add_row("same", f"{comparison.same:,}")
    for state, count in comparison.states.most_common():
        states.add_row(state.value, f"{count:,}")
    yield states
    if comparison.documents_by_reason:
        reasons = table("rule", "edits more", "edits fewer", "documents")
        for name, more, fewer, documents in comparison.reasons():
            reasons.add_row(Text(visible(name)), _signed("+", more), _signed("-", fewer), f"{documents:,}")
        yield reasons
    if comparison.documents_by_field:
        fields = table("field", "documents")
        for name, documents in comparison.fields():
            fields.add_row(Text(visible(name)), f"{documents:,}")
        yield fields
    if comparison.differing:
        largest = table("largest differences", "characters", "what")
        for one in islice(comparison.differences(), top):
            largest.add_row(Text(visible(one.path)), f"{one.characters:,}", Text(visible(what_differs(one))))
        yield largest


def what_differs(difference: Difference) -> str:
    """Say in a line what differs in a document: its state unless that is changed, the first rules, the fields."""
    state = [] if difference.state is State.CHANGED else [difference.state.value]
    more, fewer = difference.more, difference.fewer
    names = sorted(more.keys() | fewer.keys(), key=lambda name: (-more.get(name, 0) - fewer.get(name, 0), name))
    rules = [f"{name} {more_and_fewer(more.get(name, 0), fewer.get(name, 0))}" for name in names[:_RULES]]
    if len(names) > _RULES:
        rules.append(f"{len(names) - _RULES} more")
    fields = [f"fields: {', '.join(difference.fields)}"] if difference.fields else []
    return "; ".join([*state, *([", ".join(rules)] if rules else []), *fields])


def more_and_fewer(more: int, fewer: int) -> str:
    """Write how many edits came and went.

    >>> more_and_fewer(0, 1200), more_and_fewer(3, 2)
    ('-1,200', '+3 -2')
    """
    return " ".join(filter(None, (_signed("+", more), _signed("-", fewer))))


def _signed(sign: str, count: int) -> str:
    """Write a count with its sign, and nothing where nothing is counted."""
    return f"{sign}{count:,}" if count else ""
