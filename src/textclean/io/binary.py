"""Tell bytes that are no text from text, and name the way out.

The signatures are the magic numbers of the formats people keep beside converted text, as `file(1)` knows them.
"""

from __future__ import annotations

from textclean.errors import NotTextError

_SIGNATURES = (
    (b"%PDF-", "a PDF", "convert it to text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an Office or EPUB file", "unpack it, or convert it to text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "convert it to text first"),
    (b"\x1f\x8b", "a gzip file", "unpack it first with gunzip"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "unpack it first with zstd -d"),
    (b"BZh", "a bzip2 file", "unpack it first with bunzip2"),
    (b"\xfd7zXZ", "an xz file", "unpack it first with unxz"),
    (b"\x89PNG", "a PNG picture", "run OCR on it first"),
    (b"\xff\xd8\xff", "a JPEG picture", "run OCR on it first"),
    (b"GIF8", "a GIF picture", "run OCR on it first"),
    (b"II*\x00", "a TIFF picture", "run OCR on it first"),
    (b"MM\x00*", "a TIFF picture", "run OCR on it first"),
    (b"PAR1", "a Parquet file", "export its text column first"),
    (b"{\\rtf", "an RTF file", "convert it to text first"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"SQLite format 3", "a database", "export its text first"),
)

_LOOKED_AT = 65_536
"""Bytes looked at: what is binary shows it early."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x02\x1b"))
"""Control bytes that text does not hold; U+0002 is the line-end hyphen of pdfium, ESC a terminal's."""

_MOST_CONTROLS = 0.05
"""Compressed data has 23 of 256 byte values here, 9 %; damaged text stays far below 1 %."""

_FEWEST_UNITS = 4
"""Fewer pairs of bytes show no pattern."""


def refuse_binary(data: bytes) -> None:
    r"""Raise `NotTextError`, with the remedy, for bytes that are no text; marked UTF-16 does not come here.

    >>> refuse_binary(b"caf\xe9")
    >>> refuse_binary(b"%PDF-1.7")
    Traceback (most recent call last):
    textclean.errors.NotTextError: is a PDF; convert it to text first, for example with pdftotext
    """
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            message = f"is {what}; {remedy}"
            raise NotTextError(message)
    head = data[:_LOOKED_AT]
    at = data.find(b"\0")
    if at >= 0 and (order := _unmarked_utf_16(head)):
        message = f"looks like UTF-16 without its mark; convert it first with iconv -f {order} -t UTF-8"
        raise NotTextError(message)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(head) and controls > 1:
        message = "is binary, not text; convert it to text first, or leave it out"
        raise NotTextError(message)
    if at >= 0:
        message = f"holds a NUL byte at offset {at}; if it is text, remove them first with tr -d '\\000'"
        raise NotTextError(message)


def _unmarked_utf_16(head: bytes) -> str | None:
    """Tell the byte order of text in which every other byte is mostly zero, as in UTF-16 of a Latin script."""
    half = len(head) // 2
    if half < _FEWEST_UNITS:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > half // 2 and even < half // 20 + 1:
        return "UTF-16LE"
    if even > half // 2 and odd < half // 20 + 1:
        return "UTF-16BE"
    return None
