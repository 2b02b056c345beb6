"""The two calls most users need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.presets import find_pipeline

if TYPE_CHECKING:
    from textclean.cleaned import Cleaned
    from textclean.pipeline import Pipeline


def clean(text: str, pipeline: str | Pipeline = "standard") -> str:
    r"""Return `text` cleaned by a preset or a pipeline of your own.

    Raises `UnknownNameError` for a preset that does not exist; no text makes it raise.

    >>> clean("An of\ufb01ce.")
    'An office.'
    """
    return find_pipeline(pipeline)(text)


def run(text: str, pipeline: str | Pipeline = "standard") -> Cleaned:
    """Clean `text` and return it with its ledger: every edit with its reason, every notice, the way back."""
    return find_pipeline(pipeline).run(text)
