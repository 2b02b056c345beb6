"""Fit the weights of line boundaries to a corpus, and say by cross-validation over documents what they are worth.

    python benchmarks/train_line_model.py ../shared/corpora/wraps/dev [--write] [--plain]

`--write` puts the table into the package; without it only the figures are printed. Needs joblib.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from joblib import Parallel, delayed

import line_training as training
from line_documents import FOLDS, JOINED, Document, fold_of, load_documents, lowered, mode_of, pieces, rewrapped
from textclean.structure.boundaries.factors import BREAKS, observe
from textclean.structure.boundaries.model import Model, format_models
from textclean.structure.boundaries.neighbours import observe_neighbours
from textclean.structure.boundaries.settling import settle

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Column = NDArray[np.float64]

TABLE = Path(__file__).parents[1] / "src" / "textclean" / "structure" / "boundaries" / "weights.txt"
JOIN = training.Recipe(rows=220, questions=6, rate=0.12, sample=0.25)
CONTEXT = training.Recipe(rows=30, questions=4, rate=0.12, shrink=50, factors=0.7)
PARAGRAPH = training.Recipe(rows=120, questions=5, rate=0.12, seed=1)
MADE = 0.25
"""What a boundary of a piece or a rewrapped text counts beside one of a document."""

CONTEXT_FACTORS = ("end", "start", "break", "fit-nearby", "marker", "block-size", "length")


class Boundaries:
    """All boundaries of all texts, column by column."""

    def __init__(self, documents: list[Document]) -> None:
        """Observe every document."""
        tables = [document.lines for document in documents]
        seen = [observe(table) for table in tables]
        self.documents = documents
        self.tables = tables
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


def cross_validated(b: Boundaries, task: training.Task, use: NDArray[np.bool_], recipe: training.Recipe) -> Column:
    """Return for each boundary the score of a model that has not seen its document."""

    def one(fold: int) -> tuple[int, Column]:
        model = training.fit(task, np.flatnonzero(use & (b.fold != fold)), recipe)
        return fold, training.score(model, task)

    scores = np.zeros(len(task.target))
    for fold, found in Parallel(n_jobs=2)(delayed(one)(fold) for fold in range(FOLDS)):
        scores[b.fold == fold] = found[b.fold == fold]
    return scores


def answers(b: Boundaries, join: Column, paragraph: Column) -> NDArray[np.str_]:
    """Return what each boundary is by scores and rules, as the scorer of the corpus names it."""
    found = []
    at = 0
    for document, table, size in zip(b.documents, b.tables, b.sizes, strict=True):
        here = slice(at, at + size)
        first, second = join[here].astype(np.float32), np.where(join[here] > 0, 0, paragraph[here]).astype(np.float32)
        here_width = b.columns["width-nearby"][here]
        found.append(settle(document.text, table, first, second, here_width, pulled=document.pulled).boundaries)
        at += size
    names = np.array(["l", "J", "p", "l"])[np.concatenate(found)]
    blank = ~np.isin(b.columns["break"], [BREAKS.index("0"), BREAKS.index("page")])
    return np.where((names == "l") & blank, "p", names)


def report(b: Boundaries, answer: NDArray[np.str_], use: NDArray[np.bool_]) -> None:
    """Print what the scorer of the corpus would, for known furniture and hyphens."""
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


def texts_of(corpus: Path, *, plain: bool) -> tuple[list[Document], int]:
    """Return the documents of the corpus, then what is made of them, and how many there are of the former."""
    rng = random.Random(1)  # noqa: S311 - the same pieces every time
    documents = list(load_documents(corpus))
    whole = len(documents)
    for document in () if plain else documents[:whole]:
        size = document.text.count("\n")
        documents += pieces(document, rng, 2 + size // 300, 3, 16)
        documents += pieces(document, rng, 1 + size // 1500, 20, 150)
        again = rewrapped(document, rng) if document.path.startswith(("gutenberg", "books")) else None
        documents += [made for made in (lowered(document), again) if made]
    return documents, whole


def binned(columns: dict[str, NDArray[Any]]) -> training.Binned:
    """Cut columns into bins."""
    return training.cut(columns, training.find_limits(columns))


def main() -> None:
    """Read, cross-validate, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--plain", action="store_true", help="train on whole documents only")
    arguments = parser.parse_args()
    documents, whole = texts_of(arguments.corpus, plain=arguments.plain)
    b = Boundaries(documents)
    first = np.arange(len(b.gaps)) < sum(b.sizes[:whole])
    weight = np.where(first, 1.0, MADE)
    print(len(documents), "texts", len(b.gaps), "boundaries", "pieces and rewrapped:", int((~first).sum()), flush=True)
    broken = b.known & b.broken

    alone = training.Task(binned(b.columns), b.joined, weight)
    join = cross_validated(b, alone, b.known, JOIN)
    around = {name: b.columns[name] for name in CONTEXT_FACTORS} | b.neighbours(join)
    context = training.Task(binned(around), b.joined, weight, join)
    second = cross_validated(b, context, b.known, CONTEXT)
    parting = training.Task(binned(b.columns | b.neighbours(second)), b.paragraph, weight)
    paragraph = cross_validated(b, parting, broken, PARAGRAPH)
    answer = answers(b, second, paragraph)
    print("whole documents")
    report(b, answer, first)
    print("pieces and rewrapped")
    report(b, answer, ~first)
    if arguments.write:
        rows = np.flatnonzero(b.known)
        models: dict[str, Model] = {
            "join": training.fit(alone, rows, JOIN),
            "join-in-context": training.fit(context, rows, CONTEXT),
            "paragraph": training.fit(parting, np.flatnonzero(broken), PARAGRAPH),
        }
        TABLE.write_text(HEAD + format_models(models), encoding="utf-8")
        print(TABLE, TABLE.stat().st_size, "bytes")


HEAD = """\
# Weights of line boundaries, fitted by benchmarks/train_line_model.py; see line_model.py for how a row is read.
"""

if __name__ == "__main__":
    main()
