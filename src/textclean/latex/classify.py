"""Tell what a span says: the reason to unwrap it, or that it is mathematics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.latex.chemistry import is_chemistry, join_formulas
from textclean.latex.lowered import completes_formula
from textclean.latex.quantities import quantity_reason
from textclean.latex.raised import is_ordinal, raised_reason
from textclean.latex.signature import signature
from textclean.latex.symbols_alone import is_fragment, is_symbol
from textclean.latex.unit_expressions import is_unit_expression
from textclean.latex.words import is_wording
from textclean.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from textclean.latex.atoms import Reading
    from textclean.latex.setting import Setting

_MATHEMATICS = lazy_pattern(r"[Mxy?]")


def classify(reading: Reading, setting: Setting) -> str | None:
    """Return the reason (such as `latex.word`) why what was read is no mathematics, or None where it is."""
    atoms = reading.atoms
    sig = signature(atoms)
    if not sig or _MATHEMATICS.search(sig):
        return None
    if is_chemistry(atoms, sig) or completes_formula(atoms, sig, setting):
        return "latex.chemistry"
    if "s" in sig:
        atoms = join_formulas(atoms)
        sig = signature(atoms)
    certain = reading.spaced or reading.bold or reading.lined or setting.table or not setting.mathematical
    if is_symbol(atoms, sig, setting, certain=certain):
        return "latex.symbol"
    reason = raised_reason(atoms, sig, reading, setting)
    if reason is None and is_ordinal(atoms, sig, reading, setting):
        reason = "latex.ordinal"
    reason = reason or quantity_reason(atoms, sig, reading, setting, certain=certain)
    if reason is None and is_unit_expression(atoms, sig, setting):
        reason = "latex.unit"
    if reason is None and is_wording(atoms, sig, reading, setting):
        reason = "latex.word"
    if reason is None and is_fragment(atoms, sig) and not setting.display:
        reason = "latex.symbol"
    return reason
