"""A run into one output of lines: they grow in the log, and appear in their place when all are there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from textclean.io.ledger_lines import failure_line, ledger_path
from textclean.io.lines.shard_names import shard_paths
from textclean.io.lines.writer import open_lines
from textclean.io.outcomes import Failed
from textclean.io.rows import failed_line
from textclean.runs.entry import Entry, entry_of
from textclean.runs.generation import Generation
from textclean.runs.log import RunLog
from textclean.runs.resumable import ResumableRun
from textclean.runs.state import Seal, Stamp, read_seal, stamp_of, write_seal

if TYPE_CHECKING:
    from textclean.io.discovery import Input
    from textclean.io.lines.writer import LineWriter
    from textclean.io.outcomes import Done

_NOT_YET = [0, 0]
"""The place of a line that the log is about to add."""


class LinesRun(ResumableRun):
    """A line a document, failures among them, and a ledger of the same make."""

    def _open_log(self) -> RunLog:
        self._seal = read_seal(self.seal_path)
        if self._seal and self._seal.data != _stamps(Generation(self.directory, self._seal.generation)):
            # The output was changed in its place, and it is the log's own file under another name.
            self.seal_path.unlink()
            shutil.rmtree(self.directory / str(self._seal.generation), ignore_errors=True)
            self._seal = None
        return RunLog(self.directory, self._seal.generation if self._seal else None, with_data=True)

    def _is_at_hand(self, one: Input, entry: Entry) -> bool:  # noqa: ARG002 - the log has the line of each entry
        return True

    def _write(self, outcome: Done | Failed) -> Done | Failed:
        if isinstance(outcome, Failed):
            data = failed_line(outcome, self.target.form)
            ledger_line = failure_line(outcome.input, outcome.error, outcome.reason)
        else:
            data, ledger_line = outcome.data, outcome.ledger or b""
        self.log.add(entry_of(outcome, _NOT_YET, _NOT_YET), data, ledger_line)
        return outcome

    def _finish(self) -> bool:
        outputs = self._outputs()
        if self._seal and self.log.is_as_it_was and self._seal.outputs == [stamp_of(path) for path in outputs]:
            return False
        self.log.close()
        generation = self.log.current
        seal = Seal(generation.number, _stamps(generation), [])
        write_seal(self.seal_path, seal)
        if self._has_ledger:
            self._publish(generation.ledger, ledger_path(self.output), None)
        self._publish(generation.lines, self.output, self.target.shards)
        write_seal(self.seal_path, seal._replace(outputs=[stamp_of(path) for path in outputs]))
        self.log.drop_others()
        return True

    @property
    def _has_ledger(self) -> bool:
        return self.target.ledger and not self.target.ledger_inside

    def _outputs(self) -> list[Path]:
        shards = self.target.shards
        outputs = [self.output] if shards is None else shard_paths(self.output, shards)
        return [*outputs, ledger_path(self.output)] if self._has_ledger else outputs

    def _publish(self, source: Path, output: Path, shards: int | None) -> None:
        """Make a file of the log an output: converted, or the same file under a second name, where need be a copy."""
        if shards or output.suffix.lower() != ".jsonl" or not isinstance(output, Path):
            self._convert(
                source, open_lines(output, shards=shards, pipeline=self.target.pipeline, types=self.target.types)
            )
            return
        part = self.directory / ".output.part"
        part.unlink(missing_ok=True)
        try:
            os.link(source, part)
        except OSError:
            shutil.copyfile(source, part)
        part.replace(output)
        part.unlink(missing_ok=True)  # where both are the same file already, POSIX leaves both names

    def _convert(self, source: Path, writer: LineWriter) -> None:
        with source.open("rb") as lines, writer:
            for line in lines:
                writer.write(line)


def _stamps(generation: Generation) -> list[Stamp]:
    return [stamp_of(generation.lines), stamp_of(generation.ledger)]
