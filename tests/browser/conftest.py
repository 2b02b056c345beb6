"""A headless Chromium for the tests of pages; where it or a tool is missing, they skip and say which."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from textclean.cli import main
from textclean.report import writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from browser.reader import Reader

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-device-scale-factor=1"
)

HOSTILE = """# <script>alert(1)</script> & </style> "quoted" 'title'

The o\ufb03ce <img src=x onerror=alert(2)> was closed ]]> --> <!-- and
<a href="javascript:alert(3)">nobody</a> knew {{ 7 * 7 }} </script></textarea> why it was so.
"""

UNSEEN = """# A page of odd marks

The first\u200b page ends here.
\fThe second\u2028page\u00a0has a blank   and a tab\there.\x20\x20\x20
The third one is \U0001f600 wide, and the fou\ufb01rst is not.
"""

WRAPPED = """# The keeper's year

La Paz, January 5 (RHC)-- The keeper sat down by the window to write the
day's figures into the long green book, and he wrote slowly.

"""

QUIET = "".join(f"Paragraph {number} of the year needs nothing at all.\n\n" for number in range(20))

END = """The lamp burned on without a keeper until the harbour office noticed it in the \ufb01rst
week of the spring, and nobody minded.
"""


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a run with ledgers of documents that need each part of a page."""
    folder = tmp_path_factory.mktemp("run")
    documents = {
        "hostile.md": HOSTILE,
        "plain.txt": "A text that needs nothing.\n",
        "unseen.md": UNSEEN,
        "wrapped.md": WRAPPED + QUIET + END,
    }
    (folder / "in").mkdir()
    for name, text in documents.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    (folder / "in" / "void.txt").write_bytes(b"")
    result = CliRunner().invoke(main, ["clean", str(folder / "in"), "-o", str(folder / "out.jsonl"), "--ledger", "-q"])
    assert result.exit_code == 1, result.output
    return folder / "out.jsonl"


@pytest.fixture(scope="session")
def single(run: Path) -> str:
    """Return the address of the report as one file."""
    return writer.write_report(run).path.as_uri()


@pytest.fixture(scope="session")
def index(run: Path) -> str:
    """Return the address of the first page of the report as a folder."""
    return writer.write_report(run, run.with_name("pages")).path.as_uri()


@pytest.fixture(scope="session")
def comparison(run: Path) -> str:
    """Return the address of the page that compares two pipelines."""
    page = run.with_name("comparison.html")
    pipelines = ["--pipeline", "careful", "--pipeline", "standard"]
    result = CliRunner().invoke(main, ["compare", *pipelines, str(run.parent / "in"), "--html", str(page), "-q"])
    assert result.exit_code == 0, result.output
    return page.as_uri()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Start a browser that logs every request and every message, or skip."""
    selenium = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    program, driver = (shutil.which(name) for name in ("chromium", "chromedriver"))
    if program is None or driver is None:
        pytest.skip("chromium and chromium-driver are not installed")
    from browser.reader import Reader  # noqa: PLC0415 - needs selenium

    options = selenium.ChromeOptions()
    options.binary_location = program
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = selenium.Chrome(options=options, service=selenium.ChromeService(driver))
    try:
        yield Reader(started)
    finally:
        started.quit()


@pytest.fixture
def reader(chromium: Reader) -> Iterator[Reader]:
    """Return the browser with nothing remembered; afterwards it has asked for no address and complained of nothing."""
    chromium.begin()
    yield chromium
    chromium.forget()
    assert chromium.complaints() == []
    assert chromium.requests_elsewhere() == []


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe-core, whose file the variable AXE_CORE names, or skip."""
    path = Path(os.environ.get("AXE_CORE", ""))
    if not path.is_file():
        pytest.skip("AXE_CORE names no axe.min.js: npm pack axe-core has one")
    return path.read_text(encoding="utf-8")
