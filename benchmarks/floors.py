"""Run every scorer of the corpora against this checkout and compare with the floors already reached.

    python benchmarks/floors.py ../shared/corpora [wraps|latex|news|datelines ...]

Prints each figure beside its floor; exits 1 when one falls short. `floors.toml` holds the floors: they only rise.
"""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from typing import Any

import adapters

HERE = Path(__file__).resolve().parent
Figures = dict[str, float]


def scorer(corpora: Path, name: str) -> Any:  # noqa: ANN401 - a module that stands outside the project
    """Import the scorer of one corpus."""
    spec = importlib.util.spec_from_file_location(f"score_{name}", corpora / name / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no scorer in {corpora / name}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wraps_figures(corpora: Path) -> Figures:
    """Score lines: boundaries, hyphens, furniture, loss; the worst mode beside the whole."""
    score = scorer(corpora, "wraps")
    result = score.evaluate(adapters.wraps, score.load_corpus(str(corpora / "wraps" / "dev")), group="mode")
    whole = result.pop("ALL")
    figures = {
        name: whole[key]
        for name, key in {
            "acc": "acc",
            "join_f1": "joinF",
            "paragraph_f1": "paraF",
            "hyphens": "hyph",
            "hyphens_kept": "hykeep",
            "false_joins_per_1000": "falsejoin_k",
            "furniture_left": "furn_left",
        }.items()
    }
    figures["lost_percent"] = 100 * whole["chars_lost"]
    figures["acc_worst_mode"] = min(m["acc"] for name, m in result.items() if not name.startswith("news"))
    return figures


def latex_figures(corpora: Path) -> Figures:
    """Score stray LaTeX, kept mathematics, placeholders, and documents that must not change."""
    score = scorer(corpora, "latex")
    report = score.score(adapters.latex, "dev")

    def share(rows: dict[str, int], *good: str) -> float:
        return sum(rows.get(name, 0) for name in good) / sum(rows.values())

    def placeholders(action: str) -> dict[str, int]:
        rows: dict[str, int] = {}
        for key, count in report["placeholders"].items():
            if key.startswith(action):
                verdict = key.rpartition("/")[2]
                rows[verdict] = rows.get(verdict, 0) + count
        return rows

    spans = report["spans"]
    return {
        "stray_tier_1": share(spans["STRAY1"], "pass"),
        "stray_tier_2": share(spans["STRAY2"], "pass"),
        "mathematics_kept": share(spans["MATH"], "same", "kept"),
        "not_latex_kept": share(spans["NOT_LATEX"], "same", "kept"),
        "placeholders_removed": share(placeholders("REMOVE"), "pass"),
        "placeholders_kept": share(placeholders("KEEP"), "pass"),
        "clean_documents_changed": sum(changed != 0 for _, changed in report["clean_docs"]),
    }


def news_figures(corpora: Path) -> Figures:
    """Score the fields of articles over all converters."""
    score = scorer(corpora, "news")
    whole = score.score_corpus(str(corpora / "news" / "dev"), adapters.article)["ALL"]
    names = ["title_norm", "body_F1", "para_f1", "url_acc", "url_wrong", "publisher_acc", "authors_acc", "date_acc"]
    names += ["dateline_acc", "url_fp", "publisher_fp", "authors_fp", "date_fp", "dateline_fp", "language_acc"]
    return {name.lower(): whole[name] for name in names}


def datelines_figures(corpora: Path) -> Figures:
    """Score datelines: all parts right, and negatives accepted."""
    score = scorer(corpora, "news")
    figures = {}
    for name, file in {"cases": "cases.jsonl", "reuters": "reuters21578.jsonl"}.items():
        result = score.score_datelines(str(corpora / "news" / "dev" / "datelines" / file), adapters.dateline)
        figures[f"{name}_all_parts"] = result["all"][0]
        figures[f"{name}_negatives_accepted"] = result["neg_fp"][0]
    return figures


SCORES = {"wraps": wraps_figures, "latex": latex_figures, "news": news_figures, "datelines": datelines_figures}


def main(corpora: Path, names: list[str]) -> int:
    """Print figures beside floors; return how many fell short."""
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    short = 0
    for name in names or SCORES:
        for figure, value in SCORES[name](corpora).items():
            floor = floors.get(name, {}).get("at_least", {}).get(figure)
            ceiling = floors.get(name, {}).get("at_most", {}).get(figure)
            fails = (floor is not None and value < floor) or (ceiling is not None and value > ceiling)
            short += fails
            bound = f">= {floor}" if floor is not None else f"<= {ceiling}" if ceiling is not None else "no floor"
            print(f"{name:<10} {figure:<26} {value:8.4f}  {bound:<12} {'SHORT' if fails else ''}", flush=True)
    return short


if __name__ == "__main__":
    if len(sys.argv) < 2:  # noqa: PLR2004 - the folder is the one argument
        sys.exit(__doc__)
    sys.exit(1 if main(Path(sys.argv[1]), sys.argv[2:]) else 0)
