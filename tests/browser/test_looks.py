"""How pages look and sound: themes, widths, motion, and what axe-core finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("selenium", reason="selenium is not installed")

from browser.reader import DESK, NARROWEST, PHONE, ZOOMED

if TYPE_CHECKING:
    from browser.reader import Reader

OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
RUN_AXE = """
const done = arguments[0];
axe.run(document, {resultTypes: ["violations"]}).then(
  ({violations}) => done(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(" ")}`)),
  (error) => done([String(error)]));
"""


@pytest.fixture
def addresses(index: str, single: str, comparison: str) -> dict[str, str]:
    """Return each kind of page by name."""
    return {
        "index": index,
        "document": index.replace("index.html", "documents/000003.html"),
        "one file": f"{single}#document=2",
        "comparison": comparison,
        "compared": f"{comparison}#document=0",
    }


PAGES = ("index", "document", "one file", "comparison", "compared")


def lightness(reader: Reader) -> int:
    """Return how light the page is behind its text, 0 to 255."""
    colour = reader.run("return getComputedStyle(document.body).backgroundColor")
    return int(colour.partition("(")[2].partition(",")[0])


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_in_either_theme(reader: Reader, axe: str, addresses: dict[str, str], page: str) -> None:
    """Names, roles, contrast, landmarks: no violation, with all that opens opened and a change chosen."""
    for scheme in ("light", "dark"):
        reader.prefer(scheme)
        reader.open(addresses[page])
        reader.run(OPEN_ALL)
        reader.press("n")
        reader.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": f"{axe}; 0"})
        assert reader.driver.execute_async_script(RUN_AXE) == [], scheme


def test_the_theme_is_that_of_the_system_until_one_is_chosen(reader: Reader, index: str) -> None:
    """Light and dark follow the system; the button overrules it, here and on the next page."""
    for scheme, dark in (("light", False), ("dark", True)):
        reader.prefer(scheme)
        reader.open(index)
        assert (lightness(reader) < 60) is dark
    reader.click("#theme", "Theme: auto")
    assert reader.see("#theme") == "Theme: light"
    assert lightness(reader) > 200
    reader.click("#documents tbody a")
    reader.wait(lambda page: page.all("#name"))
    assert lightness(reader) > 200
    reader.click("#theme", "Theme: light")
    assert lightness(reader) < 60


@pytest.mark.parametrize("page", PAGES)
def test_nothing_scrolls_sideways(reader: Reader, addresses: dict[str, str], page: str) -> None:
    """On a desk, at 200 % zoom and on a phone all lines wrap within the window."""
    reader.open(addresses[page])
    reader.run(OPEN_ALL)
    for size in (DESK, ZOOMED, PHONE, NARROWEST):
        reader.sit_at(size)
        assert reader.run("return document.documentElement.scrollWidth <= innerWidth"), size


def test_a_phone_shows_before_above_after(reader: Reader, single: str) -> None:
    """Where two columns do not fit, a changed row shows one above the other, and an unchanged one only once."""
    reader.sit_at(PHONE)
    reader.open(f"{single}#document=3")
    cells = "[...document.querySelector('.changed').children]"
    before, after = reader.run(f"return {cells}.map(cell => cell.getBoundingClientRect().top)")
    assert before < after
    rows = "[...document.querySelectorAll('.rows .row:not(.changed)')]"
    shown = reader.run(f"return {rows}.map(row => [...row.children].filter(cell => cell.checkVisibility()).length)")
    assert set(shown) == {1}


@pytest.mark.parametrize(("motion", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_motion_is_kept_to_what_is_wanted(reader: Reader, single: str, motion: str, behaviour: str) -> None:
    """Scrolling to a change glides only where motion is welcome."""
    reader.prefer(motion=motion)
    reader.open(f"{single}#document=3")
    reader.run("window.asked = []; Element.prototype.scrollIntoView = function (how) { asked.push(how.behavior); }")
    reader.press("n")
    assert json.loads(reader.run("return JSON.stringify(asked)")) == [behaviour]


def test_the_page_of_a_comparison_shows_old_beside_new(reader: Reader, comparison: str) -> None:
    """The largest difference comes first; its rules, fields and the way from the source can be chosen."""
    reader.open(comparison)
    reader.click("#documents tbody a")
    reader.wait(lambda page: page.all("#name"))
    assert reader.texts(".row.head [role=columnheader]") == ["Old", "New"]
    reader.press("n")
    assert "wrap.join" in reader.see("#status")
    reader.choose("#step", "Source to new")
    assert reader.texts(".row.head [role=columnheader]") == ["Source", "New"]
