"""Hugging Face datasets: what is written loads as it is, and `map` takes `clean_batch` as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from foreign import CLEAN, DAMAGED
from textclean.cli import main
from textclean.edits import Edit, apply_edits
from textclean.integrations import clean_batch

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("datasets", reason="datasets is not installed")


def clean_into_shards(folder: Path, name: str, texts: list[str | None], *options: str, code: int = 0) -> Any:  # noqa: ANN401 - a data set
    """Clean a table into a folder of 16 shards, and load what is in it, naming the folder alone."""
    import datasets  # noqa: PLC0415 - an optional library

    rows = [{"text": text, "score": number / 2, "tags": ["a"]} for number, text in enumerate(texts)]
    (folder / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "out").mkdir()
    arguments = ["clean", str(folder / "t.jsonl"), "-o", str(folder / "out" / name), "--to", "rows", "--shards", "16"]
    result = CliRunner().invoke(main, [*arguments, *options])
    assert result.exit_code == code, result.output
    assert len(list((folder / "out").glob("[!.]*"))) == 16
    return datasets.load_dataset(str(folder / "out"), split="train", cache_dir=str(folder / "cache"))


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz", "rows.jsonl.zst"])
def test_shards_of_lines_load_as_they_are(tmp_path: Path, name: str) -> None:
    """Every row is there, in order, with the columns that came in."""
    loaded = clean_into_shards(tmp_path, name, [DAMAGED] * 40)
    assert loaded["score"][:] == [number / 2 for number in range(40)]
    assert loaded["text"][:] == [CLEAN] * 40


def test_shards_of_parquet_load_as_they_are(tmp_path: Path) -> None:
    """Whatever is null in one shard and not in another: failures are rows with an error, and the ledger is there."""
    loaded = clean_into_shards(tmp_path, "rows.parquet", [DAMAGED] * 7 + [None] + [DAMAGED] * 32, "--ledger", code=1)
    assert loaded["score"][:] == [number / 2 for number in range(40)]
    assert [row["text"] for row in loaded if row["error"] is None] == [CLEAN] * 39
    assert loaded[7]["error"].startswith("NotTextError: has null in column 'text'")
    edits = [Edit(*(edit[key] for key in Edit._fields)) for edit in loaded[0]["ledger"]]
    assert apply_edits(DAMAGED, edits) == CLEAN


def test_map_takes_batches(tmp_path: Path) -> None:
    """One line, other columns kept; the ledger as a column of records."""
    import datasets  # noqa: PLC0415 - an optional library

    loaded = datasets.Dataset.from_dict({"body": [DAMAGED, None, CLEAN], "n": [1, 2, 3]})
    options: dict[str, Any] = {"column": "body", "ledger": True}
    cleaned = loaded.map(clean_batch, batched=True, fn_kwargs=options, cache_file_name=str(tmp_path / "cache.arrow"))
    assert cleaned["body"][:] == [CLEAN, None, CLEAN]
    assert cleaned["n"][:] == [1, 2, 3]
    assert [edit["reason"] for edit in cleaned[0]["ledger"]] == ["ligature.latin", "wrap.join"]
