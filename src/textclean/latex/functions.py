r"""Names that are mathematics although they are set like words.

Source: the operator names of LaTeX2e and amsmath, and those that papers declare with `\operatorname`.
"""

from __future__ import annotations

_OPERATORS = (
    "sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan tg ctg arctg sh ch th log ln lg exp lim "
    "limsup liminf sup inf max min argmax argmin arg det dim ker Ker im Im Re coker rank rk tr Tr diag sgn sign "
    "sinc var Var cov Cov Corr corr KL vec Vec softmax Softmax sigmoid ReLU relu mod gcd lcm GCD LCM Pr span conv "
    "erf erfc prox proj Proj Hom End Aut Gal Id id div curl grad rot card supp dom ran cl int deg adj Adj rad Res "
    "res ord Ord Spec Sym Alt GL SL SO SU PGL PSL sp Sp Lie Ad ad dist diam vol std Std const iff argsort Attn "
    "Att dx dy dz dt dr ds dv dw dp dq dS dV dA dX dW "
)
FUNCTIONS = frozenset(_OPERATORS.split())
"""What follows these, or their being alone in a span, is mathematics."""

FUNCTION_WORDS = frozenset("As At An In It Is If On Or Of To We He Me My No So By Do Be Am Us Up Go".split())  # noqa: SIM905 - reads as the words it holds
"""Words so short that letters set in a group of their own still mean them, by their capital."""
