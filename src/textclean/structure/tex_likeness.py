r"""Tell what stands between two delimiters: TeX, or a stretch between two prices, variables or escapes."""

from __future__ import annotations

from textclean.lazy_pattern import lazy_pattern

_TEX = lazy_pattern(r"\\[A-Za-z]|\\\\[A-Za-z]|[\^_]\s*[{\w\\*+(-]|\\[%$,;!&#]|\{\s*[^\s{}]+\s*\}")
_NO_TEX = lazy_pattern(r"\\\$|_(?=[A-Za-z]{2})")
_CELL = lazy_pattern(r"</?t[dhr]\b|<br>\s*<|\]\(")
_PROSE = lazy_pattern(r"(?<![\\\w])[a-z]{2,} [a-z]{2,} [a-z]{2,}(?: [a-z]{2,}|\b)")
_SOME_PROSE = lazy_pattern(r"(?<![\\\w])[A-Za-z]{2,},? [a-z]{2,}\b|\b[a-z]{3,},? (?:[A-Z$]|\d)")
_LONE_WORD = lazy_pattern(r"\s+[a-z]{2,}[,.;]?\s+")
_BETWEEN = lazy_pattern(r"[),;][^=+<>]*[a-z]{2}")
_NUMERIC = lazy_pattern(r"[\s\d.,+\-*/=<>()\[\]:×÷%|~±]+")
_TEMPLATE = lazy_pattern(r"\{[A-Za-z_][\w.]+\}")
_GROUPS = lazy_pattern(r"\\[A-Za-z]+\s*\{[^{}]*\}|\{[^{}]*\}")
_AMOUNT = lazy_pattern(r"[\d.,]+(?:[KMBk+]|\s*(?:/|\||million|billion|trillion))")
_SUFFIX = lazy_pattern(r"th|st|nd|rd")
_DIGIT_AHEAD = lazy_pattern(r"\s*\d")
_OPERATIONS = lazy_pattern(r"[=+*<>]|\b[A-Za-z]\s*[-/]\s*[A-Za-z\d]\b")
_COMMAND = lazy_pattern(r"\\[A-Za-z]{2,}|[\^_]\s*[{\w\\*]|\\%|\{")
_SIGN = lazy_pattern(r"[=+*<>/-]|\d+(?:\.\d+)?\\%")
_LISTED = lazy_pattern(r"[A-Z](?:, ?[A-Z])*,?|[A-Za-z]\([A-Za-z,]+\)")
_LONGEST_PLAIN = 80
_MOST_LINES = 3
_LONGEST_NAME = 2
_FARTHEST_LINE_START = 5000


def reads_like_display(body: str) -> bool:
    """Tell whether what stands between double dollars can be mathematics or wreckage of it."""
    return bool(body.strip()) and not _CELL.search(body)


def reads_like_inline(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start]` and `text[end]` are dollars round TeX.

    They are not where they are prices, shell variables, or the end of one formula and the start of the next.
    """
    body = text[start + 1 : end]
    inner = body.strip()
    if not inner:
        return False
    if not _TEX.search(body):
        return _reads_like_plain(text, start, end, inner)
    if body.count("\n") >= _MOST_LINES or _CELL.search(body) or (" | " in body and _is_in_row(text, start)):
        return False
    if "\\" not in inner and _TEMPLATE.match(inner):
        return False
    if inner[0].isdecimal() and not _TEX.search(_NO_TEX.sub("", body)):
        return False
    return not _PROSE.search(_GROUPS.sub(" ", body))


def _reads_like_plain(text: str, start: int, end: int, inner: str) -> bool:
    """Tell the same without a mark of TeX between the dollars: `$x$`, but not `$5 and $6`."""
    after = text[end + 1 : end + 2]
    if (after.isalnum() and not _SUFFIX.match(text, end + 1)) or (after and after in "{\"'_"):
        return False
    before = text[start - 1 : start] if start else ""
    if before.isalnum() or (before and before in "$\\") or len(inner) > _LONGEST_PLAIN or "\n" in text[start:end]:
        return False
    ragged = inner[0].isdecimal() and text[end - 1].isspace() and not text[start + 1].isspace()
    if _NUMERIC.fullmatch(inner):
        next_to_number = _DIGIT_AHEAD.match(text, end + 1) and (inner[-1] in "+-=*/" or inner[-1].isdecimal())
        return not (ragged or next_to_number)
    if (
        _BETWEEN.match(inner)
        or ragged
        or _AMOUNT.match(inner)
        or _LONE_WORD.fullmatch(text, start + 1, end)
        or _CELL.search(inner)
    ):
        return False
    return not _SOME_PROSE.search(inner) and not (" | " in inner and _is_in_row(text, start))


def _is_in_row(text: str, at: int) -> bool:
    line = text.rfind("\n", max(0, at - _FARTHEST_LINE_START), at) + 1
    return text[line : line + 4].lstrip().startswith("|")


def reads_like_escaped(text: str, start: int, end: int) -> bool:
    r"""Tell whether `\(...\)` or `\[...\]` at `start` and `end` is TeX and no pair of Markdown escapes."""
    body = text[start + 2 : end]
    inner = body.strip()
    before, after = text[start - 1 : start] if start else "", text[end + 2 : end + 3]
    quoted = before and before in "\"'\\" and "." in inner
    if not inner or quoted or _CELL.search(body) or "](" in text[start : end + 3]:
        return False
    if _COMMAND.search(body):
        return not _PROSE.search(_GROUPS.sub(" ", body))
    if (body[0].isspace() and body[-1].isspace()) or _OPERATIONS.search(inner):
        return _SIGN.fullmatch(inner) is not None or not _SOME_PROSE.search(inner)
    if len(inner) <= _LONGEST_NAME and inner.isalpha():
        return not (before.isalnum() or after == "_" or after.isalnum())
    return _SIGN.fullmatch(inner) is not None or _LISTED.fullmatch(inner) is not None
