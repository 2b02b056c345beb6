r"""JSON Lines: one object a line, lines by `\n` alone, because U+2028 is a legal character inside a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from textclean.errors import NotTextError, UnreadableError
from textclean.io.tables.json_values import longest_row, parse_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.io.tables.formats import Record

_MARK = b"\xef\xbb\xbf"


def read_rows(file: BinaryIO, largest: int) -> Iterator[Record]:
    """Yield each row with the number of its line; blank lines are none. A line that is no object is a problem.

    Memory stays that of a line, and a line that no document of `largest` bytes could fill is skipped unread.
    """
    longest = longest_row(largest)
    number = 0
    while line := file.readline(longest):
        number += 1
        if len(line) == longest and not line.endswith(b"\n"):
            while (rest := file.readline(longest)) and not rest.endswith(b"\n"):
                pass
            yield number, UnreadableError(f"is a line of more than {longest / 1e6:g} MB; raise --max-megabytes")
            continue
        if number == 1:
            line = line.removeprefix(_MARK)
        if line.isspace() or not line:
            continue
        try:
            yield number, parse_row(line)
        except NotTextError as problem:
            yield number, problem
