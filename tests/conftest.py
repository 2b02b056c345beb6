"""Settings and folders that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# The same examples in every run of CI: what is found by chance is found at the desk, where it can be mended.
settings.register_profile("textclean", deadline=None, max_examples=100, derandomize="CI" in os.environ)
settings.load_profile("textclean")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of real documents with their truth, or skip where it is not beside the checkout."""
    folder = ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip("the corpora of real documents do not stand beside this checkout")
    return folder


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """Return the folder of documents of our own writing."""
    return ROOT / "fixtures"
