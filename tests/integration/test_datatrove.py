"""The step for datatrove in a real run of its local executor."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from foreign import CLEAN, DAMAGED
from textclean.edits import Edit, apply_edits

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("datatrove", reason="datatrove is not installed")


def test_a_local_executor_cleans_between_reader_and_writer(tmp_path: Path) -> None:
    """Texts are cleaned, other metadata kept, edits listed, and counted by reason in the statistics of the run."""
    from datatrove.executor import LocalPipelineExecutor  # noqa: PLC0415 - an optional library
    from datatrove.pipeline.readers import JsonlReader  # noqa: PLC0415
    from datatrove.pipeline.writers import JsonlWriter  # noqa: PLC0415

    from textclean.integrations.datatrove import TextcleanFormatter  # noqa: PLC0415

    (tmp_path / "in").mkdir()
    rows = [{"id": str(number), "text": text, "topic": "sea"} for number, text in enumerate((DAMAGED, CLEAN))]
    (tmp_path / "in" / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    stats = LocalPipelineExecutor(
        [
            JsonlReader(str(tmp_path / "in")),
            TextcleanFormatter(ledger=True),
            JsonlWriter(str(tmp_path / "out")),
        ],
        logging_dir=str(tmp_path / "logs"),
    ).run()
    (written,) = (tmp_path / "out").iterdir()
    first, second = map(json.loads, gzip.decompress(written.read_bytes()).splitlines())
    assert (first["text"], second["text"]) == (CLEAN, CLEAN)
    assert (first["id"], first["metadata"]["topic"]) == ("0", "sea")
    edits = [Edit(one["start"], one["end"], one["replacement"], one["reason"]) for one in first["metadata"]["ledger"]]
    assert apply_edits(DAMAGED, edits) == CLEAN
    assert second["metadata"]["ledger"] == []
    counted = stats.stats[1].stats
    assert (counted["total"].total, counted["ligature.latin"].total) == (2, 1)
