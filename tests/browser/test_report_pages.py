"""The report in a browser: its list, its documents, by mouse and by keyboard."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("selenium", reason="selenium is not installed")

from selenium.webdriver.common.keys import Keys

from textclean.reasons import REASONS

if TYPE_CHECKING:
    from browser.reader import Reader


def names(reader: Reader) -> list[str]:
    """Return the documents that the list shows, in order."""
    return [name.rpartition("/")[2] for name in reader.texts("#documents tbody th > :first-child")]


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("[name=reason]", "ligature.latin", ["wrapped.md", "unseen.md", "hostile.md"]),
        ("[name=warning]", "date-without-year", ["wrapped.md"]),
        ("[name=state]", "failed", ["void.txt"]),
        ("[name=state]", "unchanged", ["plain.txt"]),
    ],
)
def test_documents_are_filtered(reader: Reader, index: str, field: str, value: str, found: list[str]) -> None:
    """By rule, warning or state; how many were found is told, and a reload keeps it."""
    reader.open(index)
    assert len(names(reader)) == 5
    reader.choose(field, value)
    assert sorted(names(reader)) == sorted(found)
    assert reader.see("#found") == f"{len(found)} of 5 documents"
    reader.driver.refresh()
    assert sorted(names(reader)) == sorted(found)
    reader.click("#filters button")
    reader.wait(lambda page: len(names(page)) == 5)


def test_documents_are_searched_by_name_and_title(reader: Reader, index: str) -> None:
    """Each word must occur in the name or the title, case aside; `/` leads to the field."""
    reader.open(index)
    reader.press("/", *"KEEPER wrap")
    assert names(reader) == ["wrapped.md"]
    reader.press(*"x")
    assert names(reader) == []
    assert reader.see("#found") == "0 of 5 documents"


def test_documents_are_sorted_by_a_column(reader: Reader, index: str) -> None:
    """Most edits come first; a click on a heading sorts by it, another one turns it round."""
    reader.open(index)
    edits = [int(text) for text in reader.texts("#documents td[data-label=Edits]")]
    assert edits == sorted(edits, reverse=True)
    reader.click("#documents thead button", "Document")
    assert names(reader) == sorted(names(reader))
    assert reader.all("#documents thead [aria-sort=ascending]")[0].text.startswith("Document")
    reader.click("#documents thead button", "Document")
    assert names(reader) == sorted(names(reader), reverse=True)


def test_a_rule_lists_its_documents_and_leads_into_one(reader: Reader, index: str) -> None:
    """From the figures to the list to a document, where only that rule is lit; and back to the same list."""
    reader.open(index)
    reader.click(".figure summary", "wrap.join")
    assert reader.all(".samples li")
    reader.click(".figure button", "List the")
    assert "plain.txt" not in names(reader)
    reader.click("#documents tbody a")
    reader.wait(lambda page: page.all("#name"))
    assert reader.texts(".chip[aria-pressed=true]")[0].startswith("wrap.join")
    assert reader.see("#status").startswith("1 of ")
    assert reader.see("#place").endswith("1 of 1")
    reader.press("i")
    reader.wait(lambda page: page.all("#documents tbody a"))
    assert "plain.txt" not in names(reader)


def test_changes_are_stepped_through_by_keyboard(reader: Reader, single: str) -> None:
    """N and j go on, p and k back; the change has the focus, and the dock tells rule, line, before and after."""
    reader.open(f"{single}#document=3")
    assert reader.see("#status") == "3 changes"
    seen = []
    for key in "njnp":
        reader.press(key)
        seen.append(reader.see("#status b"))
        assert reader.run("return document.activeElement.classList.contains('current')")
    assert seen == ["1 of 3", "2 of 3", "3 of 3", "2 of 3"]
    reader.press("k")
    assert reader.see("#status").split()[:8] == ["1", "of", "3", "line", "3", "wrap.join", "\\n", "→"]
    assert reader.see(".meaning") == REASONS["wrap.join"]
    assert len(reader.all(".current")) == 2


def test_the_next_document_comes_behind_the_last_change(reader: Reader, single: str) -> None:
    """At the end n says so, and the second n goes on; [ goes back."""
    reader.open(f"{single}#document=2")
    while "No further change" not in reader.see("#status"):
        reader.press("n")
    assert reader.title == "unseen.md"
    reader.press("n")
    reader.wait(lambda page: page.title == "wrapped.md")
    assert reader.run("return document.activeElement.id") == "name"
    reader.press("[")
    reader.wait(lambda page: page.title == "unseen.md")
    reader.press("]")
    reader.wait(lambda page: page.title == "wrapped.md")


def test_single_keys_can_be_switched_off_and_chords_are_left_alone(reader: Reader, single: str) -> None:
    """With the box unticked a letter does nothing; Ctrl+P and the like are never taken."""
    reader.open(f"{single}#document=3")
    reader.press("?")
    assert reader.all(".keys kbd")
    reader.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'n', ctrlKey: true, bubbles: true}))")
    assert reader.see("#status") == "3 changes"
    reader.click("#keys-on")
    reader.press("n")
    assert reader.see("#status") == "3 changes"
    reader.driver.refresh()
    reader.press("n")
    assert reader.see("#status") == "3 changes"
    reader.click("#next-change")
    assert reader.see("#status b") == "1 of 3"


def test_all_can_be_reached_by_tab(reader: Reader, single: str) -> None:
    """Tab goes from the skip link to the fields, the steps, the rules and the folds, and focus is seen."""
    reader.open(f"{single}#document=3")
    stops = []
    for _ in range(30):
        reader.press(Keys.TAB)
        names = "[at.id || at.className || at.textContent, getComputedStyle(at).outlineStyle]"
        stop = f"const at = document.activeElement; return {names}"
        if reader.run("return document.activeElement === document.body"):
            break
        name, outline = reader.run(stop)
        stops.append(name)
        assert outline != "none", name
    assert stops[0] == "skip"
    for expected in ("theme", "home", "pointer", "step", "chip", "previous-change", "next-change"):
        assert expected in stops, expected
    assert any(stop.startswith("Show ") for stop in stops)


def test_each_step_of_the_pipeline_can_be_shown(reader: Reader, single: str) -> None:
    """A step stands on the text it saw: what it made of it is what the next one begins with."""
    reader.open(f"{single}#document=2")
    steps = reader.texts("#step option")
    assert len(steps) > 3
    sides = []
    for number in range(len(steps)):
        sides.append([bare(reader.texts(f".rows .cell:{side}-child .code")) for side in ("first", "last")])
        assert reader.run("return document.getElementById('step').selectedIndex") == number
        reader.press("s")
    whole, *single_steps = sides
    assert single_steps[0][0] == whole[0]
    for one, following in pairwise(single_steps):
        assert one[1] == following[0]
    assert single_steps[-1][1] == whole[1]


def bare(lines: list[str]) -> str:
    """Return what lines show without the marks of ends and blanks, which show where something changes alone."""
    return "".join(lines).replace("\\n", "").replace("·", "").replace(" ", "")


def test_a_rule_is_looked_at_alone(reader: Reader, single: str) -> None:
    """Other changes are dimmed, lines without the rule fold, and stepping passes over the others."""
    reader.open(f"{single}#document=3")
    reader.click(".chip", "ligature.latin")
    assert reader.see("#status") == "1 change chosen, 2 others dimmed"
    assert set(reader.texts("del.change:not(.off)")) == {"\ufb01"}
    assert reader.texts("del.change.off")
    reader.press("n", "n")
    assert "No further change" in reader.see("#status")


def test_unchanged_lines_fold_and_come_back(reader: Reader, single: str) -> None:
    """A stretch that nothing changed is one line that says how long it is; a button or e shows it."""
    reader.open(f"{single}#document=3")
    assert "Paragraph 9 " not in reader.see("#text")
    reader.click(".fold button", "Show 37 unchanged lines")
    assert "Paragraph 9 " in reader.see("#text")
    reader.driver.refresh()
    reader.press("e")
    assert not reader.all(".fold")
    assert "Paragraph 9 " in reader.see("#text")


def test_fields_lead_to_their_evidence(reader: Reader, single: str) -> None:
    """A field lights the span it was read from, in any step and behind any fold; again, it goes out."""
    reader.open(f"{single}#document=3")
    reader.press("s")
    reader.click("#side .pointer", "dateline")
    assert [one.strip() for one in reader.texts("mark")] == ["La Paz, January 5 (RHC)--"]
    assert reader.run("return document.getElementById('step').selectedIndex") == 0
    assert reader.see("#status") == "dateline · line 3"
    reader.click("#side li summary")
    reader.click("#side ul ul .pointer", "paragraph\nParagraph 9 ")
    assert reader.texts("mark") == ["Paragraph 9 of the year needs nothing at all."]
    reader.click("#side ul ul .pointer", "paragraph\nParagraph 9 ")
    assert reader.texts("mark") == []
    reader.click("#side .pointer", "date-without-year")
    assert [one.strip() for one in reader.texts("mark")] == ["La Paz, January 5 (RHC)--"]


def test_what_cannot_be_seen_is_an_escape(reader: Reader, single: str) -> None:
    """Form feeds, U+2028, zero widths, tabs, no-break spaces and blanks at the ends of lines show."""
    reader.open(f"{single}#document=2")
    before = "".join(reader.texts(".rows .cell:first-child .code"))
    for escape in ("\\u200b", "\\x0c" if "\\x0c" in before else "\\f", "\\u2028", "\\xa0", "\\t", "···"):
        assert escape in before, escape
    assert "blank   and" in before or "blank···and" in before
    assert "\U0001f600 wide, and the fou\ufb01rst" in before


def test_a_hostile_document_stays_text(reader: Reader, single: str) -> None:
    """Markup, handlers and ends of scripts in a document are read, not run, wherever they are shown."""
    reader.open(f"{single}#document=0")
    assert "<script>alert(1)</script> & </style>" in reader.see("#text")
    assert "<img src=x onerror=alert(2)>" in reader.see("#text")
    assert "]]> --> <!-- and" in reader.see("#text")
    assert "{{ 7 * 7 }} </script></textarea>" in reader.see("#text")
    assert "<script>alert(1)</script>" in reader.see("#side")
    reader.press("n")
    assert not reader.run("return document.querySelector('#viewer script, #viewer img, #viewer a[href^=javascript]')")
    reader.press("i")
    reader.wait(lambda page: page.all("#documents"))
    assert "<script>alert(1)</script>" in reader.see("#documents")
    assert len(reader.run("return document.scripts")) == 7  # the theme, the data of five, the page's own


@pytest.mark.parametrize("place", ["", "#document=3"])
def test_nothing_is_fetched(reader: Reader, single: str, place: str) -> None:
    """The page is all there is, and its policy stops whatever tries to leave it."""
    reader.open(single + place)
    assert reader.run("return performance.getEntriesByType('resource').length") == 0
    stopped = "return fetch('https://example.org/').then(() => 'left', () => 'stopped')"
    assert reader.run(stopped) == "stopped"
    assert all("Content Security Policy" in complaint for complaint in reader.complaints())
