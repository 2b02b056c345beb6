"""`textclean report`: the pages as files, and what stands in them; tests/browser drives them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from textclean.cli import main
from textclean.report import writer

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = """# <script>alert(1)</script> & </style> "quoted" 'title'

The o\ufb03ce <img src=x onerror=alert(2)> was closed ]]> --> <!-- and
<a href="javascript:alert(3)">nobody</a> knew {{ 7 * 7 }} {% raw %} why.\u2028\ud83d\ude00
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with a hostile document, a sound one and an empty one, cleaned with a ledger."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    text = HOSTILE.encode("utf-16", "surrogatepass").decode("utf-16")
    (tmp_path / "in" / "a <b> & c.md").write_text(text, encoding="utf-8")
    (tmp_path / "in" / "sound.txt").write_text("A text that needs nothing.\n", encoding="utf-8")
    (tmp_path / "in" / "void.txt").write_bytes(b"")
    run("clean", "in", "-o", "out", "--ledger", "-q", code=1)
    run("clean", "in", "-o", "out.jsonl", "--ledger", "-q", code=1)
    return tmp_path


def run(*arguments: str, code: int = 0) -> Result:
    """Call the command line and expect an exit code."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result


class Page(HTMLParser):
    """What a browser finds in a page: its policy, styles, scripts, data, tags and attributes."""

    def __init__(self, text: str) -> None:
        """Parse a page."""
        super().__init__()
        self.text = text
        self.policy = ""
        self.inline: dict[str, list[str]] = {"style": [], "script": []}
        self.data: dict[str, Any] = {}
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: tuple[str, str | None] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a tag is and says."""
        self.tags.append(tag)
        self.attributes += attrs
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        self._open = (tag, given.get("id")) if tag in {"style", "script"} else None

    def handle_data(self, data: str) -> None:
        """Keep what a style or a script holds."""
        if self._open:
            tag, name = self._open
            if tag == "script" and name:
                self.data[name] = json.loads(data)
            else:
                self.inline[tag].append(data)

    def handle_endtag(self, tag: str) -> None:
        """Leave a style or a script."""
        if self._open and tag == self._open[0]:
            self._open = None


def page_of(path: Path) -> Page:
    """Read a page."""
    return Page(path.read_text(encoding="utf-8"))


def test_a_small_run_becomes_one_file(folder: Path) -> None:
    """The list and the documents stand in one page, named after the run; its path is on standard output."""
    assert run("report", "out").stdout == "out.report.html\n"
    page = page_of(folder / "out.report.html")
    assert set(page.data) == {"listing", "document-0", "document-1"}
    assert [row[1] for row in page.data["listing"]["rows"]] == ["in/a <b> & c.md", "sound.txt", "void.txt"]
    assert run("report", "out.jsonl").stdout == "out.report.html\n"
    assert page_of(folder / "out.report.html").data["listing"] == page.data["listing"]


def test_a_large_run_becomes_a_folder_of_pages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what fits in a file each document has a page of its own, that knows whether another follows."""
    monkeypatch.setattr(writer, "MOST_IN_ONE_FILE", 1)
    assert run("report", "out").stdout == "out.report/index.html\n"
    pages = sorted((folder / "out.report" / "documents").iterdir())
    assert [path.name for path in pages] == ["000000.html", "000001.html"]
    assert [page_of(path).data["document"]["more"] for path in pages] == [True, False]
    assert set(page_of(folder / "out.report" / "index.html").data) == {"listing"}


def test_a_report_that_shrank_keeps_no_page_of_before(folder: Path) -> None:
    """Written again for fewer documents, a folder loses the pages that nothing leads to."""
    run("report", "out", "-o", "pages")
    (folder / "out" / "sound.ledger.jsonl").unlink()
    (folder / "out" / "sound.json").unlink()
    run("report", "out", "-o", "pages")
    assert [path.name for path in (folder / "pages" / "documents").iterdir()] == ["000000.html"]


def test_a_folder_of_something_else_is_left_alone(folder: Path) -> None:
    """A report is written into no folder that holds other files, and over no file that is no page of ours."""
    result = run("report", "out", "-o", "in", code=2)
    assert "in is no folder of a report, and none for one; name another with -o" in result.stderr
    (folder / "mine.html").write_text("<p>my own page", encoding="utf-8")
    for arguments in (["report", "out", "-o"], ["compare", "out", "out", "--html"]):
        assert "mine.html is no page of textclean" in run(*arguments, "mine.html", code=2).stderr
    run("report", "out", "-o", "in/sound.txt", code=2)
    assert (folder / "mine.html").read_text(encoding="utf-8") == "<p>my own page"
    assert len(list((folder / "in").iterdir())) == 3


def test_a_report_needs_a_ledger(folder: Path) -> None:
    """Without one there is one line that says how to get it."""
    run("clean", "in", "-o", "bare.jsonl", "-q", code=1)
    result = run("report", "bare.jsonl", code=1)
    assert result.stderr == "textclean: error: bare.jsonl has no ledger; clean the sources again with --ledger\n"
    assert not (folder / "bare.report.html").exists()


def test_the_text_comes_back_from_the_page(folder: Path) -> None:
    """A view's changes, applied to its text, give what the run gave, in UTF-16 units; each step ends at the same."""
    run("report", "out", "-q")
    document = page_of(folder / "out.report.html").data["document-0"]
    ledger = json.loads((folder / "out" / "a <b> & c.ledger.jsonl").read_bytes())
    texts: list[str] = []
    for view in document["views"]:
        text = texts[view["after"]] if "after" in view else view.get("text", document["views"][0]["text"])
        units = text.encode("utf-16-le")
        for start, end, replacement, _ in reversed(view["changes"]):
            units = units[: 2 * start] + replacement.encode("utf-16-le") + units[2 * end :]
        texts.append(units.decode("utf-16-le"))
    assert texts[0] == texts[-1] == ledger["text"]
    assert [view["label"] for view in document["views"][:2]] == ["Whole run", "1. normalize-line-breaks"]


def test_fields_and_warnings_lead_to_their_evidence(folder: Path) -> None:
    """The span of the title is that of the article, and a body has its blocks."""
    run("report", "out", "-q")
    document = page_of(folder / "out.report.html").data["document-0"]
    article = json.loads((folder / "out" / "a <b> & c.json").read_bytes())
    fields = {item["label"]: item for item in document["side"][1]["items"]}
    assert fields["title"]["span"] == article["evidence"]["title"]["span"]
    assert fields["title"]["note"] == article["evidence"]["title"]["rule"]
    assert len(fields["body"]["parts"]) == len(article["body"])
    assert [item["label"] for item in document["side"][0]["items"]] == [one["code"] for one in article["warnings"]]


@pytest.mark.parametrize("path", ["out.report.html", "pages/index.html", "pages/documents/000000.html"])
def test_pages_are_sealed(folder: Path, path: str) -> None:
    """Nothing but the page's own styles and scripts is allowed, by hash, and no markup of a document is left."""
    run("report", "out")
    run("report", "out", "-o", "pages")
    page = page_of(folder / path)
    for kind in ("style", "script"):
        hashes = [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in page.inline[kind]]
        assert re.search(rf"{kind}-src ([^;]*);", page.policy)[1].split() == hashes  # type: ignore[index]
    assert page.policy.startswith("default-src 'none'; ")
    assert "unsafe" not in page.policy
    assert not {"img", "iframe", "object", "embed", "base", "link"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    links = {value for name, value in page.attributes if name in {"href", "src", "action"}}
    assert not [link for link in links if link and re.match(r"[a-z]+:|//", link)]


def test_a_run_of_texts_has_no_fields_but_every_edit(folder: Path) -> None:
    """Where the output is no article the page says why there are no fields."""
    run("clean", "in", "-o", "plain", "--to", "txt", "--ledger", "-q", code=1)
    run("report", "plain", "-q")
    document = page_of(folder / "plain.report.html").data["document-0"]
    assert document["side"][1]["items"] == []
    assert "only json and jsonl do" in document["side"][1]["empty"]
    assert document["views"][0]["changes"]


@pytest.mark.parametrize("ending", [".jsonl.gz", ".parquet"])
def test_runs_in_other_files_are_shown(folder: Path, ending: str) -> None:
    """Compressed lines, and tables with their ledger in columns, have the same changes; a table has one step."""
    if ending == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    run("clean", "in", "-o", f"packed{ending}", "--ledger", "-q", code=1)
    assert run("report", f"packed{ending}").stdout == "packed.report.html\n"
    run("report", "out.jsonl", "-q")
    packed, plain = (page_of(folder / f"{name}.report.html").data for name in ("packed", "out"))
    assert [row[5] for row in packed["listing"]["rows"]] == [0, 1, None]
    changes = [[change[:3] for change in data["document-0"]["views"][0]["changes"]] for data in (packed, plain)]
    assert changes[0] == changes[1]


def test_damaged_ledgers_are_told_and_the_others_are_shown(folder: Path) -> None:
    """A ledger that does not lead back to its source is an error in one line, and a failure in the list."""
    ledger = folder / "out" / "sound.ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b"needs", b"needed"))
    result = run("report", "out", code=1)
    assert result.stderr.startswith("textclean: error: in/sound.txt: ")
    rows = page_of(folder / "out.report.html").data["listing"]["rows"]
    assert [row[5] for row in rows] == [0, None, None]


def test_jinja_is_loaded_for_pages_alone(folder: Path) -> None:
    """Comparing two runs, and everything else, starts without it."""
    code = (
        "import sys; from textclean.cli import main; main(sys.argv[1:], standalone_mode=False); "
        "print('jinja2' in sys.modules)"
    )
    for arguments, loaded in ((["compare", "out", "out", "-q", "--json"], False), (["report", "out"], True)):
        call = [sys.executable, "-c", code, *arguments]
        said = subprocess.run(call, capture_output=True, text=True, check=True, cwd=folder)  # noqa: S603 - our own program
        assert said.stdout.endswith(f"{loaded}\n")
