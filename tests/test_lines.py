"""Line boundaries: prose comes back from any wrapping, and what is no prose stays."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from textclean.cleaners import join_split_paragraphs, join_wrapped_lines
from textclean.presets import STANDARD
from textclean.structure import Structure
from textclean.structure.boundaries.model import format_models, line_models, parse_models
from textclean.structure.boundaries.page_width import measure_page
from textclean.structure.boundaries.table import read_lines
from textclean.structure.lines import explain_boundary

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = (
    """\
The keeper climbed the stairs as he did every evening, counting them under his breath, and when he had come to the
last one he stood still and looked out over the bay. The boats were turning for home. He had seen them do so for
thirty years, and yet he never left the window before the last of them had passed the buoy.
|
It had been a quiet day. The inspector had written that he would come on Thursday, and had not come; the postman had
brought a parcel that nobody had ordered, and had taken it away again. Mr. Quill from the office had rung twice, once
to ask for the pressure and once to say that he no longer needed it.
|
At nine o'clock the lamp was lit. It threw its beam over the water as far as the second buoy, and whoever stood in it
could have read a newspaper, had there been one. The log says that the glass was clear, the wind in the north, and the
oil enough for eleven nights, which was more than he had been promised in the spring.
|
Nobody in the town remembers who built the first tower. The harbour office keeps a drawing of it, signed with two
letters, and a bill for stone and lime that was never paid. The second was built by subscription after the storm of
1887, in which eleven boats were lost, and its lamp is the one that the children learn to draw.
""".strip()
    .replace("\n", " ")
    .split(" | ")
)


@given(
    width=st.integers(40, 100),
    paragraphs=st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4, unique=True),
)
def test_wrapped_prose_comes_back(width: int, paragraphs: list[str]) -> None:
    """Prose wrapped at any usual width, blank lines between its paragraphs, is what it was."""
    clean = "\n\n".join(paragraphs)
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert join_wrapped_lines(wrapped) == clean
    assert join_wrapped_lines(clean) == clean
    assert join_split_paragraphs(clean) == clean


@given(text=texts)
def test_lines_hold_all_that_is_no_space(text: str) -> None:
    """Every line's ends stand where `str` puts them, whatever the characters are."""
    table = read_lines(text)
    spans = [text[a:b] for a, b in zip(table.start.tolist(), table.stop.tolist(), strict=True)]
    assert spans == [line.strip() for line in text.replace("\f", "\n").split("\n") if line.strip()]


@given(text=texts)
def test_blocks_are_in_order_and_apart(text: str) -> None:
    """Blocks do not overlap, and hold all lines."""
    at = 0
    for block in Structure(text).blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip()
        at = block.end
    assert not text[at:].strip()


def test_weights_are_read_as_they_are_written() -> None:
    """The table survives being read and written."""
    models = line_models()
    assert format_models(parse_models(format_models(models))) == format_models(models)


def test_the_evidence_for_a_boundary_is_told() -> None:
    """The strongest evidence comes first, and what it says adds up to the score."""
    text = textwrap.fill(PARAGRAPHS[0], 70)
    lines = Structure(text).lines
    evidence = explain_boundary(text, 0)
    assert abs(evidence[0].weight) >= abs(evidence[-1].weight)
    assert sum(item.weight for item in evidence) == pytest.approx(float(lines.join[0]), abs=0.05)
    assert any("fit" in item.answers for item in evidence)
    with pytest.raises(IndexError):
        explain_boundary("one line", 0)


def test_a_poem_inside_prose_is_verse() -> None:
    """The blocks of a text know their kinds."""
    poem = "Roses drift on quiet water,\nLanterns lean above the bay,\nSomeone's son or daughter\nRows a boat away."
    text = f"{textwrap.fill(PARAGRAPHS[0], 66)}\n\n{poem}\n\n{textwrap.fill(PARAGRAPHS[1], 66)}\n"
    assert [block.kind for block in Structure(text).blocks] == ["prose", "verse", "prose"]


GLUED = """\
The log, which nobody had asked for until the spring, was kept in /var/log/
lamps/keeper.log for the use of the office and of the inspector, and nobody
else was allowed to open it.

The log, which nobody had asked for until the spring, can be read at https:
//lamps.example/log by the office and by the inspector, and nobody else is
allowed to open it.

The log, which nobody had asked for until the spring, was kept in the tower—
never in the house—for the use of the office and of the inspector, and
nobody else was allowed to open it.
""".split("\n\n")  # noqa: SIM905 - texts are read better as they stand


@pytest.mark.parametrize("text", GLUED)
def test_what_joins_with_nothing_between(text: str) -> None:
    """Dashes, paths and schemes go on behind a line end without a space, other words with one."""
    first, _, rest = text.strip().partition("\n")
    assert join_wrapped_lines(text.strip()) == first + rest.replace("\n", " ")


def test_cleaning_corpus_documents_is_idempotent(corpora: Path) -> None:
    """Cleaning a cleaned document changes nothing; every ninth real document is tried."""
    paths = sorted((corpora / "wraps" / "dev").glob("*/*/wrapped*.txt"))
    for path in paths[::9]:
        once = STANDARD(path.read_bytes().decode("utf-8")[:60_000])
        assert STANDARD(once) == once, path


def test_a_note_that_cuts_a_sentence_is_told() -> None:
    """A note at a page's foot stays where it stands between two halves of a sentence, and a notice says so."""
    halves = textwrap.wrap(PARAGRAPHS[3], 70)
    note = "* The bill is kept in the office."
    text = "\n".join([*halves[:3], "", note]) + "\n\f" + "\n".join(halves[3:])
    assert halves[3][0].islower()
    assert [text[found.start : found.end] for found in join_wrapped_lines.notices(text)] == [note]
    assert f"\n{note}\n" in join_wrapped_lines(text)
    assert not join_wrapped_lines.notices(text.replace("\f", "\n"))


@given(width=st.integers(56, 100), paragraphs=st.permutations(PARAGRAPHS))
def test_a_page_is_as_wide_as_its_lines_where_a_converter_joined_some(width: int, paragraphs: list[str]) -> None:
    """Lines that hold two lines of the page set no width; lines of verse half as long as the prose do not either."""
    lines = textwrap.wrap(" ".join(paragraphs), width)
    plain = np.array([len(line) for line in lines], np.float32)
    assert measure_page(plain).joined == 0
    pairs = [f"{a} {b}" for a, b in zip(lines[:6:2], lines[1:6:2], strict=True)]
    joined = np.array([len(line) for line in [*pairs, *lines[6:]]], np.float32)
    page = measure_page(joined)
    assert page.joined > 0
    assert 0.9 * width <= page.width <= width
    assert measure_page(np.concatenate((plain, plain / 2))).joined == 0
