"""How much may differ before a comparison fails: a share of the documents, or their number."""

from __future__ import annotations

from typing import NamedTuple

from textclean.errors import InvalidOptionError
from textclean.lazy_pattern import lazy_pattern

_NUMBER = lazy_pattern(r"(\d+(?:\.\d+)?)\s*(%?)")


class Limit(NamedTuple):
    """The most that may differ: a percentage of the documents where `is_share`, else a number of them."""

    value: float
    is_share: bool

    @classmethod
    def parse(cls, written: str) -> Limit:
        """Read `0.5%` or `12`. Raises `InvalidOptionError`.

        >>> Limit.parse("0.5%"), Limit.parse("12")
        (Limit(value=0.5, is_share=True), Limit(value=12.0, is_share=False))
        """
        match = _NUMBER.fullmatch(written.strip())
        if match is None or (not match[2] and "." in match[1]):
            message = f"limit {written!r} is neither a share like 0.5% nor a number of documents like 12"
            raise InvalidOptionError(message)
        return cls(float(match[1]), bool(match[2]))

    def is_passed(self, differing: int, total: int) -> bool:
        """Tell whether `differing` of `total` documents are more than this allows.

        >>> Limit(0.5, True).is_passed(1, 200), Limit(0.5, True).is_passed(2, 200)
        (False, True)
        """
        return differing * 100 > self.value * total if self.is_share else differing > self.value
