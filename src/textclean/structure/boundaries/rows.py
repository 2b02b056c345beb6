"""What a model is made of: rows of questions, each with the weight of every pattern of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textclean.structure.boundaries.factors import NAMED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Question(NamedTuple):
    """Whether a factor is below a limit; for a named factor, whether its value stands before another in order."""

    factor: str
    below: float

    def __str__(self) -> str:
        """Write the question as it stands in the table."""
        names = NAMED.get(self.factor)
        return f"{self.factor}<{names[int(self.below)] if names else format(self.below, 'g')}"


class Row(NamedTuple):
    """Questions asked together, and the weight of each pattern of answers."""

    questions: tuple[Question, ...]
    weights: NDArray[np.float32]
