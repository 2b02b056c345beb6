"""JSON files: an array of objects, one object, or objects one behind the other; read piece by piece."""

from __future__ import annotations

import json
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any, BinaryIO

from textclean.errors import NotTextError
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from textclean.io.tables.formats import Record

_PIECE = 1_000_000
"""Bytes read at a time."""
_SPACE = lazy_pattern(r"\s*")
_LONGEST_TOKEN = 16
"""Characters of a literal, an escape or a mark that the end of a piece may cut; numbers are never cut inside a row."""
_WIDEST_ESCAPE = 6
r"""Bytes of `\u0000`: a character of the text takes no more."""
_OTHER_COLUMNS = 16_000_000
"""Bytes that a row may have beside its text."""


def _no_number(_: str) -> None:
    """Read `NaN` and `Infinity`, which Python writes and JSON does not know, as null."""


_DECODER = json.JSONDecoder(parse_constant=_no_number)


def parse_row(line: bytes) -> dict[str, Any]:
    r"""Return the columns of one line. Raises `NotTextError`, with the place, for what is no object of JSON.

    >>> parse_row(b'{"text": "a\\u2028b", "score": NaN}')
    {'text': 'a\u2028b', 'score': None}
    >>> parse_row(b'{"text": ')
    Traceback (most recent call last):
    textclean.errors.NotTextError: is no JSON: Expecting value at character 10; repair the line, or leave it out
    """
    try:
        value = _DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 at byte {error.start}; convert it first with iconv -t UTF-8"
        raise NotTextError(message) from None
    except json.JSONDecodeError as error:
        raise _no_json(error, error.pos, "repair the line, or leave it out") from None
    except RecursionError:
        message = "is JSON nested too deeply; leave it out"
        raise NotTextError(message) from None
    return _row(value)


def read_rows(file: BinaryIO, largest: int) -> Iterator[Record]:
    """Yield each object with its number from 1. JSON that breaks ends the file with a problem.

    Memory stays that of one object and a piece of the file.
    """
    values = _Values(file, longest_row(largest))
    number = 0
    try:
        for value in values:
            number += 1
            try:
                yield number, _row(value)
            except NotTextError as problem:
                yield number, problem
    except UnicodeDecodeError as error:
        yield number + 1, NotTextError(f"is not UTF-8 ({error.reason}); convert the file first with iconv -t UTF-8")
    except json.JSONDecodeError as error:
        remedy = "nothing behind it was read: repair the file"
        yield number + 1, _no_json(error, values.passed + error.pos, remedy)
    except RecursionError:
        yield number + 1, NotTextError("is JSON nested too deeply; nothing behind it was read: repair the file")


def longest_row(largest: int) -> int:
    """Return how many bytes a row may take whose text has `largest`."""
    return largest * _WIDEST_ESCAPE + _OTHER_COLUMNS


def _no_json(error: json.JSONDecodeError, at: int, remedy: str) -> NotTextError:
    return NotTextError(f"is no JSON: {error.msg.removesuffix(' at')} at character {at + 1}; {remedy}")


def _row(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        kind = {list: "an array", str: "a string", type(None): "null"}.get(type(value), "a number")
        message = f"is {kind}, not an object with columns; leave it out"
        raise NotTextError(message)
    return value


class _Values:
    """The values of an array, or those that stand one behind the other, in order."""

    def __init__(self, file: BinaryIO, longest: int) -> None:
        self._file = file
        self._longest = longest
        self._decode = getincrementaldecoder("utf-8-sig")().decode
        self._text = ""
        self._at = 0
        self.passed = 0
        """Characters before those at hand."""

    def __iter__(self) -> Iterator[Any]:
        inside = self._next_is("[")
        while self._next_is(",") or self._skip(_SPACE):
            if inside and self._next_is("]"):
                inside = False
            elif self._skip(_SPACE):
                yield self._value()
        if inside:
            message = "the array is not closed"
            raise json.JSONDecodeError(message, self._text, len(self._text))

    def _next_is(self, mark: str) -> bool:
        """Pass by a mark that comes next."""
        found = self._skip(_SPACE) and self._text[self._at] == mark
        self._at += found
        return found

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Pass by what matches; tell whether anything is left."""
        while True:
            match = pattern.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return True
            if not self._read(_PIECE):
                return False

    def _value(self) -> Any:  # noqa: ANN401 - any JSON
        wanted = _PIECE
        more = True
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not more or not self._may_go_on(error):
                    raise
            else:
                if not more or end < len(self._text) or isinstance(value, (dict, list)):
                    self._at = end
                    return value
            more = self._read(wanted)
            wanted *= 2  # so that a large value is not tried again for each piece

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Tell JSON that is cut by the end of what was read from JSON that is wrong."""
        cut = error.msg.startswith("Unterminated string") or error.pos > len(self._text) - _LONGEST_TOKEN
        return cut and len(self._text) - self._at < self._longest

    def _read(self, wanted: int) -> bool:
        data = self._file.read(wanted)
        self.passed += self._at
        self._text = self._text[self._at :] + self._decode(data, not data)
        self._at = 0
        return bool(data)
