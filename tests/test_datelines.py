"""Datelines: place, region, date and agency apart, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textclean import read_article
from textclean.article.names.printed_datelines import parse_dateline
from textclean.language import language_of

STORY = {
    "en": "The harbour was opened again on Thursday after two years of repairs.",
    "es": "El puerto abrió de nuevo el jueves tras dos años de obras y protestas.",
    "pt": "O porto foi reaberto na quinta-feira depois de dois anos de obras na cidade.",
    "fr": "Le port a rouvert jeudi après deux années de travaux, a annoncé la mairie.",
    "de": "Der Hafen ist am Donnerstag nach zwei Jahren Bauzeit wieder geöffnet worden.",
    "it": "Il porto ha riaperto giovedì dopo due anni di lavori, ha detto il sindaco.",
    "nl": "De haven is donderdag na twee jaar van werkzaamheden weer geopend.",
    "pl": "Port został ponownie otwarty w czwartek po dwóch latach prac budowlanych.",
    "ru": "Порт вновь открылся в четверг после двух лет ремонтных работ.",
    "tr": "Liman, iki yıl süren çalışmaların ardından perşembe günü yeniden açıldı.",
    "cs": "Přístav byl ve čtvrtek po dvou letech oprav znovu otevřen.",
    "sv": "Hamnen öppnades igen på torsdagen efter två år av reparationer.",
    "el": "Το λιμάνι άνοιξε ξανά την Πέμπτη μετά από δύο χρόνια εργασιών.",
    "ar": "أعيد فتح الميناء يوم الخميس بعد عامين من أعمال الصيانة.",
    "uk": "Порт знову відкрився у четвер після двох років ремонтних робіт.",
    "vi": "Cảng đã mở cửa trở lại vào thứ Năm sau hai năm sửa chữa.",
    "id": "Pelabuhan dibuka kembali pada hari Kamis setelah dua tahun perbaikan.",
}

DATELINES = [
    ("en", "OSLO, March 3 (Reuters) - ", ("OSLO", None, "XXXX-03-03", "Reuters")),
    ("en", "DAYTON, Ohio (AP) — ", ("DAYTON", "Ohio", None, "AP")),
    ("en", "ST. CLOUD, Minn., Sept. 9, 2021 /PRNewswire/ -- ", ("ST. CLOUD", "Minn.", "2021-09-09", "PRNewswire")),
    ("en", "KARACHI, Nov 6: ", ("KARACHI", None, "XXXX-11-06", None)),
    ("en", "MULTAN: ", ("MULTAN", None, None, None)),
    ("en", "OSLO/VIENNA, April 30 (Reuters) - ", ("OSLO/VIENNA", None, "XXXX-04-30", "Reuters")),
    ("en", "Jan. 10 (Xinhua) -- ", (None, None, "XXXX-01-10", "Xinhua")),
    ("en", "**OSLO** (AP) — ", ("OSLO", None, None, "AP")),
    ("en", "NAGOYA, Japan, Dec. 9 Kyodo - ", ("NAGOYA", "Japan", "XXXX-12-09", "Kyodo")),
    ("en", "By Ann Lee. OSLO (Reuters) - ", ("OSLO", None, None, "Reuters")),
    ("es", "Lima, 21 ene (EFE).- ", ("Lima", None, "XXXX-01-21", "EFE")),
    ("es", "BILBAO, 12 May. (EUROPA PRESS) - ", ("BILBAO", None, "XXXX-05-12", "EUROPA PRESS")),
    ("es", "Quito/Prensa Latina ", ("Quito", None, None, "Prensa Latina")),
    ("pt", "Lisboa, 7 de agosto (Lusa) - ", ("Lisboa", None, "XXXX-08-07", "Lusa")),
    ("fr", "Lyon, 25 juil 2022 (AFP) - ", ("Lyon", None, "2022-07-25", "AFP")),
    ("de", "Bremen (dpa/lni) - ", ("Bremen", None, None, "dpa/lni")),
    ("de", "Mainz. ", ("Mainz", None, None, None)),
    ("it", "(ANSA) - ROMA, 1 LUG - ", ("ROMA", None, "XXXX-07-01", "ANSA")),
    ("it", "Milano, 6 set. (askanews) – ", ("Milano", None, "XXXX-09-06", "askanews")),
    ("nl", "Utrecht (ANP) - ", ("Utrecht", None, None, "ANP")),
    ("pl", "Warszawa, 5 listopada (PAP) - ", ("Warszawa", None, "XXXX-11-05", "PAP")),
    ("ru", "Москва, 2 июля (ТАСС) - ", ("Москва", None, "XXXX-07-02", "ТАСС")),
    ("tr", "Ankara (AA) - ", ("Ankara", None, None, "AA")),
    ("cs", "Praha (ČTK) - ", ("Praha", None, None, "ČTK")),
    ("sv", "Stockholm (TT) - ", ("Stockholm", None, None, "TT")),
    ("el", "Αθήνα (ΑΠΕ-ΜΠΕ) - ", ("Αθήνα", None, None, "ΑΠΕ-ΜΠΕ")),
    ("ar", "القاهرة (رويترز) - ", ("القاهرة", None, None, "رويترز")),
    ("ar", "دبي 5 يناير (رويترز) - ", ("دبي", None, "XXXX-01-05", "رويترز")),
    ("uk", "Київ, 3 травня (Укрінформ) - ", ("Київ", None, "XXXX-05-03", "Укрінформ")),
    ("id", "Jakarta (ANTARA) - ", ("Jakarta", None, None, "ANTARA")),
]


@pytest.mark.parametrize(("language", "line", "parts"), DATELINES, ids=[line for _, line, _ in DATELINES])
def test_a_dateline_comes_apart(language: str, line: str, parts: tuple[str | None, ...]) -> None:
    """Each part is what stands there, and the story begins behind it."""
    paragraph = line + STORY[language]
    found = parse_dateline(paragraph, language, paragraph)
    assert found is not None
    assert (found.place, found.region, found.date.value if found.date else None, found.agency) == parts
    assert paragraph[found.end :] == STORY[language]


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("新华社北京1月5日电 市长星期四宣布港口重新开放。", ("北京", "XXXX-01-05", "新华社")),
        ("(서울=연합뉴스) 김민수 기자 = 항구가 목요일 다시 문을 열었다.", ("서울", None, "연합뉴스")),
        ("【ワシントン共同】市長は木曜日、港の再開を発表した。", ("ワシントン", None, "共同")),
    ],
)
def test_east_asian_datelines(paragraph: str, parts: tuple[str | None, ...]) -> None:
    """The forms of the Chinese, Korean and Japanese agencies."""
    found = parse_dateline(paragraph, language_of(paragraph), paragraph)
    assert found is not None
    assert (found.place, found.date.value if found.date else None, found.agency) == parts


@pytest.mark.parametrize(
    "paragraph",
    [
        "ARMS SEIZED: Also in the day, police seized thirty rifles and a great deal of powder.",
        "DEAR EDITOR: Your paper of last week said that the harbour would never open again.",
        "UPDATE - The council has now said that the harbour will open on Thursday after all.",
        "Anna Berg: Das war entscheidend, denn der Hafen wäre sonst für immer geschlossen worden.",
        "Leipzig: Hier wurde der Hafen am Donnerstag nach zwei Jahren Bauzeit wieder geöffnet.",
        "Endlich. Der Hafen ist am Donnerstag nach zwei Jahren Bauzeit wieder geöffnet worden.",
        "The Harbour Workers' Union (HWU) said on Thursday that it would end its strike at once.",
        "Two ships — a tug and a ferry — were the first to enter the harbour on Thursday morning.",
        "Organic waste - peel, leaves and bones - was found in the harbour on Thursday morning.",
        "Ann Lee Berg/Ritzau Scanpix was there when the harbour opened again on Thursday after two years.",
        "Bremen - Mainz 2:1",
        "Berlin: 15 Grad",
        "Spain (Group B): Eighth appearance, and the third in a row since the rules were changed.",
        "October 9 – Dayton, Ohio @ Music Hall",
        "1a etapa: 10 de março – Interlagos, com largada prevista para as três horas da tarde",
        "— Ann Lee (@annlee) May 5, 2022",
        "Donnerstag, 27. August 2020",
        "Monday, March 3 - the harbour will be closed all day for the repairs to its gates.",
        "Paris is burning with impatience for the new harbour that the mayor has promised it.",
        "Published: March 3, 2021 - the harbour opened again after two years of repairs.",
        "“Oslo (AP) — that is how my father's stories began,” she said, and closed the book.",
        "",
        "\ud800 (AP) -",
    ],
)
def test_what_only_looks_like_a_dateline(paragraph: str) -> None:
    """Subheads, speakers, brackets, results, calendars and quotations stay text."""
    assert parse_dateline(paragraph, language_of(paragraph), paragraph) is None


def test_the_date_behind_the_agency_is_the_story_s() -> None:
    """`(Prensa Latina) March 18 marked ...` tells when in its own words."""
    found = parse_dateline("Rio de Janeiro (Prensa Latina) March 18 marked the day the harbour opened.", "en")
    assert found is not None
    assert found.date is None


def test_a_bare_place_needs_the_list_or_the_document() -> None:
    """A village counts when the text speaks of being there, a word that the text also uses in lower case never."""
    opening = "HINTERDORF: The harbour was opened again on Thursday after two years of repairs."
    assert parse_dateline(opening, "en", opening) is None
    found = parse_dateline(opening, "en", opening + " There has been a harbour in Hinterdorf since 1850.")
    assert found is not None
    assert found.place == "HINTERDORF"
    warning = "WARNING: The harbour was opened again on Thursday after two years of repairs."
    assert parse_dateline(warning, "en", warning + " It came in Warning and with no warning at all.") is None


def test_an_article_has_its_dateline_once() -> None:
    """The reader takes it from the first paragraphs, with the doubt about the year."""
    article = read_article(f"# Harbour reopens\n\nOSLO, March 3 (Reuters) - {STORY['en']}\n\n{STORY['en']}\n")
    assert article.dateline is not None
    assert article.dateline.model_dump() == {
        "place": "OSLO",
        "region": None,
        "date": "XXXX-03-03",
        "agency": "Reuters",
        "text": "OSLO, March 3 (Reuters) -",
    }
    assert "date-without-year" in {warning.code for warning in article.warnings}


def test_a_list_of_places_has_no_dateline() -> None:
    """Weather by town opens line after line with a place."""
    towns = ["Bremen", "Mainz", "Kiel", "Essen", "Ulm"]
    lines = "\n\n".join(f"{town}: Es bleibt am Donnerstag und am Freitag meist trocken und kühl." for town in towns)
    assert read_article(f"# Das Wetter in den Städten\n\n{lines}\n").dateline is None


@given(st.text(max_size=200))
def test_any_text_is_read_without_raising(text: str) -> None:
    """Whatever comes, a dateline has an end inside the text, or there is none."""
    found = parse_dateline(text, "en", text)
    assert found is None or 0 <= found.start <= found.end <= len(text)
