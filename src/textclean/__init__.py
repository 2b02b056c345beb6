"""textclean repairs what converters did to a text, keeps every edit on record, and reads articles.

Names are imported when first used, so that `import textclean` costs almost nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from textclean.version import __version__

if TYPE_CHECKING:
    from textclean.api import clean, run
    from textclean.article.model import Article
    from textclean.article.reader import read_article
    from textclean.cleaned import Cleaned
    from textclean.edits import Edit, Notice
    from textclean.errors import TextcleanError
    from textclean.pipeline import Pipeline
    from textclean.registry import cleaner

__all__ = [
    "Article",
    "Cleaned",
    "Edit",
    "Notice",
    "Pipeline",
    "TextcleanError",
    "__version__",
    "clean",
    "cleaner",
    "read_article",
    "run",
]

_HOMES = {
    "Article": "textclean.article.model",
    "Cleaned": "textclean.cleaned",
    "Edit": "textclean.edits",
    "Notice": "textclean.edits",
    "Pipeline": "textclean.pipeline",
    "TextcleanError": "textclean.errors",
    "clean": "textclean.api",
    "cleaner": "textclean.registry",
    "read_article": "textclean.article.reader",
    "run": "textclean.api",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module 'textclean' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
