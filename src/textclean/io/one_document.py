"""The one document that a user names: a file, or a row of a table as it is told everywhere, `rows.jsonl:12`."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from textclean.errors import UsageError
from textclean.io.discovery import find_inputs
from textclean.io.documents import read_documents
from textclean.io.reading import LARGEST
from textclean.io.tables.formats import table_ending

if TYPE_CHECKING:
    from textclean.io.discovery import Input
    from textclean.io.tables.row import Keys


def find_document(argument: str, keys: Keys, assumed: str | None = None, largest: int = LARGEST) -> Input:
    """Return the document that an argument names; a row is read up to. Raises `UsageError` where it names none or more.

    `assumed` is the format of what has no ending.
    """
    path, _, number = argument.rpartition(":")
    if not number.isdigit() or not table_ending(path, assumed) or Path(argument).exists():
        path, number = argument, ""
    documents = read_documents(find_inputs([path], assumed=assumed), keys, largest)
    if number:
        wanted = int(number)
        for one in documents:
            if one.problem and not one.row:
                return one
            if one.row and one.row.number >= wanted:
                if one.row.number == wanted:
                    return one
                break
        message = f"{path} has no row {wanted}"
        raise UsageError(message)
    first, *others = islice(documents, 2)
    if others:
        example = first.shown if first.row else "a.txt"
        message = f"{argument} names several documents, but one is needed: name one, such as {example}"
        raise UsageError(message)
    return first
