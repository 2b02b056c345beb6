"""The README says what is true: its example, its Python, and a before and after for every cleaner."""

from __future__ import annotations

import doctest
import json
import re
import tomllib
from pathlib import Path

import pytest

from textclean import cleaners, read_article
from textclean.cli import COMMANDS
from textclean.config import build_pipeline, check_settings
from textclean.registry import find_cleaner

README = Path(__file__).resolve().parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")


def block(language: str, behind: str) -> str:
    """Return the first fenced block of a language behind a phrase."""
    match = re.search(rf"```{language}\n(.*?)```", TEXT[TEXT.index(behind) :], re.DOTALL)
    assert match
    return match[1]


def cleaner_examples() -> dict[str, tuple[str, str]]:
    r"""Read each cleaner's damaged and repaired text from its diff block; `\uXXXX` stands for that character."""
    examples = {}
    for name, body in re.findall(r"^### ([a-z-]+)\n.*?```diff\n(.*?)```", TEXT, re.DOTALL | re.MULTILINE):
        lines = [re.sub(r"\\u([0-9A-F]{4})", lambda m: chr(int(m[1], 16)), line) for line in body.splitlines()]
        before, after = ("\n".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
        examples[name] = before, after
    return examples


def test_the_opening_example_is_what_comes_out() -> None:
    """The article of the first screen is the one read from the text above it."""
    article = json.loads(read_article(block("text", "What a converter made").removesuffix("\n")).model_dump_json())
    shown = json.loads(block("json", "What comes out"))
    for warning in shown["warnings"]:
        del warning["message"]
    for warning in article["warnings"]:
        del warning["message"]
    for name, value in shown.items():
        assert article[name] == value or subset(value, article[name]), name


def subset(shown: object, whole: object) -> bool:
    """Tell whether all that is shown stands in the whole: the README leaves out what is empty."""
    if isinstance(shown, dict) and isinstance(whole, dict):
        return all(subset(value, whole[key]) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(whole, list):
        return len(shown) == len(whole) and all(map(subset, shown, whole))
    return shown == whole


def test_the_python_in_it_runs() -> None:
    """Every Python session gives what it shows."""
    failures, tried = doctest.testfile(str(README), module_relative=False)
    assert tried
    assert not failures


@pytest.mark.parametrize("name", cleaners.__all__)
def test_every_cleaner_is_shown_with_what_it_does(name: str) -> None:
    """Each cleaner has a diff block, and makes of its minus lines its plus lines."""
    before, after = cleaner_examples()[name.replace("_", "-")]
    assert find_cleaner(name)(before) == after


@pytest.mark.parametrize("name", cleaner_examples())
def test_no_cleaner_is_shown_that_does_not_exist(name: str) -> None:
    """The table names only cleaners of the registry."""
    assert find_cleaner(name).name.replace("_", "-") == name


def test_every_command_is_named() -> None:
    """The list of commands is that of the program."""
    assert re.findall(r"^textclean (\w+) ", block("sh", "## On the command line"), re.MULTILINE) == [
        name for command in COMMANDS for name in [command] * (1 + (command == "explain"))
    ]


def test_the_settings_file_it_shows_holds() -> None:
    """What is shown is a settings file that is accepted, names of reasons, cleaners and options included."""
    assert build_pipeline(check_settings(tomllib.loads(block("toml", "### Settings")), "setting"))
