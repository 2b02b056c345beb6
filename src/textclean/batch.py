"""One document in, one outcome out: what every engine runs.

A job is a picklable callable from an `Input` to an `Outcome`. It never raises for a document: what goes wrong becomes a
`Failed`, with the path and the reason, so that a batch neither stops nor loses a document.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from hashlib import sha256
from pathlib import PurePath
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.cleaned import AppliedStep, Cleaned
from textclean.errors import DocumentError
from textclean.fingerprint import fingerprint
from textclean.io.ledger_column import ledger_columns
from textclean.io.ledger_lines import ledger_line
from textclean.io.outcomes import Done, Failed, Outcome, Unchanged
from textclean.io.reading import LARGEST
from textclean.io.rendering import Form, encode_text, render_article
from textclean.io.rows import dump_row, row_of
from textclean.io.sources import digest_source, read_source
from textclean.loss import MOST_LOST, heavy_loss
from textclean.stopwatch import Stopwatch
from textclean.version import __version__

if TYPE_CHECKING:
    from datetime import date

    from textclean.article.model import Article
    from textclean.io.decoding import Decoded
    from textclean.io.discovery import Input
    from textclean.io.outputs import Target
    from textclean.pipeline import Pipeline


class Document(NamedTuple):
    """A document as read: its bytes, their encoding, and its text cleaned."""

    input: Input
    data: bytes
    encoding: str
    cleaned: Cleaned


class Job(ABC):
    """Reads and cleans a document, and leaves to its subclass what is made of it."""

    def __init__(self, pipeline: Pipeline, largest: int = LARGEST) -> None:
        """Take the pipeline, and the size in bytes of the largest document to accept."""
        self.pipeline = pipeline
        self.largest = largest
        self._stopwatch = Stopwatch(pipeline)

    def __call__(self, one: Input) -> Outcome:
        """Return the outcome for one input; only `KeyboardInterrupt` and its like come through as exceptions."""
        source = None
        try:
            data, decoded = read_source(one, self.largest)
            source = digest_source(one, data)
            if source == one.known:
                return Unchanged(one)
            done = self.finish(clean_document(one, data, decoded, self._stopwatch.pipeline))
        except DocumentError as error:
            return Failed(one, type(error).__name__, str(error), source)
        except Exception as error:  # noqa: BLE001 - a bug in a cleaner costs its document, never the batch
            return Failed(one, type(error).__name__, tell_bug(error), source)
        return done._replace(source=source, seconds=self._stopwatch.read())

    @abstractmethod
    def finish(self, document: Document) -> Done:
        """Return what is to be written of a cleaned document."""


class CleanJob(Job):
    """Makes of each document an article, or the cleaned text alone, and its ledger when asked."""

    def __init__(
        self,
        pipeline: Pipeline,
        target: Target,
        *,
        as_of: date | None = None,
        largest: int = LARGEST,
        max_loss: float = MOST_LOST,
    ) -> None:
        """Take where the output goes, which says its form, and the day that counts as today for dates.

        A document that loses more than the share `max_loss` of its letters gets a warning.
        """
        super().__init__(pipeline, largest)
        self.target = target
        self.as_of = as_of
        self.max_loss = max_loss

    def settings(self) -> dict[str, Any]:
        """Return what the results depend on beside the documents, as plain data."""
        return {
            "version": __version__,
            "pipeline": fingerprint(self.pipeline),
            "form": self.target.form,
            "ledger": self.target.ledger,
            "as-of": self.as_of and self.as_of.isoformat(),
            "max-megabytes": self.largest / 1e6,
            "max-loss": self.max_loss,
        }

    def finish(self, document: Document) -> Done:
        """Render one document."""
        cleaned = document.cleaned
        if loss := heavy_loss(cleaned, self.max_loss):
            cleaned = cleaned.noticed(loss)
            document = document._replace(cleaned=cleaned)
        if self.target.form is Form.TXT:
            data = encode_text(cleaned.text)
            warnings = Counter(notice.code for notice in cleaned.notices)
        else:
            article = read_document(document, self.pipeline, as_of=self.as_of)
            data = self._render(document, article)
            warnings = Counter(warning.code for warning in article.warnings)
        ledger = None
        if self.target.ledger and not self.target.ledger_inside:
            ledger = ledger_line(cleaned, document.input, document.data, document.encoding)
        return Done(document.input, data, ledger, cleaned.edits_by_reason, dict(warnings))

    def _render(self, document: Document, article: Article) -> bytes:
        if self.target.form is not Form.ROWS:
            return render_article(article, document.cleaned, self.target.form, lines=self.target.lines)
        row = row_of(article, document.cleaned, document.input)
        if self.target.ledger_inside:
            row |= ledger_columns(document.cleaned, document.input, document.data, document.encoding)
        return dump_row(row)


def open_document(one: Input, pipeline: Pipeline, largest: int = LARGEST) -> Document:
    """Read, decode and clean one input of at most `largest` bytes. Raises `DocumentError`."""
    data, decoded = read_source(one, largest)
    return clean_document(one, data, decoded, pipeline)


def clean_document(one: Input, data: bytes, decoded: Decoded, pipeline: Pipeline) -> Document:
    """Clean a document that was read; what was assumed of its encoding is among the notices."""
    cleaned = pipeline.run(decoded.text)
    if decoded.notice:
        steps = (AppliedStep("decode", (), (decoded.notice,)), *cleaned.steps)
        cleaned = Cleaned(cleaned.source, cleaned.text, steps, cleaned.pipeline)
    return Document(one, data, decoded.encoding, cleaned)


def read_document(document: Document, pipeline: Pipeline, *, as_of: date | None = None) -> Article:
    """Read a document that `pipeline` cleaned into an article that names its file; `as_of` is today for its dates."""
    from textclean.article.model import Source  # noqa: PLC0415 - text alone needs no model
    from textclean.article.reader import read_cleaned  # noqa: PLC0415

    source = Source(
        path=document.input.shown,
        sha256=sha256(document.data).hexdigest(),
        bytes=len(document.data),
        encoding=document.encoding,
    )
    row = document.input.row
    columns = {"url": row.url, "published": row.date, "id": row.id} if row else None
    return read_cleaned(document.cleaned, source, as_of=as_of, pipeline=pipeline, columns=columns)


def tell_bug(error: Exception) -> str:
    """Say in one line what kind of bug it was, and where."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "textclean" in PurePath(frame.filename).parts] or frames
    place = f" at {PurePath(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    words = " ".join(str(error).split())[:200]
    return (
        f"{type(error).__name__}{place}: {words}; this is a bug: report it with the document, or leave the cleaner out"
    )
