"""Reasons and notice codes are names that users filter on: declared, explained, and spelled one way, everywhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from textclean import cleaners
from textclean.notices import NOTICES
from textclean.reasons import REASONS
from textclean.registry import find_cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).resolve().parents[1] / "src" / "textclean"
WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
DOTTED = re.compile(rf"{WORD}(?:\.{WORD})+")
HYPHENATED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


@pytest.mark.parametrize("name", cleaners.__all__)
def test_reasons_are_dotted_and_hyphenated(name: str) -> None:
    """Each cleaner declares its reasons: small letters, words parted by hyphens, levels by points."""
    reasons = find_cleaner(name).reasons
    assert reasons
    assert [reason for reason in reasons if not DOTTED.fullmatch(reason)] == []


def test_every_reason_has_its_sentence() -> None:
    """The table of reasons holds those that the cleaners declare, none missing and none too many."""
    assert sorted(REASONS) == sorted({reason for name in cleaners.__all__ for reason in find_cleaner(name).reasons})


def codes_of(path: Path) -> Iterator[str]:
    """Yield the codes that a file gives: to a `Notice`, to `warn`, in pairs it yields, and in rows of artifacts."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    given: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            given += node.args[-2:-1] if called == "Notice" else node.args[:1] if called == "warn" else []
            given += [keyword.value for keyword in node.keywords if keyword.arg == "lost"]
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:
            first = node.value.elts[0]
            given += [first] if isinstance(first, ast.Constant) and HYPHENATED.fullmatch(str(first.value)) else []
    while given:
        one = given.pop()
        if isinstance(one, ast.IfExp):
            given += [one.body, one.orelse]
        elif isinstance(one, ast.Name):
            given += [constants[one.id]] if one.id in constants else []
        elif isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value:
            yield one.value


def test_every_code_of_a_notice_has_its_sentence() -> None:
    """The table of codes holds those that the code gives, none missing and none too many, spelled one way."""
    assert sorted({code for path in SOURCE.rglob("*.py") for code in codes_of(path)}) == sorted(NOTICES)
    assert [code for code in NOTICES if not HYPHENATED.fullmatch(code)] == []


@pytest.mark.parametrize("table", [REASONS, NOTICES], ids=["reasons", "notices"])
def test_the_tables_are_in_order_and_say_something(table: dict[str, str]) -> None:
    """Each row is one sentence; a reader finds it by the alphabet."""
    assert list(table) == sorted(table)
    assert [name for name, sentence in table.items() if not re.fullmatch(r"[A-Z`].{15,110}\.", sentence)] == []
