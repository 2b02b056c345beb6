"""Characters that LaTeX makes by number or by a circle around them."""

from __future__ import annotations

_CIRCLED_NUMBERS = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_LAW = {"R": "®", "C": "©", "P": "℗"}
_CAPITALS = "ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ"
_SMALLS = "ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ"
_LETTERS = (
    dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _CAPITALS, strict=True))
    | dict(zip("abcdefghijklmnopqrstuvwxyz", _SMALLS, strict=True))
    | _LAW
)

_DINGBATS = {
    **{number: chr(0x2701 - 33 + number) for number in range(33, 127)},
    **{number: chr(0x2761 - 161 + number) for number in range(161, 168)},
    **{number: chr(0x2460 - 172 + number) for number in range(172, 182)},
    **{number: chr(0x2776 - 182 + number) for number in range(182, 212)},
}
"""Number in the font Zapf Dingbats, as `ding` takes it, to character. Source: Unicode's mapping table for the font."""


def encircle(text: str) -> str:
    """Return the character for `text` in a circle: numbers to 50 and letters; otherwise an empty string."""
    if text.isdecimal() and text.isascii():
        number = int(text[:3])
        return _CIRCLED_NUMBERS[number] if number < len(_CIRCLED_NUMBERS) else ""
    return _LETTERS.get(text, "")


def dingbat(text: str) -> str:
    """Return the Zapf dingbat with the number `text`, or an empty string."""
    return _DINGBATS.get(int(text[:4]), "") if text.isdecimal() and text.isascii() else ""
