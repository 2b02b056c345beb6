"""What converters print in place of content goes where it stands alone, and stays where it is talked about."""

from __future__ import annotations

import pytest

from textclean.artifacts.find import find_artifacts
from textclean.artifacts.message import reads_like_message
from textclean.artifacts.table import ARTIFACTS
from textclean.cleaners import recover_glyph_codes, remove_image_placeholders

HASH = "0a1b2c3d" * 8
PICTURES = [
    "Image not found or type unknown",
    "*Image not found or type unknown*",
    "**Image not found or type unknown**   ",
    "Image not found or type unknown\nImage not found or type unknown",
    "<!-- image -->",
    "<!-- 🖼️❌ Image not available. Please use `PdfPipelineOptions(generate_picture_images=True)` -->",
    "![Image](data:image/png;base64,iVBORw0KGgo=)",
    "![](data:image/png;base64...)",
    r"![C:\Temp\Content.Outlook\KN5O\logo_small.png](data:image/png;base64...)",
    f"![Image](log_artifacts/image_000001_{HASH}.png)",
    "% embedded image not supported in LaTeX serializer",
    "<docling_image></docling_image>",
    "<docling_picture_annotation_non_text></docling_picture_annotation_non_text>",
    "![](_page_12_Picture_3.jpeg)",
    "![](_page_0_Figure_0.png)",
    "![0_image_0.png](0_image_0.png)",
    f"![](images/{HASH}.jpg)",
    f"![](pictures/{HASH}.jpg)",
    "![](figures/0-0-FIGURE.jpg)",
    "![](log.pdf-3-0.png)",
    "![](out/page_3_image_1.png)",
    "![Image block]()",
    "![Chart block]()",
    "![img-0.jpeg](img-0.jpeg)",
    "![](https://cdn.mathpix.com/cropped/2024_05_26_5df28c0a-1.jpg?height=308&width=491&top_left_y=215)",
    "![Image 9-5](imgs/cropped_page9_idx5.jpg)",
    "![](page_100_200_300_400.png)",
    "[Image 0x0 to 612x792]",
    '<div style="text-align: center;"><img src="imgs/img_in_chart_box_80_8_5_1.jpg" alt="Image" width="42%" /></div>',
    '<img src="imgs/img_in_image_box_1_2_3_4.jpg" alt="Image" />',
    "<image><page>83</page><x>37</x><y>86</y><w>11</w><h>04</h></image>",
    "**==> picture [243 x 361] intentionally omitted <==**",
    "==> picture [243 x 361] intentionally omitted <==",
    "**----- Start of picture text -----**<br>",
    "<br>**----- End of picture text -----**<br>",
    "<!-- Start of picture text -->",
    "<br><!-- End of picture text -->",
    "----- Start of picture text -----",
    "<|ref|>image<|/ref|><|det|>[[12, 34, 560, 780]]<|/det|>",
    "<img></img>",
    "<watermark>COPY</watermark>",
    "![](figures/3)",
    "<figure>\n\n![](figures/3)\n\n</figure>",
    "![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>",
    "[image: tower.png]",
    '![](media/image1.png){width="6.5in" height="3in"}',
    "![](file:///C:/Users/ANA/AppData/Local/Temp/msohtmlclip1/01/clip_image001.gif)",
    "\ufffc",
]
COMMENTS = [
    "<!-- rich cell -->",
    '<!--<annotation kind="description">-->',
    "<!--<annotation/>-->",
    '<!-- PageHeader="Harbour Council" -->',
    '<!-- PageFooter="Minutes of March" -->',
    '<!-- PageNumber="2 of 7" -->',
    "<!-- Next: mineru read minutes.pdf --page 4 -->",
    "<docling_boilerplate_top>Harbour Council</docling_boilerplate_top>",
    "<docling_page_number>7</docling_page_number>",
    "<docling_table>",
    "</docling_table>",
    "<page_number>9/22</page_number>",
    "* [leftmargin=*]",
    "[ENDFOOTNOTE]",
    '<span id="page-3-1"></span>',
    "NO_CONTENT_HERE",
]
PAGES = [
    "{3}" + 48 * "-",
    "--- end of page.page_number=3 ---",
    "--- end of page=3 ---",
    "<!-- page break -->",
    "<!-- PageBreak -->",
    "<!-- Slide number: 4 -->",
    "<!-- page 3 of 12 -->",
    '<pagebreak page="83"/>',
    "<--- page break --->",
]
LOSSES = {
    "<!-- formula-not-decoded -->": "lost-formula",
    "<!-- missing-text -->": "lost-text",
    "<!-- missing-key-value-item -->": "lost-form",
    "<!-- missing-form-item -->": "lost-form",
    "<!-- Unhandled item type: Chart -->": "lost-text",
    "<docling_formula></docling_formula>": "lost-formula",
    "<docling_table></docling_table>": "lost-table",
    "<failed_page></failed_page>": "lost-page",
    "<corrupted_page></corrupted_page>": "lost-page",
    "<--- failed_to_process_page --->": "lost-page",
    "<--- stop_reason_length --->": "lost-text",
    "[MISSING_PAGE_EMPTY:2]": "lost-page",
    "[MISSING_PAGE_FAIL:7]": "lost-page",
    "[MISSING_PAGE_POST]": "lost-page",
    "+++ ==WARNING: Truncated because of repetitions==": "lost-text",
    "+++ ==ERROR: No output for this page==": "lost-text",
    "[OCR skipped on page(s) 4-6]": "lost-page",
    "[tbl-0.html](tbl-0.html)": "lost-table",
    "![Table block]()": "lost-table",
    "![Formula block]()": "lost-formula",
}
SAYING = {
    "![The lamp, seen from the sea](data:image/png;base64...)": "The lamp, seen from the sea",
    "<docling_picture_annotation>A tower at dusk</docling_picture_annotation>": "A tower at dusk",
    "Image /page/0/Picture/1 description: A tower at dusk.": "A tower at dusk.",
    "![Harbour crest](2dfa0b3c4d5e6f708192a3b4c5d6e7fa_img.jpg)": "Harbour crest",
    "![A tower at dusk](page_100_200_300_400.png)": "A tower at dusk",
    "![A graph of nights](image)": "A graph of nights",
    "<|ref|>The second lamp<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>": "The second lamp",
    "<img>A tower at dusk</img>": "A tower at dusk",
    '<!-- FigureContent="410 nights" -->': "410 nights",
    "!Figure 6.1 The lamp": "Figure 6.1 The lamp",
    "![A tower](Picture3.jpg)": "A tower",
    "<docling_formula>a + b</docling_formula>": "a + b",
    "[FOOTNOTE:Lit since 1861.] [ENDFOOTNOTE]": "Lit since 1861.",
}
OLMOCR = "---\nprimary_language: en\nis_rotation_valid: True\nrotation_correction: 0\nis_table: False\n---\n"
BEFORE, AFTER = "The lamp burns\n\n", "\n\nuntil the morning."


@pytest.mark.parametrize("printed", [*PICTURES, *COMMENTS, *LOSSES])
def test_what_stands_for_nothing_goes_with_its_line(printed: str) -> None:
    """A line of nothing else goes, and what stood around it is a paragraph apart, so that a sentence can be joined."""
    assert remove_image_placeholders(BEFORE + printed + AFTER) == BEFORE.strip() + AFTER


@pytest.mark.parametrize("printed", PAGES)
def test_a_page_separator_becomes_a_form_feed(printed: str) -> None:
    """Pages are structure that later cleaners need; the text around keeps its paragraphs."""
    assert remove_image_placeholders(BEFORE + printed + AFTER) == "The lamp burns\n\n\funtil the morning."


@pytest.mark.parametrize("printed", LOSSES)
def test_what_was_lost_is_told(printed: str) -> None:
    """A string that stands for lost content never goes silently."""
    text = BEFORE + printed + AFTER
    (notice,) = remove_image_placeholders.notices(text)
    assert (notice.code, text[notice.start : notice.end]) == (LOSSES[printed], printed)


@pytest.mark.parametrize("printed", SAYING)
def test_what_says_something_stays(printed: str) -> None:
    """Alternative texts, descriptions and footnotes stay when the link around them leads nowhere."""
    assert remove_image_placeholders(BEFORE + printed + AFTER).split("\n\n")[1].strip() == SAYING[printed]


@pytest.mark.parametrize("printed", [*PICTURES, *COMMENTS, *PAGES, *LOSSES, *SAYING])
def test_code_about_it_stays(printed: str) -> None:
    """In a fence, every one of them is an example."""
    text = f"The converter prints this:\n\n```text\n{printed}\n```\n\nThat is all."
    assert remove_image_placeholders(text) == text


@pytest.mark.parametrize(
    "text",
    [
        'The message "Image not found or type unknown" appears when the picture is gone.',
        "we will see a\n**Image not found or type unknown** error.",
        "It fails with this message:\n\nImage not found or type unknown\n\nWhat can I do?",
        "# Image not found or type unknown\n\nThe library draws this.",
        "Page not found or type unknown",
        "The image was not found or its type unknown.",
        "See ![img-0.jpeg](img-0.jpeg) the example of a Mistral link.",
        "![image not found](output/example.png)",
        "![](docs/lamp.png)",
        "![](docs/figure-of-a-lamp-2.png)",
        f"![](https://pictures.example/{HASH}.jpg)",
        "Set `a`, `b` and `c`.\n\n![](img/image1.png)",
        "![A chart of nights lit](https://lamps.example/chart.png)",
        "![][image1]\n\n[image1]: lamp.png",
        r"\includegraphics[width=\linewidth]{lamp.png}",
        "---\ntitle: <!-- image -->\n---\n\nText",
        "Set `a`, `b` and `c`.\n\n![](media/image1.png)\n\n## Page 1\n\n## Page 2",
        "Nougat prints [MISSING_PAGE_FAIL:7] for a page it gave up.",
        "What OCRmyPDF calls [OCR skipped on page(s) 4-6] is a page with text.",
        "<!-- markdownlint-disable-next-line no-empty-links -->\nText",
        "<!-- image of the harbour, to be redrawn -->",
        "<!-- prettier-ignore-start -->\n\nText",
        "{1}StackTrace :{2}{1}" + 77 * "-" + "{1}",
        "Text\n\n" + 48 * "-" + "\n\nText",
        "Text\n\n-----\n\nText",
        "as listed on [page 29](#page-28-0) and in [Figure 2](#page-4-0)",
        '<span id="lamp"></span>Text',
        "<figure>\n  <img src='lamp.png'>\n</figure>",
        "## Page 1: The start\n\nText",
        "# Page 12\n\nA chapter with a name like that.",
        "It is listed on Page 13 of the annex.",
        "The tables are in tbl-0.html and [tbl-0.html](https://lamps.example/tbl-0.html).",
    ],
)
def test_words_about_it_stay(text: str) -> None:
    """Prose, comments of other tools, pictures that may exist, rules and references are not placeholders."""
    assert remove_image_placeholders(text) == text


def test_metadata_of_olmocr_goes_from_the_head() -> None:
    """It says nothing of the document; front matter of an author stays."""
    assert remove_image_placeholders(OLMOCR + "Text") == "Text"
    assert remove_image_placeholders("A text.\n" + OLMOCR) == "A text.\n" + OLMOCR


def test_every_row_of_the_table_is_met() -> None:
    """Each row that is to be removed has a case above that it decides."""
    cases = [BEFORE + case + AFTER for case in (*PICTURES, *COMMENTS, *PAGES, *LOSSES, *SAYING)]
    met = {one.artifact for text in [*cases, OLMOCR] for one in find_artifacts(text)}
    assert [row for row in ARTIFACTS if row.action == "remove" and row not in met] == []


@pytest.mark.parametrize(
    ("reading", "is_message"),
    [
        ("Mage nofAPpund or type unknown", True),
        ("lrnage not found or type unknown", True),
        ("Imagenot found ortype unknown", True),
        ("Image n0t fouud or type unknovvn", True),
        ("Image of an unknown type found", False),
        ("Image found, but not its type", False),
        ("Language not found or type unknown", False),
        ("File not found or type unknown", False),
    ],
)
def test_the_message_is_known_as_ocr_misreads_it(*, reading: str, is_message: bool) -> None:
    """By likeness within a bound; other messages of the same shape are not it."""
    assert reads_like_message(reading) is is_message
    assert (remove_image_placeholders(BEFORE + reading + AFTER) != BEFORE + reading + AFTER) is is_message


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Image not found or type unknown     The harbour at dawn", "The harbour at dawn"),
        ("The harbour at dawn.     Image not found or type unknown", "The harbour at dawn."),
        ("A ship ![](_page_1_Picture_2.jpeg) in sight", "A ship in sight"),
        ("| Image not found or type unknown | lit |\n|---|---|\n| 1 | 2 |", "|  | lit |\n|---|---|\n| 1 | 2 |"),
        ("a ship![](_page_1_Picture_2.jpeg)in sight", "a ship in sight"),
        ('- <span id="page-1-2"></span>[11] A. Olivares', "- [11] A. Olivares"),
        ('the <span id="page-1-2"></span>lamp', "the lamp"),
        ('lamp<span id="page-1-2"></span>house', "lamphouse"),
        ("| ![](_page_1_Picture_2.jpeg) | lit |\n|---|---|\n| 1 | <!-- image --> |", "|  | lit |\n|---|---|\n| 1 |  |"),
    ],
)
def test_a_line_with_other_text_keeps_it(line: str, left: str) -> None:
    """In a line one space stays at most, an anchor leaves nothing, a table keeps its cells."""
    assert remove_image_placeholders(line) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One\n\n\fImage not found or type unknown\n\nTwo", "One\n\n\fTwo"),
        ("One\n\f<!-- image -->\nTwo", "One\n\fTwo"),
        ("One\n\n<!-- image -->\n\f<!-- image -->\n\nTwo", "One\n\n\fTwo"),
        ("One\n\f  <!-- image --> Two", "One\n\f  Two"),
    ],
)
def test_a_page_that_begins_with_a_picture_still_begins(text: str, left: str) -> None:
    """The form feed is the page, not the picture."""
    assert remove_image_placeholders(text) == left


def test_an_alternative_text_above_the_message_stays() -> None:
    """It was drawn at the top of the box, the message below: the one is content, the other is not."""
    text = "The harbour at dawn\nImage not found or type unknown\n\nThe council met."
    assert remove_image_placeholders(text) == "The harbour at dawn\n\nThe council met."


def test_an_alternative_text_that_its_caption_repeats_goes() -> None:
    """Hosted marker prints it twice."""
    text = "![Harbour crest](2dfa0b3c4d5e6f708192a3b4c5d6e7fa_img.jpg)\n\nHarbour crest\n\nText"
    assert remove_image_placeholders(text) == "Harbour crest\n\nText"


def test_page_headings_that_count_are_pages() -> None:
    """A script that wraps a converter numbers the pages; headings in sequence, or in a sentence, are its work."""
    text = "## Page 0\n\n# A talk\n\n## Page 1\n\n# Lamps\n"
    assert remove_image_placeholders(text) == "# A talk\n\n\f# Lamps\n"
    text = "as the council held, and\n# Page 2\nas the keeper knew"
    assert remove_image_placeholders(text) == "as the council held, and\n\fas the keeper knew"


def test_placeholders_can_be_marked_or_kept() -> None:
    """`mark` leaves one short word in brackets, `keep` nothing but the notice."""
    text = "A\n\n<!-- image -->\n\n[MISSING_PAGE_FAIL:7]\n\nB"
    assert remove_image_placeholders(text, placeholders="mark") == "A\n\n[image]\n\n[missing page]\n\nB"
    assert remove_image_placeholders(text, placeholders="keep") == text
    kept = remove_image_placeholders.with_options(placeholders="keep")
    assert [notice.code for notice in kept.notices(text)] == ["lost-page"]


def shifted(text: str, by: int, form: str = "(cid:{})") -> str:
    """Return `text` as a converter prints it that knows only glyph numbers."""
    return "".join(form.format(ord(character) - by) for character in text)


@pytest.mark.parametrize(
    ("by", "form"), [(29, "(cid:{})"), (31, "(cid:{})"), (0, "/C{}"), (29, "gid{:05}"), (29, "GLYPH<c={},font=/F1>")]
)
@pytest.mark.parametrize("said", ["The lamp burns all night", "Das Licht brennt die ganze Nacht"])
def test_glyph_numbers_that_make_words_are_read(by: int, form: str, said: str) -> None:
    """A constant is added when letters come out as a language has them, and the reading is told."""
    text = f"Before. {shifted(said, by, form)} After."
    assert recover_glyph_codes(text) == f"Before. {said} After."
    assert {notice.code for notice in recover_glyph_codes.notices(text)} == {"decoded-glyphs"}


@pytest.mark.parametrize(
    "text",
    [
        shifted("Xqzjv kwgbx fpmvq zzxkj", 29),
        "(cid:300)(cid:412)(cid:377)(cid:398)(cid:352)(cid:371)(cid:349)(cid:380)(cid:301)(cid:303)(cid:304)(cid:305)",
        "a lone (cid:42) in a sentence",
        "the path /C87/C104 of a file",
        "glyph<c=3,font=/CIDFont+F5>",
    ],
)
def test_other_glyph_numbers_stay_and_are_told(text: str) -> None:
    """What gives no words, or too few letters to tell, is left."""
    assert recover_glyph_codes(text) == text
    assert {notice.code for notice in recover_glyph_codes.notices(text)} == {"undecoded-glyphs"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the product (cid:104)a, b(cid:105) of both", "the product ⟨a, b⟩ of both"),
        ("at 45(cid:48)(cid:48) from here", "at 45′′ from here"),
        ("where n (cid:28) m holds", "where n ≪ m holds"),
        ("sum\n(cid:88)\nover all", "sum\n∑\nover all"),
        ("(cid:0) Share", " Share"),
        ("an angle (cid:104)a without its other half", "an angle (cid:104)a without its other half"),
        ("(cid:28) at the head of a line", "(cid:28) at the head of a line"),
        ("a (cid:88) within a line", "a (cid:88) within a line"),
    ],
)
def test_signs_of_tex_fonts_are_read_where_neighbours_confirm_them(text: str, read: str) -> None:
    """The place of a sign in TeX's fonts is fixed; which font it was, only its neighbours tell."""
    assert recover_glyph_codes(text) == read
