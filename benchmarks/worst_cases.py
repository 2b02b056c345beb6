"""Texts made to be slow: what each cleaner must pass in time linear in their length.

Run `python benchmarks/worst_cases.py`: nanoseconds a character for each text at one and four times its length, beside
ordinary prose. A cleaner is quadratic where the second figure is about four times the first.
`--cleaner NAME` times one cleaner instead of the whole `standard` pipeline.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from speed_texts import prose
from textclean.presets import STANDARD
from textclean.registry import find_cleaner
from textclean.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 100_000
SLOW = 2.5
"""Four times the text may cost this many times as much a character, by noise and caches; a quadratic pattern, four."""

MARKS = (
    ("exclamation marks", "!"),
    ("opening brackets", "["),
    ("closing brackets", "]"),
    ("angle brackets", "<"),
    ("braces", "{"),
    ("stars", "*"),
    ("stars apart", "* "),
    ("underscores", "_"),
    ("dashes", "-"),
    ("number signs", "#"),
    ("backticks", "`"),
    ("backslashes", "\\"),
    ("bars", "|"),
    ("line breaks", "\n"),
    ("blanks", " "),
    ("blank lines with blanks", " \n"),
    ("no-break spaces", "\u00a0"),
    ("form feeds", "\f"),
    ("form feeds apart", "x\f"),
    ("object replacement characters", "x\ufffc"),
)
PLACEHOLDERS = (
    ("pictures that never close", "!["),
    ("pictures whose target never closes", "![a]("),
    ("data that never ends", "![](data:image/png;base64,"),
    ("comments that never close", "<!--"),
    ("comments in one line", "a <!-- image --> "),
    ("comments in lines", "<!-- image -->\n\n"),
    ("page heads that never close", '<!-- PageHeader="'),
    ("anchors in one line", '<span id="page-1-2"></span>'),
    ("references that never close", "<|ref|>"),
    ("footnotes that never close", "[FOOTNOTE:"),
    ("page separators", "{1}" + 48 * "-" + "\n"),
    ("page headings", "## Page 1\n\n"),
    ("the message in one line", "Image not found or type unknown "),
    ("the message in lines", "Image not found or type unknown\n"),
    ("pieces of the message", "or type nknown\n"),
    ("glyph numbers", "(cid:104)"),
    ("glyph numbers apart", "(cid:0) "),
    ("glyph names", "gid00043"),
    ("character numbers", "/C87"),
    ("fonts that never end", "GLYPH<c=3,font="),
)
MARKUP = (
    ("emphasis in a heading", "# ", "*a "),
    ("underscores in a heading", "# ", "_a "),
    ("emphasis that never closes", "", "# **a\n"),
    ("numbered headings", "", "# 1 a\n## 1.1 b\n"),
    ("rules", "# a\n\n", "---\n\n"),
    ("escaped underscores", "# a\n\n", "\\_"),
    ("escaped stars", "# a\n\n", "\\*a "),
    ("line breaks as tags", "", "<br>"),
    ("underlines", "", "<u></u>"),
    ("an address and blanks", "# a\n\nhttps://a.example\n", " "),
    ("gaps in one line", "", "x  "),
    ("wide gaps in one line", "", "x" + 50 * " "),
    ("gaps in lines", "", "a  b c d  e f g h i j k l m n o p q r s t u v\n"),
    ("blank lines between lines", "", "x\n\n\n\n"),
    ("numbers in lines", "", "1\n"),
    ("heads that count", "", "12 abc\n"),
    ("labels in lines", "", "(a) b\n(b) c\n"),
    ("leaders", "", "a . . . . . 1\n"),
)
LATEX = (
    ("dollars", "", "$"),
    ("dollars apart", "", "$ "),
    ("prices", "", "costs $5 and "),
    ("fractions that never close", "$", "\\frac{"),
    ("fractions outside of formulas", "", "\\frac{"),
    ("groups that never close", "$", "{"),
    ("scripts that never close", "$x", "^{a_{"),
    ("environments that never close", "$$", "\\begin{array}{l}"),
    ("escaped parentheses", "", "\\("),
    ("escaped pairs", "", "\\(x\\) "),
    ("escaped brackets", "", "\\["),
    ("backslashes in a formula", "$", "\\"),
    ("variables", "", "$x$ "),
    ("words", "", "$\\mathrm { w o r d }$ "),
    ("words in a row", "", "| $\\mathrm{word}$ "),
    ("letters that may be a word", "", "$w o r d s$ "),
    ("chemical indices", "", "CO$_2$ "),
    ("a URL that repeats itself", "$\\frac{https://a.example", ">http://n"),
    ("verbatim that never closes", "$", "\\verb|"),
    ("tags in formulas", "", "$<sup>^1"),
    ("bare commands in one line", "", "\\textsuperscript{1} "),
    ("bare commands that never close", "", "\\textsuperscript{"),
    ("bare commands beside others", "\\alpha ", "\\checkmark "),
)


def cases() -> list[tuple[str, str, str]]:
    """Return name, head and repeated piece of each text; other topics add their own lists here."""
    return [*((name, "", piece) for name, piece in (*MARKS, *PLACEHOLDERS)), *MARKUP, *LATEX]


def cost(clean: Callable[[str], object], text: str) -> float:
    """Return the nanoseconds a character takes."""
    start = time.perf_counter()
    clean(text)
    return (time.perf_counter() - start) * 1e9 / len(text)


def main() -> int:
    """Print the table; exit 1 where a text costs more a character the longer it is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cleaner", help="time this cleaner alone")
    given = parser.parse_args().cleaner
    clean = (lambda text: find_cleaner(given).examine(Structure(text))) if given else STANDARD.run
    ordinary = prose("en", SIZE)
    clean(ordinary)
    print(f"{'ordinary prose':<40}{cost(clean, ordinary):>10.0f} ns/character")
    failed = 0
    for name, head, piece in cases():
        text = head + piece * (SIZE // len(piece))
        clean(text[:1000])  # loads what is loaded once
        once, more = cost(clean, text), cost(clean, head + piece * (4 * SIZE // len(piece)))
        slow = more > SLOW * once and more * len(text) * 4 > 1e9  # noqa: PLR2004 - a second in all
        failed += slow
        print(f"{name:<40}{once:>10.0f}{more:>10.0f}{'  not linear' if slow else ''}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
