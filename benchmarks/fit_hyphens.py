"""Fit the weights of `textclean.hyphens` on the corpus of wrapped lines, and print them with their figures.

    python benchmarks/fit_hyphens.py ../shared/corpora/wraps/dev

Every labelled line-end hyphen is seen twice, with its whole document and with 150 lines of it, so that the weights
hold for short texts too. The figures are by cross-validation over documents. Needs scikit-learn and wordfreq.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from textclean.hyphens import weigh_hyphen
from textclean.language import language_of
from textclean.lexicon import WordCounts

WINDOW = 150
FOLDS = 12


class Case(NamedTuple):
    """One labelled hyphen: what was seen, whether it stays, from which document, and how much it counts."""

    seen: dict[str, float]
    stays: bool
    document: str
    weight: float


def read_cases(folder: Path) -> list[Case]:
    """Return the hyphens that the labels say to drop or to keep."""
    cases = []
    for path in sorted(folder.rglob("wrapped*.txt")):
        labels = json.loads(path.with_name(path.name.replace("wrapped", "gaps").replace(".txt", ".json")).read_text())
        lines = path.read_bytes().decode().split("\n")
        body = [index for index, role in enumerate(labels["roles"]) if role == "b"]
        pairs = [(at, behind) for at, behind in pairwise(body) if labels["gaps"][at] in "dk"]
        if not pairs:
            continue
        language = language_of("\n".join(lines))
        weight = (0.25 if "pdf" in path.parts else 0.5) * (1 if language == "de" else 2)
        whole = WordCounts("\n".join(lines))
        windows = [WordCounts("\n".join(lines[at : at + WINDOW])) for at in range(0, len(lines), WINDOW)]
        for at, behind in pairs:
            first, second = lines[at].rstrip()[:-1].split()[-1], lines[behind].split()[0]
            for counts in (whole, windows[at // WINDOW]):
                evidence = weigh_hyphen(first, second, counts, language)
                if evidence is not None:
                    cases.append(Case(evidence.seen, labels["gaps"][at] == "k", path.parent.name, weight))
    return cases


def fit(cases: list[Case], names: list[str]) -> None:
    """Print weights and cross-validated figures of a regression that sees what `names` names."""
    sights: Any = np.array([[case.seen.get(name, 0.0) for name in names] for case in cases])
    stays = np.array([case.stays for case in cases])
    groups = np.array([case.document for case in cases])
    weights = np.array([case.weight for case in cases])
    chance = np.zeros(len(cases))
    for train, test in GroupKFold(FOLDS).split(sights, stays, groups):
        model = LogisticRegression(max_iter=3000).fit(sights[train], stays[train], weights[train])
        chance[test] = model.predict_proba(sights[test])[:, 1]
    model = LogisticRegression(max_iter=3000).fit(sights, stays, weights)
    print(
        {"all": round(float(model.intercept_[0]), 2)} | dict(zip(names, model.coef_[0].round(2).tolist(), strict=True))
    )
    for bar in (0.2, 0.25, 0.3):
        right = (chance > bar) == stays
        print(f"from {bar}: right {right.mean():.4f}, of those that stay {right[stays].mean():.3f} ({stays.sum()})")


if __name__ == "__main__":
    found = read_cases(Path(sys.argv[1]))
    every = sorted({name for case in found for name in case.seen} - {"all"})
    lexical = {"joined common", "parts common", "first in no lexicon", "rarer than its parts"}
    fit(found, [name for name in every if name not in lexical])
    fit(found, every)
