"""The Ray engine on a cluster of its own: the same outcomes as one process, whatever happens to workers and nodes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from engine_jobs import documents, obey, timeless
from textclean.batch import CleanJob
from textclean.engines.ray import run_on_ray
from textclean.errors import EngineError
from textclean.io.discovery import find_inputs
from textclean.io.outcomes import Failed
from textclean.io.outputs import Target
from textclean.io.rendering import Form
from textclean.presets import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textclean.io.outcomes import Outcome

pytest.importorskip("ray", reason="Ray (the extra `ray`) is not installed")

pytestmark = pytest.mark.filterwarnings("ignore")  # Ray leaves sockets and files to the collector


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Start a cluster with two nodes of one CPU each, and connect to it."""
    import ray  # noqa: PLC0415 - may be missing
    from ray.cluster_utils import Cluster  # noqa: PLC0415

    here = str(Path(__file__).resolve().parents[1])
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    made.add_node(num_cpus=1)
    ray.init(
        address=made.address,
        log_to_driver=False,
        logging_level="ERROR",
        runtime_env={"env_vars": {"PYTHONPATH": f"{here}:{Path(here).parent / 'src'}"}},
    )
    yield made
    ray.shutdown()
    made.shutdown()


@pytest.mark.usefixtures("cluster")
def test_ray_gives_what_one_process_gives(fixtures: Path) -> None:
    """Articles and ledgers are the same to the byte and in the same order; a file that is not there is an error."""
    inputs = find_inputs([str(fixtures / "documents"), "gone.txt"])
    job = CleanJob(STANDARD, Target(None, Form.JSONL, ledger=True))
    assert list(map(timeless, run_on_ray(job, inputs))) == [timeless(job(one)) for one in inputs]


@pytest.mark.usefixtures("cluster")
def test_a_worker_that_dies_or_hangs_costs_one_document(tmp_path: Path) -> None:
    """What ends its worker on every try, or takes too long, is an error; the others are done."""
    texts = ["sound", "exit", "sound", "wait 30", "fail", "sound"]
    outcomes = list(run_on_ray(obey, documents(tmp_path, texts), timeout=1.0))
    errors = [outcome.error if isinstance(outcome, Failed) else None for outcome in outcomes]
    assert errors == [None, "WorkerDiedError", None, "TimeLimitError", "ValueError", None]


def test_a_node_that_is_lost_costs_nothing(cluster: Any, tmp_path: Path) -> None:  # noqa: ANN401 - of Ray
    """Removed in mid-run, with the results it held: every document comes once, in order, as from one process."""
    inputs = documents(tmp_path, [f"wait 0.02 {'x' * 60_000}" if n % 2 else f"number {n}" for n in range(120)])
    node = cluster.add_node(num_cpus=1)
    outcomes: list[Outcome] = []
    for outcome in run_on_ray(obey, inputs):
        outcomes.append(outcome)
        if len(outcomes) == 20:
            cluster.remove_node(node, allow_graceful=False)
    assert outcomes == list(map(obey, inputs))


def test_a_cluster_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One line that says so, and what to check."""
    import ray  # noqa: PLC0415 - may be missing

    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    with pytest.raises(EngineError, match=r"no Ray cluster can be reached or started .* check --address"):
        list(run_on_ray(obey, documents(tmp_path, ["sound"]), address="no-address"))
