"""Which evidence decided that lines were joined, or that a hyphen went: gathered into what a reader can follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from textclean.hyphens import weigh_hyphen
from textclean.language import language_of
from textclean.lazy_pattern import lazy_pattern
from textclean.lexicon import WordCounts
from textclean.structure.boundaries.factors import NAMED
from textclean.structure.boundaries.pulled_words import pulled_words
from textclean.structure.boundaries.settling import RULES
from textclean.structure.lines import decide_lines, explain_boundary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textclean.edits import Edit
    from textclean.structure.lines import Evidence, Lines

MOST = 100
"""Line boundaries whose evidence is told: each is weighed anew against the whole document."""

STRONGEST = 5
"""Pieces of evidence shown for one decision."""

_OF_BOUNDARIES = ("wrap.join", "wrap.paragraph", "wrap.page", "doubtful-join")
_OF_HYPHENS = ("hyphen.drop", "hyphen.keep", "doubtful-hyphen")

_SUBJECTS = (
    (r"fit(-.*)?", "room at the line's end for the next word"),
    (r"(wide-)?open-.*|document-full", "how many lines around end early"),
    (r"length(-ratio)?|fullness.*|.*width.*|spread.*", "how long the line is beside others"),
    (r"end|stops|points|sentences|stopped-word", "how the line, and lines around, end"),
    (r"start|own-start|first-word|last-word|lower", "how the next line, and lines around, begin"),
    (r"capitals|document-capitals|titled|shouted", "lines and words with a capital"),
    (r"(own-)?marker", "markers of list items"),
    (r"break|blanks|document-blanks", "blank lines and page breaks"),
    (r"step|hang|indents?|document-indents", "how far lines stand in"),
    (r"block-.*|capitals-block", "the block it stands in"),
    (r"bracketed", "brackets that are open"),
    (r"rhymes|alike", "neighbouring lines that are built alike"),
    (r"gaps|widest-gap|marks|numbers|words|leaders", "what the lines are made of"),
    (r"document-(joined|wide)", "what converter and script the text is of"),
    (r"(blank-)?joins?(-(before|behind))?(-\d+)?|document-joins", "what the boundaries around are"),
)
"""What the factors of the line models are about; what fits none is told by its own name."""

_AROUND = lazy_pattern(r"(?:^(?:previous|next|after-next)-)|(?:-(?:near|nearby|far|block)$)")
_ANSWER = lazy_pattern(r"(?P<factor>[a-z0-9-]+)(?P<sign>>=|<)(?P<limit>\S+)")


class Weighed(NamedTuple):
    """One decision: what the score means, the score, and what was seen, each with a weight, strongest first.

    The weights of line boundaries are `signed`, in logits, and add up to the score; those of hyphens are amounts.
    `rule` says in words which rule had the last word, where the score had not.
    """

    meaning: str
    score: float
    evidence: tuple[tuple[float, str], ...]
    signed: bool
    rule: str | None = None

    def rows(self) -> Iterator[str]:
        """Yield what a reader is shown: the score with its meaning, then the strongest evidence."""
        if self.rule:
            yield f"{'rule':>14}  {self.rule}"
        yield f"{self.score:>14.2f}  {self.meaning}"
        for weight, seen in self.evidence[:STRONGEST]:
            yield f"{weight:>{'+' if self.signed else ''}14.2f}  {seen}"

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        evidence = [{"weight": round(weight, 2), "seen": seen} for weight, seen in self.evidence]
        told = {"meaning": self.meaning, "score": round(self.score, 2), "evidence": evidence}
        return {"rule": self.rule, **told} if self.rule else told


class Decisions:
    """What was decided in one text: the text that a step saw."""

    def __init__(self, text: str, before: Sequence[Edit] = ()) -> None:
        """Take the text, and the edits of the step before: where words were put together, lines are read as printed."""
        self.text = text
        self._pulled = pulled_words(before)
        self._lines: Lines | None = None
        self._counts: WordCounts | None = None
        self.told = 0

    def explain(self, name: str, start: int, end: int) -> Weighed | None:
        """Return what decided an edit or notice called `name`, at a span of the text; None where nothing was weighed.

        Of more than `MOST` line boundaries the others are not told.
        """
        if name.startswith(_OF_BOUNDARIES):
            self.told += 1
            return self._boundary(start) if self.told <= MOST else None
        return self._hyphen(start, end) if name in _OF_HYPHENS else None

    def _boundary(self, at: int) -> Weighed:
        self._lines = self._lines or decide_lines(self.text, self._pulled)
        line = int(self._lines.table.start.searchsorted(at)) - 1
        evidence = explain_boundary(self.text, line, self._pulled)
        score = sum(one.weight for one in evidence)
        rule = RULES[self._lines.rules[line]] if self._lines.rules[line] else None
        return Weighed("above 0, the lines belong together", score, tuple(gather(evidence)), signed=True, rule=rule)

    def _hyphen(self, start: int, end: int) -> Weighed | None:
        self._counts = self._counts or WordCounts(self.text)
        head = self.text[max(0, start - 80) : start + 1].rstrip("-\u2010\u2011").rsplit(maxsplit=1)[-1:]
        tail = self.text[end : end + 80].split(maxsplit=1)[:1]
        if not head or not tail:
            return None
        found = weigh_hyphen(head[0], tail[0], self._counts, language_of(self.text))
        if found is None:
            return None
        seen = sorted(((amount, name) for name, amount in found.seen.items() if amount and name != "all"), reverse=True)
        return Weighed("the chance that the hyphen belongs to the word", found.chance, tuple(seen), signed=False)


def gather(evidence: Sequence[Evidence]) -> Iterator[tuple[float, str]]:
    """Yield what evidence is about, with the weight of all of it in logits: greatest first, what cancels out left out.

    A piece of evidence asks several questions at once; its weight is shared between them.
    """
    weights: dict[str, float] = {}
    seen: dict[str, dict[str, list[str]]] = {}
    for one in evidence:
        answers = [match for match in map(_ANSWER.fullmatch, one.answers.split()) if match]
        for answer in answers:
            subject = subject_of(answer["factor"])
            weights[subject] = weights.get(subject, 0.0) + one.weight / len(answers)
            limits = seen.setdefault(subject, {}).setdefault(answer["factor"], [])
            limits.append(answer["sign"] + answer["limit"])
        if not answers:
            weights[one.answers] = weights.get(one.answers, 0.0) + one.weight
    for subject, weight in sorted(weights.items(), key=lambda item: -abs(item[1])):
        yield weight, _told(subject, seen.get(subject, {}))


def subject_of(factor: str) -> str:
    """Say what a factor of the line models is about.

    >>> subject_of("fit-nearby"), subject_of("next-end")
    ("room at the line's end for the next word", 'how the line, and lines around, end')
    """
    bare = _AROUND.sub("", factor)
    for pattern, subject in _SUBJECTS:
        if re.fullmatch(pattern, factor) or re.fullmatch(pattern, bare):
            return subject
    return factor


def _told(subject: str, factors: Mapping[str, list[str]]) -> str:
    """Name the factor of a subject that was asked most, and between which limits it lies."""
    if not factors:
        return subject
    factor, limits = max(factors.items(), key=lambda item: len(item[1]))
    return f"{subject} ({factor} {_between(factor, limits)})"


def _between(factor: str, limits: Sequence[str]) -> str:
    """Unite limits into the values that lie between all of them."""
    low = [limit.removeprefix(">=") for limit in limits if limit.startswith(">=")]
    high = [limit.removeprefix("<") for limit in limits if limit.startswith("<")]
    if factor in NAMED:
        names = NAMED[factor]
        first = max(map(names.index, low), default=0)
        last = min(map(names.index, high), default=len(names))
        return " or ".join(names[first:last]) if last - first < STRONGEST else f"not {' or '.join(names[:first])}"
    least = f"at least {max(low, key=float)}" if low else ""
    below = f"below {min(high, key=float)}" if high else ""
    return ", ".join(filter(None, (least, below)))
