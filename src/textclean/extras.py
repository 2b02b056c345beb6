"""Packages that only some uses need: loaded when asked for, and named with their remedy when they are not there."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from textclean.errors import MissingExtraError


def load_extra(module: str, extra: str, purpose: str) -> Any:  # noqa: ANN401 - a module
    """Import a module that an extra of this package brings. Raises `MissingExtraError`.

    >>> load_extra("no_such_module", "parquet", "Parquet files")
    Traceback (most recent call last):
    textclean.errors.MissingExtraError: Parquet files need no_such_module: pip install 'textclean-toolkit[parquet]'
    """
    require_extra(module.partition(".")[0], extra, purpose)
    return import_module(module)


def require_extra(module: str, extra: str, purpose: str) -> None:
    """Find a module without importing it. Raises `MissingExtraError`."""
    if find_spec(module) is None:
        raise MissingExtraError(module, extra, purpose)
