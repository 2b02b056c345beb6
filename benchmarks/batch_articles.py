"""Articles for the batch benchmarks: made-up news with a heading, a dateline, and some damage, a file each."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from speed_texts import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LANGUAGES = ("en", "es", "fr", "de")
PLACES = ("La Paz", "Harbour Town", "San Lucas", "Nordhafen")
TYPICAL = 2_500
"""Characters of an article, about those of a short news item."""


def articles(count: int) -> Iterator[str]:
    """Yield articles, all different; every fourth is wrapped, has a ligature or a placeholder, or odd spaces."""
    draw = random.Random(11)  # noqa: S311 - no secret
    supply = {language: paragraphs(language, TYPICAL * 400, seed=3) for language in LANGUAGES}
    for number in range(count):
        language = LANGUAGES[number % len(LANGUAGES)]
        first = draw.randrange(len(supply[language]) - 8)
        body = supply[language][first : first + draw.randint(3, 6)]
        if number % 4 == 1:
            body[0] = body[0].replace(" ", "\n", 1).replace("fi", "\ufb01")
        elif number % 4 == 2:  # noqa: PLR2004
            body.insert(1, "*Image not found or type unknown*")
        elif number % 4 == 3:  # noqa: PLR2004
            body[-1] = body[-1].replace(". ", ".  ")
        place, day = PLACES[number % len(PLACES)], 1 + number % 28
        title = " ".join(body[0].split()[3:10]).strip(".,").capitalize()
        yield f"# {title} {number}\n\n{place}, March {day}, 2021 (RSN)-- " + "\n\n".join(body) + "\n"


def write_articles(folder: Path, count: int) -> int:
    """Write articles to a folder, a thousand to a folder below it, unless they are there; return their bytes."""
    written = 0
    for number, text in enumerate(articles(count)):
        path = folder / f"{number // 1000:04}" / f"{number:07}.md"
        data = text.encode()
        written += len(data)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return written
