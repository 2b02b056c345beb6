"""`textclean clean` as a batch: against a job that does nothing, two processes against one, memory, Ray.

Run `python benchmarks/batch.py`; `--only null|processes|memory|ray` for one table, `--documents N` for fewer. Ratios
are of one run, medians of `--repeats` (five). What is compared with the null job is processor time, which other work on
the machine disturbs least; processes and Ray are wall time, and memory is the peak of the whole family of processes.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from batch_articles import write_articles
from null_job import NullJob
from textclean.batch import CleanJob
from textclean.engines import choose_engine
from textclean.io.discovery import find_inputs
from textclean.io.outputs import Target
from textclean.io.rendering import Form
from textclean.presets import STANDARD
from textclean.runs.opening import open_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textclean.engines import Engine
    from textclean.io.discovery import Input

DOCUMENTS = 20_000
REPEATED = 10
"""How often the documents are given for the figure of memory."""


def seconds(
    job: CleanJob, inputs: Iterable[Input], folder: Path, engine: Engine, clock: Callable[[], float] = time.process_time
) -> float:
    """Return the time that a batch takes from reading to the output in its place."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    start = clock()
    with open_run(job.target, {}, fresh=True) as run:
        for outcome in engine(job, inputs):
            run.write(outcome)
        run.finish(dict)
    return clock() - start


def print_null(inputs: list[Input], folder: Path, repeats: int) -> None:
    """Print how many times the null job's time cleaning takes: text to text, and articles with all fields."""
    print("\n## Against the null job, one process, processor time\n\n| | null job, s | textclean, s | ratio |")
    print("|---|---:|---:|---:|", flush=True)
    serial = choose_engine("serial")
    targets = {
        "text to text, a file each": Target(folder / "out", Form.TXT, is_folder=True),
        "articles, a line each": Target(folder / "out.jsonl", Form.JSONL),
    }
    for name, target in targets.items():
        null, real = NullJob(target), CleanJob(STANDARD, target)
        seconds(real, inputs[:200], folder, serial)  # loads what is loaded once
        times = [(seconds(null, inputs, folder, serial), seconds(real, inputs, folder, serial)) for _ in range(repeats)]
        ratio = statistics.median(taken / nothing for nothing, taken in times)
        nothing, taken = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"| {name} | {nothing:.2f} | {taken:.2f} | {ratio:.1f} |", flush=True)


def print_processes(inputs: list[Input], folder: Path, repeats: int) -> None:
    """Print how much faster two worker processes are than one."""
    print("\n## Two processes against one, wall time\n\n| one, s | two, s | ratio |\n|---:|---:|---:|")
    job = CleanJob(STANDARD, Target(folder / "out.jsonl", Form.JSONL))
    one, two = (choose_engine("processes", jobs=jobs) for jobs in (1, 2))
    seconds(job, inputs[:200], folder, two)  # starts the fork server, which stays
    times = [tuple(seconds(job, inputs, folder, e, time.perf_counter) for e in (one, two)) for _ in range(repeats)]
    ratio = statistics.median(alone / together for alone, together in times)
    alone, together = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"| {alone:.2f} | {together:.2f} | {ratio:.2f} |", flush=True)


def print_memory(folder: Path, few: int, many: int) -> None:
    """Print the peak memory of a stream of many documents against few, all processes together."""
    print("\n## Peak memory of all processes, MB\n\n| documents | MB |\n|---:|---:|")
    row = ('{"text": ' + _quoted((folder / "in").rglob("*.md")) + "}\n").encode()
    peaks = []
    for count in (few, many):
        call = [sys.executable, "-m", "textclean", "clean", "-", "--from", "jsonl", "-o", str(folder / "memory.jsonl")]
        call += ["-q", "--fresh", "--engine", "processes", "--jobs", "2"]
        with subprocess.Popen(call, stdin=subprocess.PIPE) as process:  # noqa: S603 - our own program
            peaks.append(_feed(process, row, count))
        print(f"| {count:,} | {peaks[-1] / 1e6:.0f} |", flush=True)
    print(f"\nratio {peaks[1] / peaks[0]:.2f}")


def _quoted(paths: Iterable[Path]) -> str:
    from json import dumps  # noqa: PLC0415 - for one line

    return dumps(next(iter(sorted(paths))).read_text(encoding="utf-8"))


def _feed(process: subprocess.Popen[bytes], row: bytes, count: int) -> int:
    assert process.stdin  # noqa: S101 - a pipe was asked for
    family, peak = psutil.Process(process.pid), 0
    for number in range(count):
        process.stdin.write(row)
        if number % 500 == 0:
            peak = max(peak, _memory(family))
    process.stdin.close()
    while process.poll() is None:
        peak = max(peak, _memory(family))
        time.sleep(0.05)
    return peak


def _memory(family: psutil.Process) -> int:
    """Return the memory of a process and its children, what they share counted once."""
    total = 0
    try:
        for one in (family, *family.children(recursive=True)):
            total += one.memory_full_info().pss
    except psutil.NoSuchProcess:
        return 0
    return total


def print_ray(inputs: list[Input], folder: Path, repeats: int) -> None:
    """Print how fast Ray with two CPUs is against two processes, after both have started."""
    import ray  # noqa: PLC0415 - an extra

    print("\n## Ray with 2 CPUs against two processes, after start-up, wall time\n\n| processes, s | Ray, s | speed |")
    print("|---:|---:|---:|")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    job = CleanJob(STANDARD, Target(folder / "out.jsonl", Form.JSONL))
    engines = choose_engine("processes", jobs=2), choose_engine("ray")
    for engine in engines:
        seconds(job, inputs[:400], folder, engine)
    times = [tuple(seconds(job, inputs, folder, e, time.perf_counter) for e in engines) for _ in range(repeats)]
    ray.shutdown()
    ratio = statistics.median(ours / theirs for ours, theirs in times)
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"| {ours:.2f} | {theirs:.2f} | {ratio:.2f} |", flush=True)


def main() -> None:
    """Print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--only", choices=["null", "processes", "memory", "ray"])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        size = write_articles(folder / "in", asked.documents)
        print(f"{asked.documents:,} articles, {size / 1e6:.1f} MB")
        inputs = find_inputs([str(folder / "in")])
        if asked.only in (None, "null"):
            print_null(inputs, folder, asked.repeats)
        if asked.only in (None, "processes"):
            print_processes(inputs, folder, asked.repeats)
        if asked.only in (None, "memory"):
            print_memory(folder, asked.documents // 10, asked.documents * REPEATED)
        if asked.only in (None, "ray"):
            print_ray(inputs, folder, asked.repeats)


if __name__ == "__main__":
    main()
