"""Lines that a page's width cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.edits import Notice
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.edits import Edit, PackedEdits
    from textclean.structure import Structure
    from textclean.structure.lines import Lines


@cleaner(
    reasons={
        "wrap.indent",
        "wrap.join",
        "wrap.join-blank",
        "wrap.join-page",
        "wrap.join-tight",
        "wrap.page",
        "wrap.paragraph",
    }
)
def join_wrapped_lines(text: str, structure: Structure) -> Iterator[Edit | PackedEdits | Notice]:
    r"""Join the lines of a paragraph that were cut at a page's width; part paragraphs by a blank line.

    Also joins over a page break, and over a blank line that stands in the middle of a sentence. Where paragraphs
    show only by an indent or a short last line, a blank line is put between them. Lines of scripts without spaces
    between words are joined without one, as are addresses and paths cut behind a slash, and words behind a dash.

    Left alone: verse, lists and other items that count, rows, tables, code, addresses, headings; text with a line for
    each paragraph; Markdown written by hand; a line-end hyphen that `rejoin_hyphenated_words` left, since joining it
    either way might spoil the word.
    Where the evidence is weak nothing is changed, with a notice `doubtful-join`; a note at a page's foot that cuts a
    sentence stays where it stands, with a notice `note-in-sentence`. Each boundary is weighed by a fitted
    table (see `textclean.structure.boundaries.model`).

    >>> join_wrapped_lines("The harbour office was closed for\nthe day, and nobody knew why it\nwas.\n")
    'The harbour office was closed for the day, and nobody knew why it was.\n'
    """
    if structure.is_wrapped and not structure.is_authored:
        from textclean.structure.boundaries.repairs import repair_lines  # noqa: PLC0415 - numpy costs start-up time

        yield from repair_lines(text, structure.lines)
        yield from _notes(text, structure.lines)


def _notes(text: str, lines: Lines) -> Iterator[Notice]:
    """Yield a notice for each note of a page's foot that cuts a sentence in two."""
    from textclean.structure.boundaries.notes import notes_in_sentences  # noqa: PLC0415 - numpy costs start-up time

    table = lines.table
    for first, last in notes_in_sentences(text, table):
        start, end = int(table.start[first]), int(table.stop[last])
        yield Notice(start, end, "note-in-sentence", "this note of a page's foot stands in the middle of a sentence")
