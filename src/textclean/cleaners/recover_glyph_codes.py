"""Glyph numbers in place of letters: read them where the reading is plausible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.artifacts.glyph_codes import Run, find_runs
from textclean.artifacts.glyph_readings import read_symbols, reading_of
from textclean.edits import Edit, Notice
from textclean.registry import cleaner

if TYPE_CHECKING:
    from collections.abc import Iterator


@cleaner(inside={"table"}, reasons={"glyph.missing", "glyph.symbol", "glyph.text"})
def recover_glyph_codes(text: str) -> Iterator[Edit | Notice]:
    r"""Read the glyph numbers that a converter printed because a font told it no letters, where that gives words.

    Takes `(cid:36)`, `/C87/C104`, `gid00043` and `GLYPH<c=3,font=…>`. Fonts that PDF writers cut down keep
    the order of ASCII, so a constant added to each number gives the text; it is taken when the letters that come out
    are spread as in a language. Signs of TeX's mathematics fonts are read where their neighbours confirm them.
    Number 0 is by definition the glyph for "no such character": it goes. Each reading is told in the notice
    `decoded-glyphs`.

    Left alone, with the notice `undecoded-glyphs`: everything else. A wrong letter cannot be told from a
    right one later, a number can.

    >>> recover_glyph_codes("".join(f"(cid:{ord(c) - 29})" for c in "Letters were lost in the font"))
    'Letters were lost in the font'
    """
    runs = find_runs(text)
    if not runs:
        return
    read = reading_of(runs)
    for run in runs:
        said = read(run)
        if said is None:
            yield from _read_sign_by_sign(text, run)
        else:
            yield Edit(run.start, run.end, said, "glyph.text")
            yield Notice(run.start, run.end, "decoded-glyphs", "glyph numbers read as text; the letters are a guess")


def _read_sign_by_sign(text: str, run: Run) -> Iterator[Edit | Notice]:
    left = 0
    for code, said in zip(run.codes, read_symbols(text, run), strict=True):
        if said is None:
            left += 1
            continue
        reason = "glyph.symbol" if said else "glyph.missing"
        yield Edit(code.start, code.end, said, reason)
        message = "a sign of a TeX font, read from its number" if said else "a glyph without a character, often an icon"
        yield Notice(code.start, code.end, "decoded-glyphs" if said else "lost-glyph", message)
    if left:
        yield Notice(
            run.start, run.end, "undecoded-glyphs", f"{left} glyph numbers stand for letters or signs that are lost"
        )
