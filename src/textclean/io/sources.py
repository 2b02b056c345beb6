"""The text of a document, wherever it stands: a file of its own, or a row of a table."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from textclean.errors import EmptyDocumentError
from textclean.io.decoding import Decoded, decode
from textclean.io.reading import read_bytes, refuse_larger

if TYPE_CHECKING:
    from textclean.io.discovery import Input


def read_source(one: Input, largest: int) -> tuple[bytes, Decoded]:
    """Return a document's bytes and its text; the bytes of a row are its text in UTF-8.

    Raises `DocumentError` for what has a problem already, cannot be read, is larger than `largest` bytes, or no text.
    """
    if one.problem:
        raise one.problem
    if one.row is None:
        data = read_bytes(one.path, largest)
        return data, decode(data)
    text = one.row.text
    if not text or text.isspace():
        message = "has an empty text; leave the row out"
        raise EmptyDocumentError(message)
    data = text.encode("utf-8", "surrogatepass")
    refuse_larger(data, largest)
    return data, Decoded(text, "utf-8")


def digest_source(one: Input, data: bytes) -> str:
    """Return what tells whether a document has changed: the SHA-256 of its bytes and, in a row, its other columns."""
    digest = sha256(data)
    if one.row:
        others = {name: value for name, value in one.row.columns.items() if name != one.row.keys.text}
        digest.update(b"\0" + json.dumps([others, one.row.keys], default=str).encode("ascii"))
    return digest.hexdigest()
