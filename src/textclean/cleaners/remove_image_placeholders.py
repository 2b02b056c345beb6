r"""Remove what converters print in place of pictures, pages and what they could not convert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textclean.artifacts.find import DOUBTFUL, Found, find_artifacts
from textclean.artifacts.losses import MESSAGES, METADATA
from textclean.artifacts.removal import removals
from textclean.artifacts.table import ARTIFACTS
from textclean.edits import Edit, Notice
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.structure import Structure

_MAY_HOLD = frozenset({"table", "url", "math"})
"""Pictures stand in cells, are links, and part formulas; a comment that names code in backticks is none."""


@cleaner(inside={*_MAY_HOLD, "code", "front_matter"}, reasons={row.reason for row in ARTIFACTS})
def remove_image_placeholders(
    text: str, structure: Structure, *, placeholders: Literal["remove", "mark", "keep"] = "remove"
) -> Iterator[Edit | Notice]:
    r"""Remove what a converter printed in place of a picture, a page break or something it could not convert.

    The strings are rows of `textclean.artifacts`, each with its tool and version; dompdf's message is also known as
    OCR misreads it. A line that held nothing else goes with its blank lines; inside a line one space
    stays. A page separator becomes a form feed, which later cleaners need. `placeholders="mark"` leaves
    `[image]`, `[page]` and the like in their place, `"keep"` changes nothing.

    Left alone: pictures whose link has an alternative text and a target that may exist, captions, links to
    anchors, comments of other tools, code, and prose that talks about such a string (in quotes, within a
    sentence). What was lost for good (`lost-formula`, `lost-page`, `lost-table`, …) is told in a notice.

    >>> remove_image_placeholders("respect to the\n\n![](_page_3_Figure_1.jpeg)\n\nactivist")
    'respect to the\n\nactivist'
    >>> remove_image_placeholders('The message "Image not found or type unknown" appears.')
    'The message "Image not found or type unknown" appears.'
    """
    found = [one for one in find_artifacts(text) if not _is_meant(one, structure)]
    for one in found:
        if one.artifact.lost:
            yield Notice(one.start, one.end, one.artifact.lost, MESSAGES[one.artifact.lost])
        if one.artifact is DOUBTFUL:
            yield Notice(one.start, one.end, "doubtful-placeholder", "dompdf's message, or words about it: left")
    found = [one for one in found if one.artifact is not DOUBTFUL]
    if placeholders == "mark":
        yield from (Edit(one.start, one.end, _mark(one), one.artifact.reason) for one in found)
    elif placeholders == "remove":
        yield from removals(text, found, structure)


def _is_meant(one: Found, structure: Structure) -> bool:
    """Tell whether an author put it there, or code or front matter holds it.

    olmOCR's metadata is front matter. A page that begins in a fence which never closes is outside of that fence.
    """
    if one.artifact.reason == METADATA:
        return one.start > 0
    if one.artifact.spares_authors and structure.is_authored:
        return True
    if not structure.is_protected(one.start, one.start + 1, _MAY_HOLD):
        return False
    return one.artifact.leaves != "\f" or not _ends_in_open_fence(structure)


def _ends_in_open_fence(structure: Structure) -> bool:
    end = len(structure.text)
    return structure.is_protected(end - 1, end, _MAY_HOLD) and structure.text[-100:].rstrip()[-3:] not in {"```", "~~~"}


def _mark(found: Found) -> str:
    kind = found.artifact.lost.replace("lost-", "missing ") or found.artifact.reason.rpartition(".")[2].replace(
        "_", " "
    )
    return found.stays or f"[{kind}]"
