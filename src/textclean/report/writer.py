"""Write the report of a run: one file for a small run, else a folder with a page for each document.

Documents are read and written one at a time. A small run is one that fits in the file that one would send by mail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.errors import DocumentError, InvalidOptionError, LedgerError
from textclean.io.atomic import write_atomically
from textclean.io.lines.endings import without_line_ending
from textclean.io.rendering import encode_text
from textclean.io.restoring import find_ledgers
from textclean.io.runs import read_run
from textclean.pages.listing import Listing
from textclean.pages.sealed import VIEWER_SCRIPTS, refuse_other_page, render
from textclean.report.documents import open_record, page_data
from textclean.report.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textclean.io.runs import RunDocument
    from textclean.report.documents import Opened

MOST_IN_ONE_FILE = 60
LARGEST_FILE = 4_000_000
"""Documents, and characters of their texts, up to which a report is one file unless the user says otherwise."""

_STYLES = ("base.css", "overview.css", "document.css")
_PAGES = "documents"
_INDEX = "index.html"


class Written(NamedTuple):
    """The page to open, and how many documents the report has and how many of them could not be read."""

    path: Path
    documents: int
    damaged: list[str]


def write_report(run: Path, output: Path | None = None, tell: Callable[[], None] = lambda: None) -> Written:
    """Write the report of a run to `output`: one file where it ends in .html, else a folder with an index.html.

    Without `output` it stands beside the run, as `<run>.report.html` or, for a large one, `<run>.report`. `tell` is
    called after each document. Raises `UnreadableError` where the run has no ledger, `InvalidOptionError` where
    `output` is a folder of something else.
    """
    find_ledgers(run)
    report = _Report(run, output)
    for document in read_run(run):
        report.add(document)
        tell()
    return report.finish()


class _Report:
    """A report in the making: pages wait until it is known whether they fit in one file."""

    def __init__(self, run: Path, output: Path | None) -> None:
        self._run = run
        base = run.with_name(without_line_ending(run.name).removesuffix(".ledger") + ".report")
        single = output is not None and output.suffix.lower() in {".html", ".htm"}
        self._file = output if output and single else base.with_name(base.name + ".html")
        self._folder = output or base
        self._may_be_folder, self._may_be_file = not single, single or output is None
        self._waiting: list[dict[str, Any]] = []
        self._characters = 0
        self._pages = 0
        self._figures = Figures()
        self._damaged: list[str] = []
        self._listing = Listing(
            ("Edits", "Warnings", "Characters"), (("reason", "Rule"), ("warning", "Warning"), ("state", "State"))
        )
        if self._may_be_file:
            refuse_other_page(self._file)
        else:
            self._make_folder()

    def add(self, document: RunDocument) -> None:
        if document.failure:
            error, reason = document.failure
            if error == LedgerError.__name__:
                self._damaged.append(f"{document.path}: {reason}")
            self._add_failure(document.path, reason)
            return
        try:
            opened = open_record(document)
        except DocumentError as error:
            self._damaged.append(f"{document.path}: {error}")
            self._add_failure(document.path, str(error))
            return
        page = self._pages
        self._pages += 1
        self._figures.add(opened, page)
        self._list(opened, page)
        self._waiting.append(page_data(opened) | {"number": page})
        self._characters += len(opened.cleaned.source)
        small = page < MOST_IN_ONE_FILE and self._characters <= LARGEST_FILE
        if self._may_be_folder and not (small and self._may_be_file):
            if self._may_be_file:
                self._may_be_file = False
                self._make_folder()
            self._write_waiting(but=1)

    def _add_failure(self, path: str, reason: str) -> None:
        self._figures.add_failure(path, reason)
        self._listing.add(path, reason, (0, 0, 0), ((), (), ("failed",)), None)

    def _list(self, opened: Opened, page: int) -> None:
        edits = opened.cleaned.edits_by_reason
        codes = [notice.code for notice in opened.notices]
        characters = sum(max(end - start, len(after)) for start, end, after, _ in opened.whole)
        self._listing.add(
            opened.path,
            (opened.article.title if opened.article else None) or "",
            (sum(edits.values()), len(codes), characters),
            (tuple(edits), tuple(dict.fromkeys(codes)), ("changed" if edits else "unchanged",)),
            page,
        )

    def _make_folder(self) -> None:
        if self._folder.is_file() or {path.name for path in self._folder.glob("*")} - {_INDEX, _PAGES}:
            message = f"{self._folder} is no folder of a report, and none for one; name another with -o"
            raise InvalidOptionError(message)
        (self._folder / _PAGES).mkdir(parents=True, exist_ok=True)

    def _write_waiting(self, but: int = 0) -> None:
        """Write the pages that wait but for the last ones: a page links to the next, if there is one."""
        count = len(self._waiting) - but
        for at, data in enumerate(self._waiting[:count]):
            data["more"] = at + 1 < len(self._waiting)
            page = render(
                "report",
                "document.html.j2",
                styles=("base.css", "document.css"),
                scripts=(*VIEWER_SCRIPTS, "document.js"),
                title=data["name"],
                data=data,
            )
            (self._folder / _PAGES / _page_name(data["number"])).write_bytes(encode_text(page))
        del self._waiting[:count]

    def finish(self) -> Written:
        if self._may_be_file:
            path = self._file
            link = "#document={0}&reason={1}"
            page = self._overview("single.html.j2", (*VIEWER_SCRIPTS, "listing.js", "single.js"), link, self._waiting)
        else:
            self._write_waiting()
            for stale in (self._folder / _PAGES).glob("*.html"):
                if stale.stem.isdecimal() and int(stale.stem) >= self._pages:
                    stale.unlink()
            path = self._folder / _INDEX
            link = f"{_PAGES}/{{0:06}}.html#reason={{1}}"
            page = self._overview("index.html.j2", ("common.js", "order.js", "listing.js", "index.js"), link, [])
        write_atomically(path, encode_text(page))
        return Written(path, len(self._listing), self._damaged)

    def _overview(self, template: str, scripts: tuple[str, ...], link: str, documents: list[dict[str, Any]]) -> str:
        return render(
            "report",
            template,
            styles=_STYLES if documents else _STYLES[:2],
            scripts=scripts,
            title=f"Report of {self._run.name}",
            run=self._run.name,
            figures=self._figures,
            rules=self._figures.rule_rows(link.format),
            warnings=self._figures.warning_rows(),
            listing=self._listing,
            documents=documents,
        )


def _page_name(number: int) -> str:
    return f"{number:06}.html"
