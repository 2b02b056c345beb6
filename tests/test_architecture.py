"""The plan of the house, held: who imports whom, one cleaner a file, and files that stay small."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

from textclean import cleaners
from textclean.registry import Cleaner, registered_cleaners

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "textclean"
FILES = sorted(SOURCE.rglob("*.py"))

FLOORS = (
    {"version", "code_points", "errors", "lazy_pattern", "marks", "notices", "reasons", "user_cache", "visible"},
    {"edits", "language_model", "word_lists"},
    {"alignment", "edit_columns", "language", "lexicon"},
    {"suspended"},
    {"structure", "artifacts", "cleaned"},
    {"registry", "ledger"},
    {"lifted"},
    {"workrooms"},
    {"pipeline", "cleaners"},
    {"presets"},
    {"api", "article", "diff", "loss", "stopwatch", "fingerprint"},
    {"io"},
    {"config", "batch", "integrations", "runs"},
    {"engines", "pages", "regression"},
    {"report", "compare"},
    {"cli", "pytest_plugin"},
)
"""The rooms from the ground up. A room imports its own files and the floors below, never beside it or above.

What is not listed is a workroom: tables and helpers of one cleaner or a few. Workrooms may import one another.
"""

TOP = {"cli", "engines", "report", "compare", "regression", "pytest_plugin", "integrations"}
"""Rooms that no library code imports; engines are for the command line to choose."""


def room_of(path: Path) -> str:
    """Name the room that a file belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Yield the modules of this package that a file imports when it runs, those for typing alone left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for statement in block.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("textclean"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textclean"):
            if node.module == "textclean":
                yield from (f"textclean.{alias.name}" for alias in node.names)
            else:
                yield str(node.module)


def shown(path: Path) -> str:
    """Name a file in a test's id."""
    return str(path.relative_to(SOURCE))


INSIDE = [path for path in FILES if room_of(path) not in {"__init__", "__main__", "py.typed"}]


@pytest.mark.parametrize("path", INSIDE, ids=shown)
def test_imports_point_downwards(path: Path) -> None:
    """Each file imports its own room or a floor below."""
    floor = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    room = room_of(path) if room_of(path) in floor else "workrooms"
    for module in imports_of(path):
        name = module.split(".")[1]
        imported = name if name in floor else "workrooms"
        assert imported == room or floor[imported] < floor[room], f"{room} imports {module}"


@pytest.mark.parametrize("path", INSIDE, ids=shown)
def test_nothing_imports_the_top(path: Path) -> None:
    """The command line, reports and engines are imported by the command line alone."""
    if room_of(path) not in TOP:
        assert not {module.split(".")[1] for module in imports_of(path)} & TOP


def test_files_stay_small() -> None:
    """No file has more than 300 lines, and half have fewer than 100."""
    lengths = {shown(path): path.read_text(encoding="utf-8").count("\n") for path in FILES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}
    assert median(lengths.values()) < 100


@pytest.mark.parametrize("path", sorted((SOURCE / "cleaners").glob("[!_]*.py")), ids=shown)
def test_one_file_is_one_cleaner(path: Path) -> None:
    """A file in `cleaners/` holds one cleaner of its name, which is exported and has a folder of cases."""
    module = f"textclean.cleaners.{path.stem}"
    assert [cleaner.name for cleaner in registered_cleaners().values() if cleaner.__module__ == module] == [path.stem]
    assert path.stem in cleaners.__all__
    assert (ROOT / "fixtures" / "cleaners" / path.stem).is_dir()


@pytest.mark.parametrize("name", cleaners.__all__)
def test_every_cleaner_says_what_it_does_with_an_example(name: str) -> None:
    """The docstring opens with one line for the list of cleaners and ends in a doctest."""
    cleaner = getattr(cleaners, name)
    assert isinstance(cleaner, Cleaner)
    documentation = (cleaner.__doc__ or "").strip()
    assert documentation.split("\n")[0].endswith((".", ":", ";", ",")) or documentation.split("\n\n")[0].endswith(".")
    assert f">>> {name}(" in documentation
