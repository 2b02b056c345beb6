"""Ray Data takes `clean_batch` as it is, in a small Ray of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from foreign import CLEAN, DAMAGED
from textclean.integrations import clean_batch

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("ray.data", reason="ray is not installed", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("ignore")  # Ray's own, and of its threads; ours are errors in every other test


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    """Return Ray with one processor."""
    import ray  # noqa: PLC0415 - an optional library

    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, object_store_memory=100_000_000)
    yield ray
    ray.shutdown()


def test_map_batches_takes_it(ray: Any) -> None:  # noqa: ANN401 - Ray
    """One line; rows one to one, other columns kept, the ledger as a column of records."""
    data = ray.data.from_items([{"text": DAMAGED, "n": number} for number in range(20)])
    rows = data.map_batches(clean_batch, batch_size=8, fn_kwargs={"ledger": True}).take_all()
    assert sorted((row["n"], row["text"]) for row in rows) == [(number, CLEAN) for number in range(20)]
    assert [edit["reason"] for edit in rows[0]["ledger"]] == ["ligature.latin", "wrap.join"]
