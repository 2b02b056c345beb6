"""What the scorers of the corpora call."""

from __future__ import annotations

import textclean


def latex(text: str) -> str:
    """Clean a window or a document for the LaTeX and placeholder corpus."""
    return textclean.clean(text)
