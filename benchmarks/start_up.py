"""What a process costs before it does anything: whole calls of the command line against plain imports, in one run.

Run `python benchmarks/start_up.py`; `--repeats N` for other than fifteen. Processor time of the whole process, which
other work on the machine disturbs least; the calls take turns, and a ratio is the median of those of each turn.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import fill

ARTICLE = """\
# Harbour council backs the plea

Puerto Claro, March 9, 2021 (RSN)-- The town opened a new library on Monday, and it is large.

*Image not found or type unknown*

And a second paragraph, with \u201cquotes\u201d and $\\mathrm{CO}_2$ in it.
"""
NOTHING, LIBRARIES = ("-c", "pass"), ("-c", "import pydantic, ftfy")


def processor_time(call: tuple[str, ...]) -> float:
    """Return the seconds of processor time that a Python process takes from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *call], check=True, capture_output=True)  # noqa: S603 - our own program
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print each call's time, and how many times that of what it is measured against."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=15)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as folder:
        source, wrapped = Path(folder, "a.md"), Path(folder, "wrapped.txt")
        source.write_text(ARTICLE, encoding="utf-8")
        wrapped.write_text(fill(ARTICLE * 5, 70), encoding="utf-8")
        clean = ("-m", "textclean", "clean", "-q", "--fresh", str(source), "-o")
        calls = {
            "textclean --version": (NOTHING, ("-m", "textclean", "--version")),
            "textclean clean, text to text": (LIBRARIES, (*clean, f"{folder}/a.txt")),
            "textclean clean, wrapped text to text": (LIBRARIES, (*clean[:-2], str(wrapped), "-o", f"{folder}/b.txt")),
            "textclean clean, an article": (LIBRARIES, (*clean, f"{folder}/a.json")),
        }
        print("| call | s | against | s | ratio |\n|---|---:|---|---:|---:|")
        for name, (plain, call) in calls.items():
            processor_time(call)  # unpacks and compiles what is done once
            times = [(processor_time(plain), processor_time(call)) for _ in range(repeats)]
            ratio = statistics.median(taken / base for base, taken in times)
            base, taken = (statistics.median(column) for column in zip(*times, strict=True))
            print(f"| {name} | {taken:.3f} | python {' '.join(plain)} | {base:.3f} | {ratio:.1f} |", flush=True)


if __name__ == "__main__":
    main()
