"""Settings and folders that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("textclean", deadline=None, max_examples=100)
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
