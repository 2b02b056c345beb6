"""Bytes to text and back: nothing is normalised, so that `encode(*decode(data))` is `data` again.

Line ends stay as they are in the text, and a byte-order mark is part of the encoding's name.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from textclean.edits import Notice
from textclean.errors import EmptyDocumentError, NotTextError
from textclean.io.binary import refuse_binary

_MARKED = (
    # The longer marks first: UTF-32-LE begins with the mark of UTF-16-LE.
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
    ("utf-8-sig", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
)
_CODECS = {"utf-8-sig": "utf-8", "windows-1252": "sloppy-windows-1252"}
"""The codec of an encoding, where it has another name. The sloppy codec is ftfy's: every byte has a character."""

ASSUMED_ENCODING = "assumed-encoding"


class Decoded(NamedTuple):
    """A text, the encoding it was in, and a notice where that was assumed."""

    text: str
    encoding: str
    notice: Notice | None = None


def decode(data: bytes) -> Decoded:
    r"""Return the text of a file: by its byte-order mark, else as UTF-8, else as Windows-1252, which is told.

    The encoding is `utf-8`, `utf-8-sig`, `utf-16-le`, `utf-16-be`, `utf-32-le`, `utf-32-be` (all but the first with a
    mark) or `windows-1252`. Raises `NotTextError` for binary bytes, `EmptyDocumentError` for nothing but whitespace.

    >>> decode(b"caf\xc3\xa9\r\n")
    Decoded(text='café\r\n', encoding='utf-8', notice=None)
    >>> decode(b"caf\xe9").notice.message
    'byte 0xE9 at offset 3 is not UTF-8; the document was read as Windows-1252'
    """
    decoded = _decode(data)
    if not decoded.text or decoded.text.isspace():
        message = "is empty; leave it out"
        raise EmptyDocumentError(message)
    return decoded


def _decode(data: bytes) -> Decoded:
    for encoding, mark in _MARKED:
        if data.startswith(mark):
            return _decode_marked(data, encoding, mark)
    refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _assume_windows_1252(data, error.start)


def _decode_marked(data: bytes, encoding: str, mark: bytes) -> Decoded:
    try:
        text = str(
            data[len(mark) :], _CODECS.get(encoding, encoding), "strict" if mark == codecs.BOM_UTF8 else "surrogatepass"
        )
    except UnicodeDecodeError as error:
        if mark == codecs.BOM_UTF8:
            return _assume_windows_1252(data, error.start + len(mark))
        message = (
            f"says that it is {encoding.upper()}, but is not so at offset {error.start + len(mark)}; convert it anew"
        )
        raise NotTextError(message) from None
    if "\0" in text:
        message = f"holds a NUL character at character {text.index(chr(0))}; if it is text, remove them first"
        raise NotTextError(message)
    return Decoded(text, encoding)


def _assume_windows_1252(data: bytes, at: int) -> Decoded:
    import ftfy.bad_codecs  # noqa: F401, PLC0415 - registers the sloppy codecs, and costs start-up time

    message = f"byte 0x{data[at]:02X} at offset {at} is not UTF-8; the document was read as Windows-1252"
    text = data.decode(_CODECS["windows-1252"])
    return Decoded(text, "windows-1252", Notice(at, at + 1, ASSUMED_ENCODING, message))


def encode(text: str, encoding: str) -> bytes:
    r"""Return the bytes that `decode` read as `text` in `encoding`, byte-order mark included.

    >>> encode("café", "utf-8-sig")
    b'\xef\xbb\xbfcaf\xc3\xa9'
    """
    mark = dict(_MARKED).get(encoding, b"")
    if encoding == "windows-1252":
        import ftfy.bad_codecs  # noqa: F401, PLC0415 - registers the sloppy codecs, and costs start-up time
    return mark + text.encode(
        _CODECS.get(encoding, encoding), "surrogatepass" if encoding.startswith("utf") else "strict"
    )
