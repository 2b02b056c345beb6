"""Cut the LaTeX of a span into tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from textclean.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(
    r"\\verb\*?(?P<fence>[|+!/])(?P<verbatim>.*?)(?:(?P=fence)|\Z)"
    r"|\\(?P<command>[A-Za-z]+\*?|.)|(?P<space>[\s~]+)|(?P<mark>[{}^_&$])|(?P<character>[^\\])",
    re.DOTALL,
)
_DOUBLED = lazy_pattern(r"\\\\[A-Za-z]{2,20}")
_SINGLE = lazy_pattern(r"(?<!\\)\\(?!\\)[A-Za-z]")
_TAG = lazy_pattern(r"</?su[pb]>")


class Token(NamedTuple):
    """A piece of LaTeX: `kind` is verbatim, command, space, mark or character; `value` its text."""

    kind: str
    value: str


def cut_tokens(body: str) -> list[Token]:
    r"""Return the tokens of `body`; a lone backslash at its end is dropped.

    Tags that a converter cut into the span and backslashes doubled on the way through JSON are undone first.

    >>> [token.kind for token in cut_tokens(r"\mathrm{a}")]
    ['command', 'mark', 'character', 'mark']
    """
    if "<s" in body or "</s" in body:
        body = _TAG.sub("", body)
    if _DOUBLED.search(body) and not _SINGLE.search(body):
        body = body.replace("\\\\", "\\")
    return [Token(match.lastgroup or "", match[match.lastgroup or 0]) for match in _TOKEN.finditer(body)]
