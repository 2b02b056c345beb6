"""Expressions that are compiled when first used behave as compiled ones, and all of them are sound."""

import gc
import pkgutil
import re
from importlib import import_module

import pytest

import textclean
from textclean.lazy_pattern import lazy_pattern

OPTIONAL = {"textclean.integrations", "textclean.engines.ray", "textclean.__main__"}
"""They import other people's libraries, or run."""


def test_every_expression_of_the_package_compiles() -> None:
    """A wrong one would be found only by the document that needs it."""
    for module in pkgutil.walk_packages(textclean.__path__, "textclean."):
        if not any(module.name == name or module.name.startswith(f"{name}.") for name in OPTIONAL):
            import_module(module.name)
    lazy = [one for one in gc.get_objects() if type(one) is type(lazy_pattern(""))]
    assert len(lazy) > 300
    for pattern in lazy:
        assert isinstance(pattern.flags, int)


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
