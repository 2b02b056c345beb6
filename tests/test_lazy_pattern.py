"""Expressions that are compiled when first used behave as compiled ones, and all of them are sound."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

import textclean
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

OPTIONAL = {"textclean.integrations", "textclean.engines.ray", "textclean.__main__"}
"""They import other people's libraries, or run."""


def lazy_patterns(value: object) -> Iterator[re.Pattern[str]]:
    """Yield the lazy patterns that a constant is or holds."""
    if type(value) is type(lazy_pattern("")):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from lazy_patterns(one)
    elif isinstance(value, dict):
        yield from lazy_patterns([*value.values()])


def test_every_expression_of_the_package_compiles() -> None:
    """A wrong one would be found only by the document that needs it."""
    seen = 0
    for module in pkgutil.walk_packages(textclean.__path__, "textclean."):
        if any(module.name == name or module.name.startswith(f"{name}.") for name in OPTIONAL):
            continue
        for name, value in vars(import_module(module.name)).items():
            for pattern in lazy_patterns(value):
                assert isinstance(pattern.flags, int), (module.name, name)
                seen += 1
    assert seen > 300


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    """Methods, groups and flags are those of `re.compile`."""
    lazy, compiled = (make(r"(?P<head>\w)-(?P<tail>\w)", re.IGNORECASE) for make in (lazy_pattern, re.compile))
    assert lazy.sub(r"\g<tail>\g<head>", "a-b c-d") == compiled.sub(r"\g<tail>\g<head>", "a-b c-d") == "ba dc"
    assert (lazy.flags, lazy.groups, dict(lazy.groupindex)) == (compiled.flags, 2, dict(compiled.groupindex))
    assert [match.span() for match in lazy.finditer("a-b c-d")] == [(0, 3), (4, 7)]
    assert lazy.pattern == compiled.pattern


def test_a_wrong_expression_fails_when_used() -> None:
    """As late as that, and with the error of `re`."""
    pattern = lazy_pattern("(")
    with pytest.raises(re.error, match="missing"):
        pattern.search("text")
