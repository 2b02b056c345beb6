"""Bytes and text, both ways; diffs that lead from one text to the other."""

from __future__ import annotations

import codecs
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from strategies import damaged_text, texts
from textclean import Article, read_article
from textclean.diff import unified_diff
from textclean.errors import DocumentError
from textclean.io.atomic import AtomicFile, write_atomically
from textclean.io.decoding import decode, encode
from textclean.io.discovery import Input, find_inputs
from textclean.io.ledger_lines import ledger_line
from textclean.io.restoring import restore_source
from textclean.presets import STANDARD
from textclean.visible import visible

if TYPE_CHECKING:
    from pathlib import Path

MARKS = [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE]
CODECS = ["utf-8", "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
file_bytes = st.one_of(
    st.binary(),
    st.builds(bytes.__add__, st.sampled_from(MARKS), st.binary()),
    st.tuples(st.integers(0, 5), damaged_text).map(
        lambda case: MARKS[case[0]] + case[1].encode(CODECS[case[0]], "surrogatepass")
    ),
    damaged_text.map(lambda text: text.encode("cp1252", "replace")),
)


@given(file_bytes)
def test_any_bytes_are_refused_or_come_back(data: bytes) -> None:
    """Whatever a file holds, it is a document error in one line, or text that encodes to the same bytes."""
    try:
        text, encoding, _ = decode(data)
    except DocumentError as error:
        said = str(error)
    else:
        said = ""
        assert encode(text, encoding) == data
    assert "\n" not in said


@given(file_bytes)
def test_a_ledger_line_gives_the_bytes_back(data: bytes) -> None:
    """Cleaning, writing the ledger and restoring ends with the same bytes."""
    try:
        text, encoding, _ = decode(data)
    except DocumentError:
        return
    line = ledger_line(STANDARD.run(text), Input("a.txt", "a.txt"), data, encoding)
    assert restore_source(json.loads(line))[:2] == ("a.txt", data)


@given(texts)
@example("<B>\x0c:")
@example("a \ud800 b")
@example("지도부 다른-\n 관계자는")
@example("A title\n\nBy &\n\nA text that goes on for a while, and then ends.")
def test_any_text_becomes_an_article_that_json_can_hold(text: str) -> None:
    """No text makes the reader raise, and what it read survives JSON."""
    article = read_article(text)
    assert Article.model_validate_json(article.model_dump_json()) == article


@given(damaged_text)
def test_a_diff_holds_both_texts(text: str) -> None:
    """Patching the source with the diff, line by line as `patch` does, gives the cleaned text."""
    cleaned = STANDARD.run(text)
    assert apply_diff(cleaned.source, list(unified_diff(cleaned, "a.txt"))) == cleaned.text


def apply_diff(source: str, diff: list[str]) -> str:
    """Apply a unified diff, checking each line and number of it."""

    def first_line(numbers: str) -> int:
        first, _, count = numbers[1:].partition(",")
        return int(first) if count == "0" else int(first) - 1

    old = source.split("\n")
    old = [line + "\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    new: list[str] = []
    at = 0
    for line in diff[2:]:
        mark, content = line[0], line[1:].removesuffix("\n\\ No newline at end of file\n")
        if mark == "@":
            _, removed, added, _ = line.split()
            start = first_line(removed)
            new += old[at:start]
            at = start
            assert len(new) == first_line(added)
        elif mark == "+":
            new.append(content)
        else:
            assert old[at] == content
            new += [content] if mark == " " else []
            at += 1
    return "".join(new + old[at:])


@given(st.text())
def test_nothing_unseen_reaches_a_terminal(text: str) -> None:
    """Controls, format characters and line separators are escaped, printable text is not."""
    assert visible(text).isprintable() or not set(visible(text)) & set("\x1b\x07\x9b\u200b\u202e\u2066\u2028\n\r")
    assert visible("naïve – “Übung” 日本語 😀 शांति") == "naïve – “Übung” 日本語 😀 शांति"


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    """A write that breaks leaves the old file and no other."""
    path = tmp_path / "deep" / "a.txt"
    write_atomically(path, b"old")
    with suppress(ZeroDivisionError), AtomicFile(path) as file:
        file.write(b"%d" % (1 // 0))
    assert [(one.name, one.read_bytes()) for one in path.parent.iterdir()] == [("a.txt", b"old")]


def test_documents_are_found_in_one_order(tmp_path: Path) -> None:
    """Folders are sorted by name, to the bottom of a tree deeper than Python recurses."""
    for name in ("b.txt", "a/z.MD", "a/b.txt", "c/a.text", "a.txt", ".hidden/x.txt", "skip.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [one.name for one in find_inputs([str(tmp_path)])] == ["a/b.txt", "a/z.MD", "a.txt", "b.txt", "c/a.text"]
