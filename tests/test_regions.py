"""What the structure protects: each kind with texts that look alike and are none."""

from __future__ import annotations

import pytest

from textclean.structure import Structure


def regions(text: str, kind: str) -> list[str]:
    """Return the protected stretches of one kind."""
    return [text[region.start : region.end] for region in Structure(text).regions if region.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b  c` d", ["`b  c`"]),
        ("``a ` b`` c", ["``a ` b``"]),
        ("x\n```py\ny\n```\nz", ["```py\ny\n```"]),
        ("~~~\na\n```\nb\n~~~", ["~~~\na\n```\nb\n~~~"]),
        ("````\n```\n````\nz", ["````\n```\n````"]),
        ("a\n\n    x = f(1);\n    return x;\n\nb", ["    x = f(1);\n    return x;\n"]),
        ("```\nnever closed", ["```\nnever closed"]),
        ("a page\n\f```\nx   = 1\n```\nz", ["```\nx   = 1\n```"]),
        ("- item\n  ```\n  code\n  ```\n", ["  ```\n  code\n  ```"]),
    ],
)
def test_code_is_protected(text: str, expected: list[str]) -> None:
    """Fences, spans and indented code are found whole."""
    assert regions(text, "code") == expected


@pytest.mark.parametrize(
    "text",
    [
        "`one paragraph\n\nanother`",
        "    An indented paragraph of a book, which\n    goes on for a second line.",
        "~~~\nnever closed, so a row of tildes",
        "a lone ` backtick",
        "He said ``quoted'' and left.",
    ],
)
def test_what_only_looks_like_code_is_not_protected(text: str) -> None:
    """Stray backticks, rows of tildes and indented prose are left to the cleaners."""
    assert regions(text, "code") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://a.example/b_c-d?e=1.", ["https://a.example/b_c-d?e=1"]),
        ("(https://a.example/b_(c))", ["https://a.example/b_(c)"]),
        ("<https://a.example/x> and www.b.example/y, too", ["https://a.example/x", "www.b.example/y"]),
        ("[t](https://a.example/x)", ["https://a.example/x"]),
    ],
)
def test_urls_are_protected_without_their_punctuation(text: str, expected: list[str]) -> None:
    """What follows a URL in a sentence is not part of it; balanced brackets are."""
    assert regions(text, "url") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nq", ["| a | b |\n|---|---|\n| 1 | 2 |"]),
        ("a | b | c\n--|--|--\n1 | 2 | 3", ["a | b | c\n--|--|--\n1 | 2 | 3"]),
        ("x <table><tr><td>1</td></tr></table> y", ["<table><tr><td>1</td></tr></table>"]),
    ],
)
def test_tables_are_protected(text: str, expected: list[str]) -> None:
    """Rows with pipes, and HTML tables."""
    assert regions(text, "table") == expected


@pytest.mark.parametrize("text", ["one | pipe in a sentence", "a|b\n\nc|d", "P(A|B) and |x|\nalone"])
def test_a_stray_pipe_makes_no_table(text: str) -> None:
    """A pipe in prose or mathematics is no row."""
    assert regions(text, "table") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\ntags:\n  - b\n---\nBody", ["---\ntitle: A\ntags:\n  - b\n---\n"]),
        ("---\nA sentence between rules.\n---\nBody", []),
        ("text\n---\ntitle: A\n---\n", []),
        ("---\n\n---\n", []),
    ],
)
def test_front_matter_is_keys_between_rules_at_the_top(text: str, expected: list[str]) -> None:
    """Only keys make front matter; two rules around prose do not."""
    assert regions(text, "front_matter") == expected
