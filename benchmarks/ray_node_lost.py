"""A Ray cluster that loses a node in mid-run: the output must have the bytes of one process, nothing lost or doubled.

Run `python benchmarks/ray_node_lost.py`; `--documents N` for fewer. The cluster is three nodes of one CPU on this
machine; the last of them is taken away, with what it was doing and the results it held, after a quarter of the run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

import ray
from ray.cluster_utils import Cluster

from batch_articles import write_articles
from textclean.batch import CleanJob
from textclean.engines.ray import run_on_ray
from textclean.engines.serial import run_serially
from textclean.io.discovery import find_inputs
from textclean.io.outcomes import Done
from textclean.io.outputs import Target
from textclean.io.rendering import Form
from textclean.presets import STANDARD


def main() -> None:
    """Run, remove a node, compare; exit 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=4_000)
    asked = parser.parse_args()
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    cluster.add_node(num_cpus=1)
    lost = cluster.add_node(num_cpus=1)
    ray.init(address=cluster.address, log_to_driver=False, logging_level="ERROR")
    with tempfile.TemporaryDirectory() as made:
        write_articles(Path(made), asked.documents)
        inputs = find_inputs([made])
        job = CleanJob(STANDARD, Target(Path(made, "out.jsonl"), Form.JSONL, ledger=True))
        seen: Counter[str] = Counter()
        same = 0
        for expected, outcome in zip(run_serially(job, inputs), run_on_ray(job, inputs), strict=True):
            seen[outcome.input.path] += 1
            if seen.total() == asked.documents // 4:
                cluster.remove_node(lost, allow_graceful=False)
                print(f"a node is removed after {seen.total():,} documents", flush=True)
            both = isinstance(expected, Done) and isinstance(outcome, Done)
            same += both and (expected.data, expected.ledger) == (outcome.data, outcome.ledger)  # type: ignore[union-attr]
    ray.shutdown()
    cluster.shutdown()
    doubled = sum(count > 1 for count in seen.values())
    print(f"{same:,} of {asked.documents:,} with the same bytes, {len(inputs) - len(seen)} lost, {doubled} doubled")
    sys.exit(same != asked.documents)


if __name__ == "__main__":
    main()
