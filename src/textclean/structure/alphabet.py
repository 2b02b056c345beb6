"""Which characters a text is made of: most cleaners look for some that sound text hardly holds."""

from __future__ import annotations

_SHORT = 4_000
"""Code points up to which a set is made faster by Python than by arrays."""

_ABOVE_PLANE = 0x10000
_SURROGATES = 0xD800, 0xE000


def characters_of(text: str) -> frozenset[str]:
    r"""Return the characters that occur in `text`, lone surrogates among them.

    >>> sorted(characters_of("a\u200bba\r"))
    ['\r', 'a', 'b', '\u200b']
    """
    if len(text) <= _SHORT:
        return frozenset(text)
    import numpy as np  # noqa: PLC0415 - costs start-up time

    if text.isascii():
        codes = np.flatnonzero(np.bincount(np.frombuffer(text.encode(), np.uint8)))
    else:
        units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
        codes = np.flatnonzero(np.bincount(units))
        low, high = np.searchsorted(codes, _SURROGATES)
        if low < high:
            whole = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
            beyond = np.unique(whole[(whole >= _ABOVE_PLANE) | ((whole >= _SURROGATES[0]) & (whole < _SURROGATES[1]))])
            codes = np.concatenate((codes[:low], beyond, codes[high:]))
    return frozenset(map(chr, codes.tolist()))
