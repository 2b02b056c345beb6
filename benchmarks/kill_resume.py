"""Runs that are killed with SIGKILL at random moments and go on: each must end with the bytes of an unbroken run.

Run `python benchmarks/kill_resume.py`; `--runs N` for fewer than 50, `--documents N` for longer ones. Compared are the
output, the ledger and `run.json` less its session. A run is killed up to three times before it is let alone.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from batch_articles import write_articles

MOST_KILLS = 3


def command(folder: Path, output: str) -> list[str]:
    """Return the call of a run, with two worker processes and commits after little output."""
    code = (
        "import sys; from textclean.runs import appending; appending.COMMIT_BYTES = 100_000; "
        "from textclean.cli import main; main(sys.argv[1:])"
    )
    call = ("clean", str(folder / "in"), "-o", str(folder / output), "--ledger", "-q")
    return [sys.executable, "-c", code, *call, "--engine", "processes", "--jobs", "2"]


def digest(folder: Path, output: str) -> str:
    """Return one digest of all that a finished run leaves."""
    run = folder / output / ".textclean-run" if output == "out" else folder / f".{output}.textclean-run"
    record = json.loads((run / "run.json").read_bytes())
    del record["session"]
    whole = sha256(json.dumps(record).encode())
    paths = [path for path in folder.glob("out*") if path.is_file()] + list((folder / "out").rglob("*.json*"))
    for path in sorted(path for path in paths if run not in path.parents):
        whole.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return whole.hexdigest()


def remove_outputs(folder: Path) -> None:
    """Remove what runs have left."""
    for path in (*folder.glob("out*"), *folder.glob(".out*")):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def killed_run(folder: Path, output: str, longest: float, draw: random.Random) -> int:
    """Start over, kill at random moments, and let the last run end; return how often it was killed."""
    remove_outputs(folder)
    kills = 0
    for _ in range(draw.randint(1, MOST_KILLS)):
        with subprocess.Popen(command(folder, output)) as process:  # noqa: S603 - our own program
            try:
                process.wait(draw.uniform(0.0, longest))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                kills += 1
    subprocess.run(command(folder, output), check=True)  # noqa: S603 - our own program
    return kills


def main() -> None:
    """Kill and compare; exit 1 when an output differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--documents", type=int, default=1_000)
    asked = parser.parse_args()
    draw = random.Random(time.time_ns())  # noqa: S311 - no secret
    same = kills = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_articles(folder / "in", asked.documents)
        expected, longest = {}, {}
        for output in ("out.jsonl", "out"):
            remove_outputs(folder)
            start = time.monotonic()
            subprocess.run(command(folder, output), check=True)  # noqa: S603 - our own program
            longest[output] = time.monotonic() - start
            expected[output] = digest(folder, output)
        for number in range(asked.runs):
            output = ("out.jsonl", "out")[number % 2]
            kills += killed_run(folder, output, longest[output], draw)
            same += digest(folder, output) == expected[output]
            print(f"{number + 1} runs, {kills} kills, {same} identical outputs", flush=True)
    sys.exit(same != asked.runs)


if __name__ == "__main__":
    main()
