"""Write a comparison as one page: figures, every document that differs, and the largest of them old beside new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textclean.compare.pages import pair_data
from textclean.compare.told import more_and_fewer
from textclean.io.atomic import write_atomically
from textclean.io.rendering import encode_text
from textclean.pages.listing import Listing
from textclean.pages.sealed import VIEWER_SCRIPTS, render
from textclean.reasons import REASONS

if TYPE_CHECKING:
    from pathlib import Path

    from textclean.compare.comparison import Comparison

MOST_PAGES = 200
LARGEST_PAGES = 4_000_000
"""Documents, and characters of their texts, that are shown old beside new."""


def write_page(comparison: Comparison, path: Path) -> None:
    """Write the page of a comparison that was made with pages. Raises `OSError`."""
    listing = Listing(
        ("Characters", "Edits more", "Edits fewer"), (("reason", "Rule"), ("field", "Field"), ("state", "State"))
    )
    documents: list[dict[str, Any]] = []
    room = LARGEST_PAGES
    for difference, pair in zip(comparison.differences(), comparison.pairs(), strict=True):
        number = None
        if pair and len(documents) < MOST_PAGES and room > 0:
            number = len(documents)
            page = pair_data(pair, difference)
            room -= sum(len(view["text"]) for view in page["views"])
            documents.append(page | {"number": number})
        listing.add(
            difference.path,
            f"fields: {', '.join(difference.fields)}" if difference.fields else "",
            (difference.characters, sum(difference.more.values()), sum(difference.fewer.values())),
            (
                tuple(difference.more.keys() | difference.fewer.keys()),
                tuple(difference.fields),
                (difference.state.value,),
            ),
            number,
        )
    page_text = render(
        "compare",
        "comparison.html.j2",
        styles=("base.css", "overview.css", "document.css"),
        scripts=(*VIEWER_SCRIPTS, "listing.js", "single.js"),
        title=f"{comparison.names[0]} and {comparison.names[1]} compared",
        comparison=comparison,
        reasons=_reason_rows(comparison),
        fields=[{"name": name, "count": count, "documents": count} for name, count in comparison.fields()],
        listing=listing,
        documents=documents,
    )
    write_atomically(path, encode_text(page_text))


def _reason_rows(comparison: Comparison) -> list[dict[str, Any]]:
    rows = [
        {
            "name": name,
            "count": more + fewer,
            "amount": more_and_fewer(more, fewer),
            "documents": documents,
            "about": REASONS.get(name),
        }
        for name, more, fewer, documents in comparison.reasons()
    ]
    return sorted(rows, key=lambda row: -row["count"])
