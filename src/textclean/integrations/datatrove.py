"""A step for datatrove's pipelines: put it between a reader and a writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.errors import MissingExtraError
from textclean.io.ledger_column import LEDGER, edit_records
from textclean.presets import find_pipeline

try:
    from datatrove.pipeline.formatters.base import BaseFormatter
    from datatrove.utils.typeshelper import StatHints
except ImportError:
    raise MissingExtraError("datatrove", "datatrove", "steps of datatrove") from None  # noqa: EM101 - three names

if TYPE_CHECKING:
    from datatrove.data import DocumentsPipeline

    from textclean.pipeline import Pipeline


class TextcleanFormatter(BaseFormatter):
    """Cleans the text of each document; its statistics count the edits of each reason.

    With `ledger`, the document's metadata get `ledger`, the edits that were made: `start` and `end` in code points of
    the text that came in, `replacement`, `reason`, `before`.
    """

    name = "🧽 textclean"

    def __init__(self, pipeline: str | Pipeline = "standard", *, ledger: bool = False) -> None:
        """Take a preset or a pipeline of your own. Raises `UnknownNameError` for a preset that does not exist."""
        super().__init__()
        self.pipeline = find_pipeline(pipeline)
        self.ledger = ledger

    def format(self, text: str) -> str:
        """Return the text cleaned."""
        return self.pipeline(text)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:  # noqa: ARG002 - datatrove's signature
        """Yield each document with its text cleaned."""
        for document in data:
            self.stat_update(StatHints.total)
            with self.track_time():
                cleaned = self.pipeline.run(document.text)
                document.text = cleaned.text
                if self.ledger:
                    document.metadata[LEDGER] = edit_records(cleaned)
            for reason, count in cleaned.edits_by_reason.items():
                self.stat_update(reason, value=count, unit="edits")
            yield document
