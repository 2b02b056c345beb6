"""Gzip and Zstandard as streams, in both directions; the bytes written depend on the bytes given alone."""

from __future__ import annotations

from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO, cast

from textclean.extras import load_extra, require_extra

if TYPE_CHECKING:
    from typing import Protocol

    class Buffer(Protocol):
        """What `readinto` fills."""

        def __len__(self) -> int: ...
        def __setitem__(self, key: slice, value: bytes) -> None: ...


_PIECE = 1 << 17
_LEVELS = {".gz": 6, ".zst": 3}
"""The levels that the two programs have by default."""


def require_compression(name: str) -> None:
    """Find what a name's ending needs. Raises `MissingExtraError`."""
    if name.lower().endswith(".zst"):
        require_extra("zstandard", "zstd", ".zst files")


def decompressed(file: BinaryIO, name: str) -> BinaryIO:
    """Return the file as its plain bytes, by the ending of its name; one that breaks off raises `EOFError`.

    Closing the file itself is left to the caller.
    """
    if name.lower().endswith(".gz"):
        from gzip import GzipFile  # noqa: PLC0415 - costs start-up time

        return cast("BinaryIO", GzipFile(fileobj=file))
    if name.lower().endswith(".zst"):
        return cast("BinaryIO", BufferedReader(_ZstdFrames(file), _PIECE))
    return file


def compressed(file: BinaryIO, name: str) -> BinaryIO:
    """Return what compresses into `file` by the ending of a name; closing it leaves `file` open.

    No time, no name of a file and no number of threads gets into the bytes.
    """
    if name.lower().endswith(".gz"):
        from gzip import GzipFile  # noqa: PLC0415 - costs start-up time

        return cast("BinaryIO", GzipFile("", "wb", _LEVELS[".gz"], file, mtime=0))
    if name.lower().endswith(".zst"):
        zstandard = load_extra("zstandard", "zstd", ".zst files")
        written = zstandard.ZstdCompressor(_LEVELS[".zst"], write_checksum=True).stream_writer(file, closefd=False)
        return cast("BinaryIO", written)
    return file


class _ZstdFrames(RawIOBase):
    """The plain bytes of frames one behind the other; the library's own reader takes a cut file for a whole one."""

    def __init__(self, file: BinaryIO) -> None:
        zstandard = load_extra("zstandard", "zstd", ".zst files")
        self._new_frame = zstandard.ZstdDecompressor().decompressobj
        self._file = file
        self._frame = self._new_frame()
        self._ended = True
        self._plain = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:  # type: ignore[override]
        while not self._plain:
            packed = self._frame.unused_data if self._frame.eof else b""
            packed = packed or self._file.read(_PIECE)
            if not packed:
                if self._ended:
                    return 0
                message = "the file breaks off"
                raise EOFError(message)
            if self._frame.eof:
                self._frame = self._new_frame()
            self._plain = memoryview(self._frame.decompress(packed))
            self._ended = self._frame.eof
        count = min(len(buffer), len(self._plain))
        buffer[:count] = self._plain[:count]  # type: ignore[assignment]
        self._plain = self._plain[count:]
        return count
