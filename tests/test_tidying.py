"""Markup and whitespace: what a converter put in comes out, what an author meant stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textclean.cleaners import recover_glyph_codes, remove_image_placeholders, tidy_markup, tidy_whitespace
from textclean.pipeline import Pipeline
from textclean.structure import Structure

PROSE = (
    "The harbour council gave its support to the plea renewed by the mayor to build a second lighthouse on the cape."
)
PROSE += " It met at noon."


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("# *The second lamp*", "# The second lamp"),
        ("## **The second** **lamp**", "## The second lamp"),
        ("# **_The second_** **_lamp_**", "# The second lamp"),
        ("### __The second lamp__", "### The second lamp"),
        ("# *Lamps***: a second one**", "# Lamps: a second one"),
        ("## **2.1** The second lamp", "## 2.1 The second lamp"),
        ("#### **A.** *Lamps*", "#### A. Lamps"),
    ],
)
def test_emphasis_of_a_whole_heading_goes(title: str, bare: str) -> None:
    """A heading is emphasis enough; so is a number before it."""
    assert tidy_markup(f"{title}\n\nText") == f"{bare}\n\nText"


@pytest.mark.parametrize(
    "title",
    [
        "# The *Esmeralda*",
        "# *Esmeralda* and her lamp",
        "## The `**kwargs` of a lamp",
        "# 2 * 3 * 4",
        "# my_lamp_name and _x_",
        "# **Note** the second lamp",
        "*The second lamp*",
        "#hashtag *one*",
    ],
)
def test_emphasis_within_a_heading_stays(title: str) -> None:
    """It tells a word from the others."""
    assert tidy_markup(f"{title}\n\nText") == f"{title}\n\nText"


def test_levels_that_contradict_their_numbers_are_mended() -> None:
    """The number of a heading says how deep it stands; a converter guesses that from its size."""
    text = "# Lamps\n\n#### 1 One\n\n## 1.1 Two\n\n# 1.1.1 Three\n\n## Four\n\n#### 2 Five\n"
    assert tidy_markup(text) == "# Lamps\n\n# 1 One\n\n## 1.1 Two\n\n### 1.1.1 Three\n\n## Four\n\n# 2 Five\n"


def test_levels_that_agree_with_their_numbers_stay() -> None:
    """Whatever level the first has; and years are no numbers of sections."""
    text = "# Lamps\n\n## 1 One\n\n#### 1.1 Two\n\n#### 1.2 Three\n\n## 2 Four\n"
    assert tidy_markup(text) == text
    text = "## 1861 Lit\n\n# 1900 Moved\n\n### 1961 Electric\n\n# 2019 Dark\n"
    assert tidy_markup(text) == text


def test_rules_around_an_article_go_and_its_foot_is_plain() -> None:
    """A print has them between head, article and foot; the foot names the address."""
    text = f"# Lamps\n\n---\n\n{PROSE}\n\n{PROSE}\n\n___\n\nhttps://lamps.example/1\n\n**Radio Sierra Norte**\n"
    assert tidy_markup(text) == f"# Lamps\n\n{PROSE}\n\n{PROSE}\n\nhttps://lamps.example/1\n\nRadio Sierra Norte\n"


@pytest.mark.parametrize(
    "text",
    [
        f"# Lamps\n\n{PROSE}\n\n* * *\n\n{PROSE}\n\nhttps://lamps.example/1\n",
        f"# Lamps\n\n---\n\n## One\n\n{PROSE}\n\n---\n\nhttps://lamps.example/1\n",
        f"# Lamps\n\n{PROSE}\n\n---\n\n*A note on the text*\n",
        f"{PROSE}\n\nA title\n---\n\n{PROSE}\n\nhttps://lamps.example/1\n",
        f"{PROSE}\n\n**A line of its own**\n\n{PROSE}\n\nhttps://lamps.example/1\n",
        "---\n",
        "# Lamps\n\n---\n\nToo short to tell.\n",
    ],
)
def test_rules_between_scenes_and_sections_stay(text: str) -> None:
    """And everything in a text without the foot of a print."""
    assert tidy_markup(text) == text


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        (r"the file harbour\_log\_1861 and more", "the file harbour_log_1861 and more"),
        (r"of A. Olivares\*, mayor", "of A. Olivares*, mayor"),
        (r"Questions \& answers", "Questions & answers"),
        (r"e\-mail at night", "e-mail at night"),
        (r"about \~5 nights", "about ~5 nights"),
        (r"_name in \_lamps", r"_name in _lamps"),
    ],
)
def test_stray_escapes_go(line: str, bare: str) -> None:
    """Where the bare mark makes nothing of what follows."""
    assert tidy_markup(f"## Lamps\n\n{line}\n") == f"## Lamps\n\n{bare}\n"


@pytest.mark.parametrize(
    "line",
    [
        r"\*this\* is no emphasis",
        r"\_nor that\_ is",
        r"1861\. Was a year",
        r"\- is no list",
        r"\+ neither",
        r"it costs \$5 or \$10",
        r"\[12\] and \(e\)",
        r"\_\_\_\_\_",
        r"**bold** and a star \*",
        r"where \alpha\_1 is no text",
        r"let $a\_b$ be",
        r"C:\\_temp",
    ],
)
def test_escapes_that_hold_something_back_stay(line: str) -> None:
    """Emphasis, lists, rules, prices, brackets and mathematics."""
    assert tidy_markup(f"## Lamps\n\n{line}\n") == f"## Lamps\n\n{line}\n"


LONG = "The harbour council backs the plea for a second lighthouse on"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (f"**{LONG}**\n**the cape.**", f"**{LONG}\nthe cape.**"),
        (f"**_{LONG}_**\n**_the cape._**", f"**_{LONG}\nthe cape._**"),
        (f"_{LONG}_ \n_the cape._", f"_{LONG} \nthe cape._"),
        ("by **Inés** **Olivares**, mayor", "by **Inés Olivares**, mayor"),
        ("**Inés Olivares**\n**Mayor**", "**Inés Olivares**\n**Mayor**"),
        ("a note* *of two stars", "a note* *of two stars"),
        ("**Inés** *Olivares*", "**Inés** *Olivares*"),
        ("2 * 3 * 4 and snake_ _case", "2 * 3 * 4 and snake_ _case"),
    ],
)
def test_emphasis_that_was_split_at_line_ends_is_one(text: str, joined: str) -> None:
    """Short lines under each other, and marks that are no emphasis, stay."""
    assert tidy_markup(text) == joined


def test_plain_text_has_no_escapes() -> None:
    """There a backslash is a shell's."""
    assert tidy_markup(r"tar xf - --wildcards \*.conf and a\_b") == r"tar xf - --wildcards \*.conf and a\_b"


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a<br>b", "a\nb"),
        ("a<br>\nb", "a\nb"),
        ("<u>Olivares</u>, <u><mark>mayor</mark></u>", "Olivares, mayor"),
        ("| a<br>b | c |\n|---|---|\n| <u>d</u> | e |", "| a<br>b | c |\n|---|---|\n| <u>d</u> | e |"),
        ("the tag `<br>` breaks", "the tag `<br>` breaks"),
        ("an open <u> alone", "an open <u> alone"),
    ],
)
def test_tags_in_prose(text: str, tidy: str) -> None:
    """A break is a line break, an underline nothing; a table's cell keeps both."""
    assert tidy_markup(text) == tidy


@pytest.mark.parametrize(
    ("text", "is_authored"),
    [
        ("---\ntitle: Lamps\n---\n\nText", True),
        ("```sh\nls\n```", True),
        ("Set `a`, `b` and `c`.", True),
        ("[![Build](https://a.example/b.svg)](https://a.example)", True),
        ("See [the guide](docs/guide.md#start).", True),
        ("Text[^1]\n\n[^1]: A note.", True),
        ("See [the log][log].\n\n[log]: https://lamps.example/log", True),
        ("[Olivares]: We keep it lit.", False),
        ("- [x] lit\n- [ ] dark", True),
        ("---\nprimary_language: en\nis_table: False\n---\n\nText", False),
        ("```\nls\n```", False),
        ("```markdown\n# Lamps\n```", False),
        ("He said `so' and `thus'.", False),
        ("Set `a`, `b` and `c`.\n\fPage two", False),
        ("[Figure 1](#page-1-0) of `a`, `b`, `c`", False),
        ("# Lamps\n\n- one\n- two\n\n**Bold** text", False),
    ],
)
def test_who_wrote_the_markdown(*, text: str, is_authored: bool) -> None:
    """Front matter, languages of fences, code, badges and notes are an author's; pages are a converter's."""
    assert Structure(text).is_authored is is_authored


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a \nb\t\n", "a\nb\n"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\n \n\t\nb", "a\n\nb"),
        ("\n \na\n\n", "a\n"),
        ("\n\n  a", "  a"),
        ("a\n\n\n", "a\n"),
        ("a  ", "a"),
        ("a\fb", "a\n\nb"),
        ("a\n\f\n\n   b", "a\n\n   b"),
        ("\fa\f", "a"),
        (" \n\t\n", ""),
        ("a\r\n\r\n\r\nb  \r\n", "a\r\n\r\nb\n"),
        ("a\u00a0 b and some more words, so that it is long", "a b and some more words, so that it is long"),
        ("# A\n\nb  \nc   \nd ", "# A\n\nb  \nc  \nd"),
        ("plain  \nlines ", "plain\nlines"),
    ],
)
def test_blanks_that_mean_nothing_go(text: str, tidy: str) -> None:
    """At line ends, around the text, between paragraphs, at pages; the last line ends as it did."""
    assert tidy_whitespace(text) == tidy


@pytest.mark.parametrize(
    "text",
    [
        "It burned.  The keeper slept.  Nobody woke before noon on the whole island.",
        "Name    Lit\nOlivares  yes\nPaz       no",
        "night  12  was the longest of them all, said the keeper\nnight  13  was the shortest of them all, said he",
        "  And through the  night\n    the lamp",
        "1.  a list whose mark is followed by two blanks, as some write",
        "5\u00a0€ and \u00ab\u00a0la lampe\u00a0\u00bb",
        "a\u00a0\u00a0b",
        "```\na  b \n\n\n\nc\n```",
        "| a  | b   |\n|----|-----|\n| c  | d   |",
        "\\left( a  b \\) ,  and here a line of broken mathematics goes on ",
    ],
)
def test_gaps_that_mean_something_stay(text: str) -> None:
    """Columns, verse, a typist's two blanks, lists, no-break spaces, code, tables, and what cannot be told."""
    assert tidy_whitespace(text).rstrip() == text.rstrip()


PIECES = [
    "word",
    "Two words.",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\f",
    "\t",
    "*",
    "**",
    "_",
    "#",
    "# ",
    "---",
    "\\_",
    "\\",
    "<br>",
]
PIECES += ["<u>", "</u>", "|", "`", "```", "![](_page_1_Figure_2.jpeg)", "<!-- image -->", "{1}" + 48 * "-", "(cid:0)"]
PIECES += ["Image not found or type unknown", "https://a.example", "## Page 1", "## Page 2", PROSE, "\u00a0", "\r\n"]


@given(text=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_tidying_settles_and_comes_back(text: str) -> None:
    """Together they leave nothing for a second run, and the ledger restores the source."""
    pipeline = Pipeline(recover_glyph_codes, remove_image_placeholders, tidy_markup, tidy_whitespace)
    cleaned = pipeline.run(text)
    assert cleaned.restore() == text
    assert pipeline(cleaned.text) == cleaned.text
