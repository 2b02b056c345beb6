"""Texts for the speed benchmark, made up by this file: sound prose, Markdown, a hard-wrapped book, misread text.

Words are drawn by Zipf's law, so that letters and accents are about as frequent as in real prose.
"""

from __future__ import annotations

import random
import textwrap
from functools import cache

from speed_words import CHINESE, PUNCTUATION, WORDS


@cache
def sentences(language: str, count: int, seed: int = 7) -> tuple[str, ...]:
    """Return `count` sentences of 6 to 24 words with commas, questions and quotations."""
    draw = random.Random(f"{language}{seed}")  # noqa: S311 - no secret
    vocabulary = WORDS[language].split()
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    quote, stop, comma, question = PUNCTUATION[language]
    made = []
    for _ in range(count):
        words = draw.choices(vocabulary, weights, k=draw.randint(6, 24))
        for at in range(5, len(words) - 3, draw.randint(5, 9)):
            words[at] += comma.strip()
        body = " ".join(words)
        body = body[0].upper() + body[1:] + (question if draw.random() < 0.06 else stop).rstrip()  # noqa: PLR2004
        made.append(quote.format(body) if draw.random() < 0.08 else body)  # noqa: PLR2004
    return tuple(made)


def paragraphs(language: str, size: int, seed: int = 7) -> list[str]:
    """Return paragraphs of 3 to 8 sentences, together at least `size` characters."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    supply = iter(sentences(language, size // 60 + 40, seed))
    made: list[str] = []
    length = 0
    while length < size:
        group = [next(supply, "") for _ in range(draw.randint(3, 8))]
        made.append(" ".join(group).strip())
        length += len(made[-1]) + 2
    return made


def prose(language: str, size: int) -> str:
    """Return sound prose, a paragraph on a line, blank lines between."""
    return "\n\n".join(paragraphs(language, size)) + "\n"


def chinese(size: int) -> str:
    """Return sound Chinese prose with its own punctuation."""
    draw = random.Random(8)  # noqa: S311 - no secret
    weights = [1 / (rank + 8) for rank in range(len(CHINESE))]
    clauses = ["".join(draw.choices(CHINESE, weights, k=draw.randint(5, 16))) for _ in range(size // 10)]
    parts = []
    length = 0
    for number, clause in enumerate(clauses):
        end = "。\n\n" if number % 23 == 22 else "。" if number % 4 == 3 else "，"  # noqa: PLR2004
        parts.append(f"“{clause}”{end}" if number % 19 == 0 else clause + end)
        length += len(parts[-1])
        if length >= size:
            break
    return "".join(parts)


def markdown(size: int) -> str:
    """Return sound articles in Markdown: headings, paragraphs with emphasis and links, lists, a quotation, a table."""
    parts = []
    for number, paragraph in enumerate(paragraphs("en", size)):
        words = paragraph.split()
        if number % 12 == 0:
            parts.append("# " + " ".join(words[:6]).strip(".,").title())
        elif number % 5 == 4:  # noqa: PLR2004
            parts.append("## " + " ".join(words[3:7]).strip(".,").capitalize())
        if number % 3 == 0:
            words[4] = f"**{words[4]}**"
            words[9:11] = [f"[{words[9]}](https://example.org/{number}/{words[9].strip('.,')})"]
        if number % 7 == 6:  # noqa: PLR2004
            parts.append("\n".join(f"- {' '.join(words[at : at + 5])}" for at in range(0, len(words) - 5, 9)))
        elif number % 29 == 28:  # noqa: PLR2004
            rows = [f"| {words[at]} | {at} | {words[at + 1]} |" for at in range(0, 12, 2)]
            parts.append("\n".join(["| place | number | word |", "|---|---|---|", *rows]))
        else:
            parts.append(("> " if number % 11 == 10 else "") + " ".join(words))  # noqa: PLR2004
    return "\n\n".join(parts) + "\n"


def book(size: int) -> str:
    """Return a book as plain text: chapters, paragraphs wrapped at 72 columns, some words divided, dialogue."""
    parts = []
    for number, paragraph in enumerate(paragraphs("en", size, seed=9)):
        if number % 60 == 0:
            parts.append(f"\nCHAPTER {number // 60 + 1}.\n")
        parts.append("\n".join(textwrap.wrap(paragraph, 72)))
    lines = "\n\n".join(parts).split("\n")
    for at in range(40, len(lines) - 1, 37):
        head, _, word = lines[at].rpartition(" ")
        if lines[at + 1] and len(word) > 8 and word.isalpha():  # noqa: PLR2004
            lines[at], lines[at + 1] = f"{head} {word[:5]}-", f"{word[5:]} {lines[at + 1]}"
    return "\n".join(lines) + "\n"


def misread(size: int) -> str:
    """Return Spanish prose with every fourth paragraph decoded as Windows-1252 instead of UTF-8."""
    made = paragraphs("es", size)
    for at in range(0, len(made), 4):
        made[at] = made[at].encode().decode("cp1252", "replace")
    return "\n\n".join(made) + "\n"


def all_texts(size: int) -> dict[str, str]:
    """Return each text of the benchmark, about `size` characters long, under the name it is printed with."""
    return {
        "clean Markdown": markdown(size),
        "wrapped book": book(size),
        "Spanish": prose("es", size),
        "French": prose("fr", size),
        "German": prose("de", size),
        "Chinese": chinese(size // 2),
        "mojibake": misread(size),
    }
