"""What `compare` and `report` cost beside `clean`: time and peak memory over the same documents, in one run.

Run `python benchmarks/review.py`; `--documents` sets how many. Each command is a process of its own, as users call it.
`clean` runs twice: with worker processes, as it does by itself, whose processor time and memory are not counted here;
and in one process, without hyphens joined, so that there is something to compare.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from speed_texts import book, misread

MEGABYTE = 1_000_000


class Cost(NamedTuple):
    """Seconds by the clock, seconds of processors, and the most memory that one process held, in MB."""

    wall: float
    processor: float
    memory: float


def write_documents(folder: Path, count: int) -> None:
    """Write articles of about 2 kB: heading, dateline, wrapped paragraphs with divided words, misread ones, marks."""
    draw = random.Random(3)  # noqa: S311 - no secret
    wrapped = book(4 * MEGABYTE).split("\n\n")
    damaged = misread(MEGABYTE // 2).split("\n\n")
    folder.mkdir()
    for number in range(count):
        head = f"# *Report number {number} on the harbour*\n\nLa Paz, January {number % 28 + 1} (RHC)-- "
        parts = [*draw.sample(wrapped, 4), draw.choice(damaged), "The of\ufb01ce gave $8 \\%$ of it.  \n"]
        (folder / f"{number:05}.md").write_text(head + "\n\n".join(parts), encoding="utf-8")


def measure(*arguments: str) -> Cost:
    """Run a command to its end and return what it cost, its worker processes included."""
    command = [sys.executable, "-m", "textclean", *arguments]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own program
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{' '.join(arguments)} ended with {process.returncode}"
        raise SystemExit(message)
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / MEGABYTE)


def size(path: Path) -> float:
    """Return the megabytes of a file, or of a folder."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in files) / MEGABYTE


def main() -> None:
    """Print a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    asked = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_documents(folder / "in", asked.documents)
        old, new = str(folder / "old.jsonl"), str(folder / "new.jsonl")
        serial = ("--engine", "serial", "--ledger", "-q", "--without", "hyphen")
        calls = {
            "clean": ("clean", str(folder / "in"), "-o", old, "--ledger", "-q"),
            "clean --engine serial": ("clean", str(folder / "in"), "-o", new, *serial),
            "compare": ("compare", old, new, "--json"),
            "compare --html": ("compare", old, new, "--json", "--html", str(folder / "page.html")),
            "report": ("report", old, "-o", str(folder / "pages")),
        }
        print(f"{asked.documents:,} documents, {size(folder / 'in'):.1f} MB; in brackets: times clean\n")
        print("| | seconds | processor seconds | MB of memory |\n|---|---:|---:|---:|")
        base = None
        for label, arguments in calls.items():
            cost = measure(*arguments)
            base = base or cost.wall
            ratio = f"{cost.wall:.1f} ({cost.wall / base:.2f}×)"
            print(f"| {label} | {ratio} | {cost.processor:.1f} | {cost.memory:.0f} |", flush=True)
        pages = folder / "pages"
        print(f"\nindex of the report {size(pages / 'index.html'):.2f} MB, with all pages {size(pages):.0f} MB")
        print(f"page of the comparison {size(folder / 'page.html'):.2f} MB")


if __name__ == "__main__":
    main()
