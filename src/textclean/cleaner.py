"""Moved to `textclean.registry`: a module of this name would hide the decorator `textclean.cleaner`. Do not use."""

from textclean.registry import *  # noqa: F403
from textclean.registry import Step, cleaner, find_cleaner, registered_cleaners  # noqa: F401
