"""Settings that all tests share."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("textclean", deadline=None, max_examples=100)
settings.load_profile("textclean")
