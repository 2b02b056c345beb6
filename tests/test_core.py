"""Edits, alignment, cleaners as objects, pipelines, ledger: what callers rely on beyond the laws."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import any_text, damaged_text
from textclean import Cleaned, Edit, Notice, Pipeline, cleaner
from textclean.alignment import Alignment
from textclean.cleaners import expand_ligatures, unwrap_latex
from textclean.edits import apply_edits, invert_edits, settle_edits
from textclean.errors import InvalidEditsError, InvalidOptionError, LedgerError, UnknownNameError, UsageError
from textclean.ledger import dump_ledger, load_ledger
from textclean.lifted import diff_edits
from textclean.presets import find_pipeline
from textclean.registry import find_cleaner, forget_cleaner, load_plugins, registered_cleaners

if TYPE_CHECKING:
    from collections.abc import Iterator


@cleaner
def shout(text: str, *, word: str = "hush", style: Literal["upper", "title"] = "upper") -> Iterator[Edit | Notice]:
    """Raise one word's voice.

    >>> shout("hush now")
    'HUSH now'
    """
    at = text.find(word)
    while at >= 0:
        yield Edit(at, at + len(word), getattr(word, style)(), "shout.word")
        at = text.find(word, at + len(word))
    if "?" in text:
        yield Notice(text.index("?"), text.index("?") + 1, "doubtful-question", "a question is left as it is")


@st.composite
def edited_text(draw: st.DrawFn, text: str | None = None) -> tuple[str, list[Edit]]:
    """Draw a text and edits of it that do not overlap."""
    text = draw(any_text) if text is None else text
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, settle_edits(text, [Edit(a, b, draw(st.text("xyz", max_size=3)), "demo") for a, b in pairs])


@given(edited_text())
def test_inverted_edits_lead_back(case: tuple[str, list[Edit]]) -> None:
    """Applying edits and then their inverse gives the text again."""
    text, edits = case
    assert apply_edits(apply_edits(text, edits), invert_edits(text, edits)) == text


@given(st.data())
def test_composed_alignments_contain_the_chain(data: st.DataObject) -> None:
    """A composed map sends a span at least as far as its two parts do one after the other, and stays monotone."""
    text, first = data.draw(edited_text())
    middle = apply_edits(text, first)
    _, second = data.draw(edited_text(middle))
    a, b = Alignment.from_edits(first), Alignment.from_edits(second)
    both = a.then(b)
    for at in range(len(text)):
        low, high = b.to_target(*a.to_target(at, at + 1))
        start, end = both.to_target(at, at + 1)
        assert start <= low
        assert high <= end
    assert apply_edits(middle, second) == "".join(_replay(text, both, apply_edits(middle, second)))


def _replay(text: str, alignment: Alignment, target: str) -> Iterator[str]:
    at = 0
    for a, b, c, d in alignment.stretches:
        yield text[at:a]
        yield target[c:d]
        at = b
    yield text[at:]


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, "x", "a"), Edit(1, 3, "y", "b")],
        [Edit(2, 1, "x", "a")],
        [Edit(2, 9, "x", "a")],
        [Edit(-1, 1, "x", "a")],
    ],
)
def test_impossible_edits_are_refused(edits: list[Edit]) -> None:
    """Overlapping, backward and outlying edits are an error that names the reason, never applied in part."""
    with pytest.raises(InvalidEditsError):
        settle_edits("abcd", edits)


def test_touching_edits_and_insertions_are_allowed() -> None:
    """Edits may touch, and several insertions may stand at one place, in their order."""
    edits = settle_edits(
        "abcd", [Edit(0, 2, "x", "a"), Edit(2, 2, "1", "a"), Edit(2, 2, "2", "a"), Edit(2, 4, "y", "a")]
    )
    assert apply_edits("abcd", edits) == "x12y"


def test_a_cleaner_called_returns_the_text_and_lists_its_edits() -> None:
    """Calling cleans; `.edits` and `.notices` tell what was found."""
    assert shout("hush? hush") == "HUSH? HUSH"
    assert shout.edits("a hush") == [Edit(2, 6, "HUSH", "shout.word")]
    assert [notice.code for notice in shout.notices("hush?")] == ["doubtful-question"]


def test_options_are_checked_by_name_and_type() -> None:
    """A wrong option is one clear error naming the cleaner and the option."""
    assert shout("be quiet", word="quiet", style="title") == "be Quiet"
    with pytest.raises(UnknownNameError, match="unknown option of shout 'wrod'; did you mean 'word'"):
        shout("x", wrod="y")
    with pytest.raises(InvalidOptionError, match="option 'style' of cleaner 'shout'"):
        shout.with_options(style="loud")
    with pytest.raises(InvalidOptionError, match="option 'word' of cleaner 'shout'"):
        shout("x", word=3)


def test_cleaners_travel_to_other_processes() -> None:
    """A cleaner pickles by name, with its options."""
    assert pickle.loads(pickle.dumps(unwrap_latex)) is unwrap_latex  # noqa: S301 - our own bytes
    bound = pickle.loads(pickle.dumps(shout.with_options(word="quiet")))  # noqa: S301 - our own bytes
    assert bound("quiet") == "QUIET"


def test_cleaners_are_found_by_either_spelling() -> None:
    """Names work in snake and kebab case; an unknown one names the nearest."""
    assert find_cleaner("unwrap-latex") is find_cleaner("unwrap_latex") is unwrap_latex
    with pytest.raises(UnknownNameError, match="did you mean 'unwrap-latex'"):
        find_cleaner("unwrap-latx")
    with pytest.raises(UnknownNameError, match="did you mean 'standard'"):
        find_pipeline("standart")


def test_two_packages_cannot_claim_one_name() -> None:
    """Registering another module's name is an error; registering one's own again replaces it."""

    def unwrap_latex(text: str) -> Iterator[Edit]:  # noqa: ARG001 - the name is what counts
        yield from ()

    with pytest.raises(UsageError, match="already registered"):
        cleaner(unwrap_latex)


def test_plugins_come_in_through_the_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading plugins imports what installed packages offer under `textclean.cleaners`."""

    class Point:
        """An entry point as `importlib.metadata` hands it out."""

        def load(self) -> None:
            """Register a cleaner, as importing a plugin's module does."""

            @cleaner
            def from_a_plugin(text: str) -> Iterator[Edit]:
                yield Edit(0, len(text), "plugged", "plugin.demo")

    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: [Point()] if group == "textclean.cleaners" else []
    )
    load_plugins()
    try:
        assert registered_cleaners()["from_a_plugin"]("x") == "plugged"
    finally:
        forget_cleaner("from_a_plugin")


def test_a_plugin_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a plugin raises on import is one usage error with its name."""

    class Point:
        """An entry point whose module is broken."""

        name = "broken"

        def load(self) -> None:
            """Fail as an import does."""
            raise ModuleNotFoundError(name="nothing")

    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [Point()])  # noqa: ARG005 - the library's name
    with pytest.raises(UsageError, match="plugin 'broken' cannot be loaded"):
        load_plugins()


def test_a_plain_function_is_a_step_with_exact_edits() -> None:
    """A `str -> str` function is lifted by diff: small edits, named after it, kept out of protected regions."""

    def british(text: str) -> str:
        return text.replace("color", "colour")

    cleaned = Pipeline(british).run("The color is `color` here.")
    assert cleaned.text == "The colour is `color` here."
    assert cleaned.steps[0].edits == (Edit(8, 8, "u", "british"),)


@given(damaged_text, damaged_text)
def test_a_diff_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    """Lifting is exact for any two texts."""
    assert apply_edits(before, list(diff_edits(before, after, "demo"))) == after


def test_undo_takes_back_one_reason_and_leaves_the_others() -> None:
    """Undoing a reason restores what it changed; edits for other reasons stay."""

    def loud(text: str) -> str:
        return text.replace("hush", "HUSH")

    def exclaim(text: str) -> str:
        return text.replace("now", "now!") if "!" not in text else text

    cleaned = Pipeline(loud, exclaim).run("first hush and then now")
    assert cleaned.text == "first HUSH and then now!"
    assert cleaned.undo("loud") == "first hush and then now!"
    assert cleaned.undo("exclaim") == "first HUSH and then now"


def test_undo_takes_later_edits_with_it_where_they_built_on_it() -> None:
    """An edit made on the result of an undone one is undone with it."""
    grow = Pipeline(lambda text: text.replace("a", "bb"), lambda text: text.replace("bbc", "d"))
    cleaned = grow.run("ac x")
    assert cleaned.text == "d x"
    first = cleaned.steps[0].edits[0].reason
    assert cleaned.undo(first) == "ac x"


def test_a_reason_covers_those_below_it() -> None:
    """`undo("ligature")` takes back `ligature.latin`."""
    cleaned = Pipeline(expand_ligatures).run("\ufb01n")
    assert cleaned.text == "fin"
    assert cleaned.undo("ligature") == "\ufb01n"
    assert cleaned.undo("lig") == "fin"


def test_edits_for_unwanted_reasons_are_not_made() -> None:
    """`without` switches reasons off before they act."""
    assert find_pipeline("careful", without=["ligature"])("\ufb01n") == "\ufb01n"


def test_explain_tells_line_and_place_in_the_source() -> None:
    """Each change names its cleaner, reason, source span and line."""
    (change,) = Pipeline(expand_ligatures).run("one\ntwo \ufb01n").explain()
    assert (change.cleaner, change.line, change.start, change.before, change.after) == (
        "expand_ligatures",
        2,
        8,
        "\ufb01",
        "fi",
    )


def test_offsets_map_through_every_step() -> None:
    """A span of the cleaned text leads to the span of the source it came from, and back."""
    cleaned = Pipeline(expand_ligatures, str.lstrip).run("  \ufb01n de siecle")
    start = cleaned.text.index("de")
    assert cleaned.to_source(start, start + 2) == (5, 7)
    assert cleaned.to_cleaned(5, 7) == (start, start + 2)
    assert cleaned.to_source(0, 2) == (2, 3)


def test_a_ledger_that_does_not_fit_is_refused() -> None:
    """A changed ledger says so instead of giving a wrong source."""
    line = dump_ledger(Pipeline(expand_ligatures).run("\ufb01n"))
    for damaged in (line.replace('"fin"', '"fun"'), line.replace("ufb01", "ufb02"), line[:-5], "[]", "{}"):
        with pytest.raises(LedgerError):
            load_ledger(damaged)
    assert isinstance(load_ledger(line), Cleaned)
