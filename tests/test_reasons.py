"""Reasons are names that users filter on: spelled one way, everywhere."""

from __future__ import annotations

import re

import pytest

from textclean import cleaners
from textclean.registry import find_cleaner

DOTTED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+")


@pytest.mark.parametrize("name", cleaners.__all__)
def test_reasons_are_dotted_and_hyphenated(name: str) -> None:
    """Each cleaner declares its reasons: small letters, words parted by hyphens, levels by points."""
    reasons = find_cleaner(name).reasons
    assert reasons
    assert [reason for reason in reasons if not DOTTED.fullmatch(reason)] == []
