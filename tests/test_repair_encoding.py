"""The encoding repair gives what ftfy gives, line for line, and its gate holds nothing back that ftfy would change."""

from __future__ import annotations

import re
import sys
from itertools import product

import pytest
from ftfy import TextFixerConfig, fix_and_explain
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES, is_bad
from ftfy.chardata import HTML_ENTITY_RE
from ftfy.fixes import ANSI_RE
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import texts
from textclean.cleaners import repair_encoding
from textclean.encoding_gate import ENTITY, TERMINAL_ESCAPE, suspicious_segments

SENTENCES = [
    "L’été dernier, l’élève a dit : « Où êtes-vous ? »",
    "¿Cómo está el señor Núñez? «Bien», dijo él.",
    "Die Straße führt über Ärger, Öl und Übermut – „ganz“ sicher.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Zażółć gęślą jaźń.",
    "Árvíztűrő tükörfúrógép",
    "Съешь же ещё этих мягких французских булок — да выпей чаю.",
    "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.",
    "Pijamalı hasta yağız şoföre çabucak güvendi.",
    "Įlinkdama fechtuotojo špaga sublykčiojusi pragręžė apvalų arbūzą.",
    "日本語の文章です。“引用”も、あります。",
    "他说：“今天天气很好”，我们去公园。",
    "오늘은 날씨가 좋다.",
    "العربية لغة جميلة",
    "שלום עולם",
    "हिन्दी में लिखा",
    "It’s “quoted” — for €5, £3 or ¥20… and 20 °C ± ½",
    "œuvre, cœur, Œdipe et le vœu.",
    "😀 emoji 👩‍👩‍👧 and ✔ marks • bullets ™",
]
ENCODINGS = [
    "latin-1",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1257",
    "iso-8859-2",
    "mac-roman",
    "cp437",
]
SETTINGS = TextFixerConfig(
    unescape_html=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
    explain=True,
)


def misread(text: str, encoding: str, times: int = 1) -> str:
    """Decode the UTF-8 bytes of a text as another encoding, bytes without meaning as Latin-1."""
    for _ in range(times):
        text = "".join(bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in text.encode())
    return text


def by_ftfy(text: str, *, entities: bool = True) -> str:
    """Repair line by line with ftfy itself, keeping a line feed that ftfy would swallow."""
    config = SETTINGS._replace(unescape_html=entities)
    repaired = []
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        fixed = fix_and_explain(line, config).text
        if line.endswith("\n") and not fixed.endswith("\n"):
            fixed = fix_and_explain(line[:-1], config).text + "\n"
        repaired.append(fixed)
    return "".join(repaired)


def gate_stops(text: str) -> bool:
    """Tell whether the gate would show this line to ftfy."""
    return any(suspicious_segments(text, frozenset(text), entities=True))


def kinds_of_characters() -> list[str]:
    """Return one character of each kind that ftfy's rules tell apart."""
    named = set("".join(MOJIBAKE_CATEGORIES.values())) | set(BADNESS_RE.pattern)
    borders = {chr(ord(character) + step) for character in named for step in (-1, 0, 1)}
    classes = [re.compile(match[0]) for match in re.finditer(r"\[[^]]+\]|\\[ws]", BADNESS_RE.pattern)]
    singles = re.sub(r"#[^\n]*|\[[^]]+\]|\\[ws]|[\s|^.]", "", BADNESS_RE.pattern)
    kinds: dict[tuple[object, ...], str] = {}
    for character in sorted(borders | set("aZ0 \n中\U0001f600")):
        signature = (*(bool(one.match(character)) for one in classes), character if character in singles else "")
        kinds.setdefault(signature, character)
    return list(kinds.values())


def test_the_gate_sees_every_sequence_of_three_that_ftfy_calls_bad() -> None:
    """Exhaustive over the kinds of characters that ftfy tells apart: nothing bad passes the gate."""
    kinds = kinds_of_characters()
    assert len(kinds) > 60
    missed = [s for s in map("".join, product(kinds, repeat=3)) if is_bad(s) and not gate_stops(s)]
    assert missed == []


def test_the_gate_sees_every_character_that_is_bad_alone() -> None:
    """Each code point by itself, and between letters."""
    for code in range(sys.maxunicode + 1):
        if is_bad(chr(code)):
            assert gate_stops(f"x{chr(code)}x"), hex(code)


def test_the_gate_knows_ftfys_entities_and_escapes() -> None:
    """The two expressions taken over from ftfy are still its own."""
    assert ENTITY.pattern == HTML_ENTITY_RE.pattern
    assert all(ANSI_RE.fullmatch(s) and TERMINAL_ESCAPE.fullmatch(s) for s in ("\x1b[m", "\x1b[31;1m", "\x1b[2K"))


PIECES = [*kinds_of_characters(), *"Ãâ€™Â©¡ж ", "&amp;", "&#233;", "\x1b[0m", "\xc3\xa9", "\xe2\u20ac"]
mojibake_like = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(text=texts | mojibake_like)
@settings(max_examples=500)
def test_what_the_gate_lets_pass_ftfy_leaves_alone(text: str) -> None:
    """For any line: no stop at the gate means no change by ftfy."""
    for line in text.split("\n"):
        if not gate_stops(line):
            assert by_ftfy(line) == line


@given(text=texts | mojibake_like)
@settings(max_examples=500)
def test_any_text_becomes_what_ftfy_makes_of_it(text: str) -> None:
    """The whole cleaner against ftfy, on texts without protected regions."""
    text = re.sub(r"[`$|\\~]|://|www\.", " ", text)
    text = re.sub(r"(?m)^(?:[ \t]+|---)", "", text)
    assert repair_encoding(text, entities="always") == by_ftfy(text)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_misread_text_becomes_what_ftfy_makes_of_it(encoding: str, times: int) -> None:
    """Sentences of nineteen kinds, misread as each encoding once and more often, whole and mixed with sound text."""
    for sentence in SENTENCES:
        broken = misread(sentence, encoding, times)
        for text in (broken, f"{sentence} {broken}\n", broken.replace("\xa0", " "), broken.replace("\x9d", "\ufffd")):
            assert repair_encoding(text) == by_ftfy(text)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sound_text_never_reaches_ftfy(sentence: str) -> None:
    """The gate lets sound text of every script pass."""
    assert not gate_stops(sentence)


def test_entities_are_decided_once_for_the_document() -> None:
    """A tag anywhere keeps entities everywhere; a comment or a lone angle bracket does not."""
    assert repair_encoding("a &lt; b\nc <b>d</b>") == "a &lt; b\nc <b>d</b>"
    assert repair_encoding("a <b>c</b>\nAT&amp;T", entities="always") == "a <b>c</b>\nAT&T"
    assert repair_encoding("<!-- image -->\n1 < 2\nAT&amp;T") == "<!-- image -->\n1 < 2\nAT&T"
    assert repair_encoding("AT&amp;T", entities="never") == "AT&amp;T"


def test_each_change_has_its_own_reason() -> None:
    """One line with one damage of each kind."""
    line = "&amp; cafÃ© \x1b[1mbold\x1b[0m “quoted\x94 \ud83d\ude00 \udfff"
    found = [(line[e.start : e.end], e.replacement, e.reason) for e in repair_encoding.edits(line)]
    assert found == [
        ("&amp;", "&", "encoding.entity"),
        ("Ã©", "é", "encoding.mojibake"),
        ("\x1b[1m", "", "encoding.terminal-escape"),
        ("\x1b[0m", "", "encoding.terminal-escape"),
        ("\x94", "”", "encoding.c1"),
        ("\ud83d\ude00", "😀", "encoding.surrogate"),
        ("\udfff", "\ufffd", "encoding.surrogate"),
    ]


def test_protected_text_keeps_all_but_surrogates() -> None:
    """Code, mathematics and URLs are not repaired; surrogates leave even there; table cells are repaired."""
    assert repair_encoding("`cafÃ©\ud800` cafÃ©") == "`cafÃ©\ufffd` café"
    assert repair_encoding("https://example.org/cafÃ© cafÃ©") == "https://example.org/cafÃ© café"
    assert repair_encoding("| cafÃ© | x |\n|---|---|\n") == "| café | x |\n|---|---|\n"


def test_a_line_feed_behind_a_misread_line_stays() -> None:
    """Ftfy reads À and a line feed as a NUL in two bytes; the line break is kept here."""
    assert repair_encoding("Ã©À\nnext") == "éÀ\nnext"


def test_edits_in_a_long_line_stay_short() -> None:
    """A paragraph of 100,000 characters on one line is repaired by edits of a character or two."""
    edits = repair_encoding.edits("one word cafÃ© and more " * 4000)
    assert len(edits) == 4000
    assert {e.replacement for e in edits} == {"é"}
