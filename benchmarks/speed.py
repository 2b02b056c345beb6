"""Throughput beside other cleaners, cost per byte from 1 kB to 50 MB, and seconds by cleaner: one run, one table each.

Run `python benchmarks/speed.py` where the dependency group `bench` is installed; a peer that is not is left out.
`--size` sets the characters per text, `--only peers|curve|profile` one table. Processor time, medians of five runs.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import logging
import statistics
import time
import warnings
from typing import TYPE_CHECKING

from speed_texts import all_texts, markdown
from textclean.edits import apply_edits
from textclean.presets import STANDARD
from textclean.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Callable

REPEATS = 5
MEGABYTE = 1_000_000


def peers() -> dict[str, Callable[[str], str] | None]:
    """Return each peer's cleaning as its own documentation calls it, or None where it is not installed."""

    def ftfy() -> Callable[[str], str]:
        return importlib.import_module("ftfy").fix_text  # type: ignore[no-any-return]

    def unstructured_clean() -> Callable[[str], str]:
        clean = importlib.import_module("unstructured.cleaners.core").clean
        return lambda text: clean(text, extra_whitespace=True, dashes=True, bullets=True)

    def unstructured_join() -> Callable[[str], str]:
        return importlib.import_module("unstructured.cleaners.core").group_broken_paragraphs  # type: ignore[no-any-return]

    def textacy() -> Callable[[str], str]:
        part = importlib.import_module("textacy.preprocessing")
        rules = part.normalize
        steps = (rules.hyphenated_words, rules.quotation_marks, rules.bullet_points, rules.unicode, rules.whitespace)
        return part.make_pipeline(*steps)  # type: ignore[no-any-return]

    def clean_text() -> Callable[[str], str]:
        clean = importlib.import_module("cleantext").clean
        return lambda text: clean(text, fix_unicode=True, to_ascii=False, lower=False)

    loaders = {
        "ftfy.fix_text": ftfy,
        "unstructured clean": unstructured_clean,
        "unstructured group_broken_paragraphs": unstructured_join,
        "textacy": textacy,
        "clean-text": clean_text,
    }
    found: dict[str, Callable[[str], str] | None] = {}
    for name, load in loaders.items():
        found[name] = None
        with contextlib.suppress(ImportError), warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            found[name] = load()
    return found


def seconds(function: Callable[[str], object], text: str, calls: int = 1) -> float:
    """Return the median processor time of a call, of five measured; each is of `calls`, more than one for short texts.

    Processor time is what other work on the machine disturbs least.
    """
    taken = []
    for _ in range(REPEATS):
        start = time.process_time()
        for _ in range(calls):
            function(text)
        taken.append((time.process_time() - start) / calls)
    return statistics.median(taken)


def print_peers(size: int) -> None:
    """Print MB/s of each text for textclean and its peers, and how many times as fast as ftfy it is."""
    print(f"\n## Throughput, MB/s of UTF-8 (medians of {REPEATS}; in brackets: times ftfy.fix_text)\n")
    texts = all_texts(size)
    known = peers()
    print("| | " + " | ".join(texts) + " |")
    print("|---|" + "---:|" * len(texts))
    ftfy = known["ftfy.fix_text"]
    base = {name: seconds(ftfy, text) if ftfy else float("nan") for name, text in texts.items()}
    for label, function in {"textclean standard": STANDARD, **known}.items():
        if function is None:
            print(f"| {label} | " + "not installed | " * len(texts))
            continue
        cells = []
        for name, text in texts.items():
            taken = base[name] if label == "ftfy.fix_text" else seconds(function, text)
            cells.append(f"{len(text.encode()) / taken / MEGABYTE:.1f} ({base[name] / taken:.1f}×)")
        print(f"| {label} | " + " | ".join(cells) + " |", flush=True)


def print_curve() -> None:
    """Print the cost per byte of one document as it grows."""
    print("\n## Cost of one document of Markdown by its size\n\n| bytes | seconds | ns per byte |\n|---:|---:|---:|")
    whole = markdown(50 * MEGABYTE)
    STANDARD(whole[:MEGABYTE])  # loads what is loaded once
    for size in (1_000, 3_000, 10_000, 30_000, 100_000, MEGABYTE, 10 * MEGABYTE, 50 * MEGABYTE):
        text = whole[:size]
        taken = seconds(STANDARD, text, calls=max(1, MEGABYTE // size))
        print(f"| {len(text.encode())} | {taken:.5f} | {taken / len(text.encode()) * 1e9:.1f} |", flush=True)


def print_profile(size: int) -> None:
    """Print the seconds that each cleaner takes in a first round over each text, in ms per MB."""
    print("\n## Milliseconds per MB by cleaner, first round (structure is counted where it is first asked for)\n")
    texts = all_texts(size)
    rows: dict[str, list[str]] = {step.name: [] for step in STANDARD}
    for text in texts.values():
        STANDARD(text[: len(text) // 10])  # loads what is loaded once
        current = Structure(text)
        for step in STANDARD:
            start = time.process_time()
            edits = step.examine(current).edits
            rows[step.name].append(f"{(time.process_time() - start) * 1e9 / len(text.encode()):.1f}")
            if edits:
                current = Structure(apply_edits(current.text, edits))
    print("| | " + " | ".join(texts) + " |")
    print("|---|" + "---:|" * len(texts))
    for name, cells in rows.items():
        print(f"| {name} | " + " | ".join(cells) + " |")


def main() -> None:
    """Print the tables asked for."""
    logging.disable(logging.WARNING)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=900_000, help="characters per text")
    parser.add_argument("--only", choices=["peers", "curve", "profile"])
    asked = parser.parse_args()
    if asked.only in (None, "peers"):
        print_peers(asked.size)
    if asked.only in (None, "curve"):
        print_curve()
    if asked.only in (None, "profile"):
        print_profile(asked.size)


if __name__ == "__main__":
    main()
