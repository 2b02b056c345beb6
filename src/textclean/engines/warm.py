"""Imported by the fork server, for its effect: it loads the tables that a first document would load.

Workers are forked from that process, so that they share the memory of the tables, and one that replaces a dead one is
at work at once.
"""

from __future__ import annotations

import gc

from textclean.article.reader import read_article

_TEXT = """# The harbour office closes

By Ana Reyes

La Paz, January 5, 2021 (RSN)-- The office was closed for the day, and nobody could say how long the main-
tenance would go on, or who had asked
for it.

https://www.example.org/news/coast/281-office
"""

read_article(_TEXT)
gc.freeze()  # the collector would write to what is shared, and so copy it
