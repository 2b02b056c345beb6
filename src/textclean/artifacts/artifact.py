"""The shape of a row: one thing that one converter prints."""

from __future__ import annotations

from typing import Literal, NamedTuple

Place = Literal["alone", "anywhere"]
Action = Literal["remove", "keep"]


class Artifact(NamedTuple):
    """Something a converter prints that the document does not say.

    `door` is the literal every occurrence starts with, so that a text without it costs one search; `pattern`
    is matched there. An `alone` artifact is one only where it fills its line or table cell; elsewhere it
    is being talked about. Text in the pattern's group `text` is content and stays. `leaves` stands in the text
    after removal: nothing, or a form feed where a page begins. `lost` is the code of the notice that
    tells what is gone. `needs` is a literal that must occur in the text as well. A row to `keep` takes
    a look-alike out of the reach of the rows below it. A row that `spares_authors` is none in Markdown
    written by hand, where the same string has a meaning.
    """

    tool: str
    versions: str
    door: str
    pattern: str
    reason: str
    place: Place = "anywhere"
    action: Action = "remove"
    leaves: str = ""
    lost: str = ""
    needs: str = ""
    source: str = "seen in public files"
    spares_authors: bool = False
