"""What is taken off pages, under which reason, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textclean.cleaners import remove_page_furniture
from textclean.structure.furniture.counters import is_number
from textclean.structure.furniture.stamps import find_stamp

SENTENCE = "the harbour lay still under its lamp while boats went out to sea and came home again before dawn"
WORDS = SENTENCE.split()


def page(number: int, lines: int = 12) -> str:
    """Return a page of running text that no other page repeats."""
    return (
        "\n".join(" ".join(WORDS[(number * 7 + line * 3 + at) % 19] for at in range(9)) for line in range(lines)) + "\n"
    )


def reasons(text: str) -> list[str]:
    """List the reasons of the edits, in order."""
    return [edit.reason.removeprefix("furniture.") for edit in remove_page_furniture.edits(text)]


@pytest.mark.parametrize("style", ["{}", "- {} -", "Page {} of 9", "Seite {}", "[{}]", "{}/9", "~ {} ~"])
def test_numbers_that_count_go(style: str) -> None:
    """Whatever stands around it, a number that counts with the pages is a page number."""
    pages = [page(number) for number in range(6)]
    text = "\f".join(f"{body}{style.format(number)}\n" for number, body in enumerate(pages, 1))
    assert set(reasons(text)) == {"page-number"}
    assert remove_page_furniture(text).split() == "".join(pages).split()


def test_roman_numbers_count() -> None:
    """Front matter is counted in Roman numerals."""
    pages = [page(number) for number in range(4)]
    text = "\f".join(f"{numeral}\n{body}" for numeral, body in zip(["vii", "viii", "ix", "x"], pages, strict=True))
    assert remove_page_furniture(text) == "\f".join(pages)


def test_numbers_that_do_not_count_stay() -> None:
    """A year, a price or a number in a list at the foot of a page is text."""
    text = "\f".join(f"{page(number)}{value}\n" for number, value in enumerate([1914, 30, 7, 88, 1]))
    assert reasons(text) == []


def test_one_misread_head_goes_with_the_others() -> None:
    """A recogniser's error in a head does not save it."""
    heads = ["THE LONG WINTER", "THE LONG WINTER", "THE L0NG WINTBR", "THE LONG WINTER", "THE LONG WINTER"]
    text = "\f".join(f"{number}\n{head}\n{page(number)}" for number, head in enumerate(heads, 20))
    assert remove_page_furniture(text) == "\f".join(page(number) for number in range(20, 25))


def test_indents_and_page_breaks_stay() -> None:
    """The first line below a head keeps its indent, and the form feed its place."""
    text = "\f".join(f"{number}\n\n    {page(number)}" for number in range(5, 9))
    assert remove_page_furniture(text) == "\f".join(f"    {page(number)}" for number in range(5, 9))


def test_nothing_is_taken_from_the_middle() -> None:
    """A line that recurs on every page among its text is text."""
    text = "\f".join(f"{page(number)}\nThe same remark again\n\n{page(number + 40)}" for number in range(6))
    assert reasons(text) == []


def test_slides_that_say_the_same_are_not_emptied() -> None:
    """Where most pages would be left without a word, the lines are the text."""
    text = "\f".join(["Questions and answers\n"] * 6)
    assert remove_page_furniture(text) == text


def test_a_doubtful_head_is_told() -> None:
    """A line in the place of heads that may be a heading stays, with a notice."""
    pages = [f"{number}\nTHE LONG WINTER\n{page(number)[:-1]}.\n" for number in range(3, 9)]
    pages[3] = f"6\nTHE SHORT SPRING\n\nI.\n\n{page(6)}"
    text = "\f".join(pages)
    assert "THE SHORT SPRING" in remove_page_furniture(text)
    assert [notice.code for notice in remove_page_furniture.notices(text)] == ["doubtful-furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "11/23/26, 9:49 AM    A title - A site",
        "https://example.org/a/long-address   3/12",
        "2 of 3    24/06/2024, 14:22",
        "Digitized by Google",
        "Digitized by VjOOQ IC",
        "This content downloaded from 192.0.2.1 on Tue, 4 Feb 2014 11:21:29 UTC",
        "Reproduced with permission of the copyright owner.  Further reproduction prohibited without permission.",
    ],
)
def test_stamps_are_known(line: str) -> None:
    """Each kind of stamp of the table is recognised."""
    assert find_stamp(line) is not None


@pytest.mark.parametrize(
    "line", ["https://example.org/article", "Digitized by hand, the letters fill 3/4 of a shelf", "At 9:49 he left"]
)
def test_text_is_no_stamp(line: str) -> None:
    """An address alone, and sentences about such things, are text."""
    assert find_stamp(line) is None


@pytest.mark.parametrize(
    ("line", "expected"), [("12", True), ("– xiv –", True), ("Page 3 of 4", True), ("12 boats", False)]
)
def test_what_looks_like_a_number(line: str, expected: bool) -> None:
    """A line is a number when nothing but its dress is added."""
    assert is_number(line) is expected


@given(st.lists(st.text(alphabet="ab 1\n.", max_size=60), min_size=2, max_size=6))
def test_only_whole_lines_go(pages: list[str]) -> None:
    """Whatever the pages are, the edits take whole lines and leave each form feed."""
    text = "\f".join(pages)
    cleaned = remove_page_furniture(text)
    assert cleaned.count("\f") >= text.count("\f")
    kept = {"", *(line.strip() for line in text.replace("\f", "\n").split("\n"))}
    assert all(line.strip() in kept for line in cleaned.replace("\f", "\n").split("\n"))
