"""Fit the weights of line boundaries to a corpus, and say by cross-validation over documents what they are worth.

    python benchmarks/train_line_model.py ../shared/corpora/wraps/dev [--write] [--plain]

`--write` puts the table into the package; without it only the figures are printed. Needs joblib.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import line_training as training
import numpy as np
from joblib import Parallel, delayed
from line_documents import FOLDS, JOINED, Document, fold_of, load_documents, lowered, mode_of, pieces, rewrapped
from textclean.structure.line_factors import BREAKS, observe
from textclean.structure.line_model import Model, format_models
from textclean.structure.line_neighbours import observe_neighbours
from textclean.structure.line_table import read_lines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float64]

TABLE = Path(__file__).parents[1] / "src" / "textclean" / "structure" / "line_weights.txt"
JOIN = training.Recipe(rows=150, questions=5, rate=0.15, sample=0.25)
CONTEXT = training.Recipe(rows=30, questions=4, rate=0.12, shrink=50, factors=0.7)
PARAGRAPH = training.Recipe(rows=80, questions=5, rate=0.15, seed=1)
CONTEXT_FACTORS = ("end", "start", "break", "fit-nearby", "marker", "block-size", "length")


class Boundaries:
    """All boundaries of all texts, column by column."""

    def __init__(self, documents: list[Document]) -> None:
        """Observe every document."""
        tables = [read_lines(document.text) for document in documents]
        seen = [observe(table) for table in tables]
        self.sizes = [len(table.start) - 1 for table in tables]
        for document, size in zip(documents, self.sizes, strict=True):
            if len(document.gaps) != size + 1:
                message = f"{document.path}: {size + 1} lines, {len(document.gaps)} labels"
                raise ValueError(message)
        self.columns: dict[str, NDArray[Any]] = {
            name: np.concatenate([np.broadcast_to(s[name], n) for s, n in zip(seen, self.sizes, strict=True)])
            for name in seen[0]
        }
        self.gaps = np.array(list("".join(document.gaps[:-1] for document in documents)))
        self.fold = np.repeat([fold_of(document.path) for document in documents], self.sizes)
        self.mode = np.repeat([mode_of(document.path) for document in documents], self.sizes)
        self.known = ~np.isin(self.gaps, ["?", "."])
        self.joined = np.isin(self.gaps, list(JOINED)).astype(float)
        self.paragraph = (self.gaps == "p").astype(float)
        self.broken = np.isin(self.gaps, ["l", "p"])

    def neighbours(self, join: Column) -> dict[str, NDArray[Any]]:
        """Observe what the first scores say, text by text."""
        tight = self.columns["break"] == BREAKS.index("0")
        found = []
        at = 0
        for size in self.sizes:
            one = observe_neighbours(join[at : at + size].astype(np.float32), tight[at : at + size])
            found.append({name: np.broadcast_to(values, size) for name, values in one.items()})
            at += size
        return {name: np.concatenate([one[name] for one in found]) for name in found[0]}


def cross_validated(
    data: training.Binned,
    b: Boundaries,
    use: NDArray[np.bool_],
    target: Column,
    weight: Column,
    recipe: training.Recipe,
    start: Column | None = None,
) -> Column:
    """Return for each boundary the score of a model that has not seen its document."""

    def one(fold: int) -> tuple[int, Column]:
        model = training.fit(data, np.flatnonzero(use & (b.fold != fold)), target, weight, recipe, start)
        return fold, training.score(model, data, start)

    scores = np.zeros(len(target))
    for fold, found in Parallel(n_jobs=2)(delayed(one)(fold) for fold in range(FOLDS)):
        scores[b.fold == fold] = found[b.fold == fold]
    return scores


def report(b: Boundaries, join: Column, paragraph: Column, use: NDArray[np.bool_], doubt: float = 0.0) -> None:
    """Print what the scorer of the corpus would, for known furniture and hyphens."""
    tight = b.columns["break"] == BREAKS.index("0")
    answer = np.where(join > doubt, "J", np.where(paragraph > 0, "p", "l"))
    answer = np.where((np.abs(join) < doubt) & tight, "l", answer)
    answer = np.where((answer == "l") & ~tight & (b.columns["break"] != BREAKS.index("page")), "p", answer)
    print(f"{'':18}{'n':>8}    acc  joinP  joinR  joinF   parP   parR   parF   fj/k")
    for mode in [*sorted(set(b.mode)), "all"]:
        at = use & b.known & ((b.mode == mode) | (mode == "all"))
        g, a, j = b.gaps[at], answer[at], b.joined[at] > 0
        right = np.where(j, a == "J", np.where(g == "i", a != "J", a == g))
        figures = [right.mean()]
        for said, true in ((a == "J", j), ((a == "p") & (g != "i"), g == "p")):
            both = (said & true).sum()
            precision, recall = both / max(said.sum(), 1), both / max(true.sum(), 1)
            figures += [precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)]
        listed = np.isin(g, ["l", "i"])
        figures.append(1000 * (listed & (a == "J")).sum() / max(listed.sum(), 1))
        print(
            f"{mode:18}{at.sum():8} " + " ".join(f"{x:6.3f}" for x in figures[:-1]) + f" {figures[-1]:6.1f}", flush=True
        )


def main() -> None:
    """Read, cross-validate, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--plain", action="store_true", help="train on whole documents only")
    parser.add_argument("--no-check", action="store_true", help="fit without cross-validation")
    arguments = parser.parse_args()
    rng = random.Random(1)
    documents = list(load_documents(arguments.corpus))
    whole = len(documents)
    if not arguments.plain:
        for document in documents[:whole]:
            size = document.text.count("\n")
            documents += pieces(document, rng, 2 + size // 300, 3, 16)
            documents += pieces(document, rng, 1 + size // 1500, 20, 150)
            small = lowered(document)
            documents += [small] if small else []
            again = rewrapped(document, rng) if document.path.startswith(("gutenberg", "books")) else None
            documents += [again] if again else []
    b = Boundaries(documents)
    first = np.arange(len(b.gaps)) < sum(b.sizes[:whole])
    weight = np.where(first, 1.0, 0.25)
    print(len(documents), "texts", len(b.gaps), "boundaries", "pieces and rewrapped:", int((~first).sum()), flush=True)
    data = training.cut(b.columns, training.find_limits(b.columns))
    broken = b.known & b.broken
    join = cross_validated(data, b, b.known, b.joined, weight, JOIN)
    columns = {name: b.columns[name] for name in CONTEXT_FACTORS} | b.neighbours(join)
    context = training.cut(columns, training.find_limits(columns))
    second = cross_validated(context, b, b.known, b.joined, weight, CONTEXT, join)
    columns = b.columns | b.neighbours(second)
    parting = training.cut(columns, training.find_limits(columns))
    if not arguments.no_check:
        paragraph = cross_validated(parting, b, broken, b.paragraph, weight, PARAGRAPH)
        np.savez("/tmp/line_scores.npz", join=second, first=join, paragraph=paragraph)
        print("first pass")
        report(b, join, paragraph, first)
        for doubt in (0.0, 0.25, 0.5):
            print("in context, doubt", doubt)
            report(b, second, paragraph, first, doubt)
        print("pieces and rewrapped")
        report(b, second, paragraph, ~first)
    if arguments.write:
        rows = np.flatnonzero(b.known)
        models: dict[str, Model] = {
            "join": training.fit(data, rows, b.joined, weight, JOIN),
            "join-in-context": training.fit(context, rows, b.joined, weight, CONTEXT, join),
            "paragraph": training.fit(parting, np.flatnonzero(broken), b.paragraph, weight, PARAGRAPH),
        }
        TABLE.write_text(HEAD + format_models(models), encoding="utf-8")
        print(TABLE, TABLE.stat().st_size, "bytes")


HEAD = """\
# Weights of line boundaries, fitted by benchmarks/train_line_model.py; see line_model.py for how a row is read.
"""

if __name__ == "__main__":
    main()
