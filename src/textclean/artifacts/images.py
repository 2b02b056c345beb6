r"""Pictures: what converters print where a picture stood.

A link with an alternative text that says something and a target that can exist is content and is in no row.
`_END` takes a title and the attributes that pandoc writes behind a link.
"""

from __future__ import annotations

from textclean.artifacts.artifact import Artifact

_END = r"(?:[ \t]+\"[^\"\n]{0,200}\")?\)(?:\{[^{}\n]{0,200}\})?"
_DATA = r"data:image/[^)\s>]{1,40}?(?:;base64)?(?:\.\.\.|[,;][A-Za-z0-9+/=%\s]*+|\.{3})"
_ENDING = r"\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|emf|wmf)"
_NO_WORDS = rf"(?:[Ii]mage|[Pp]icture|[Ff]igure|img|(?:[^\[\]\n]{{0,300}}[\\/])?[\w-]{{1,60}}{_ENDING})?"
_FILE_NAME = rf"[\w.-]{{1,80}}{_ENDING}"
_IMAGE = "artifact.image"
_PICTURE_TEXT = "artifact.picture-text"

IMAGES = (
    Artifact("docling", "2", "<!--", r"<!-- image -->", _IMAGE, source="docling-core serializer/markdown.py"),
    Artifact(
        "docling",
        "2",
        "<!--",
        r"<!-- 🖼️?❌ Image not available\.[^\n]{0,200}?-->",
        _IMAGE,
        source="docling-core serializer/markdown.py",
    ),
    Artifact(
        "docling",
        "2 with picture files",
        "![",
        rf"!\[Image\]\((?:[^()\s]{{0,300}}/)?image_\d{{6}}_[0-9a-f]{{16,64}}\.png{_END}",
        _IMAGE,
        source="docling-core serializer/markdown.py",
    ),
    Artifact(
        "docling",
        "2 LaTeX",
        "\\includegraphics",
        r"\\includegraphics\[width=\\linewidth\]\{[^{}\n]{1,300}\}",
        _IMAGE,
        action="keep",
        source="latex.py; the picture may exist, and authors write the same",
    ),
    Artifact("docling, markitdown", "*", "![", rf"!\[{_NO_WORDS}\]\({_DATA}{_END}", _IMAGE, source="_markdownify.py"),
    Artifact(
        "docling, markitdown",
        "*",
        "![",
        rf"!\[(?P<text>[^\[\]\n]{{1,2000}})\]\({_DATA}{_END}",
        _IMAGE,
        source="_markdownify.py",
    ),
    Artifact(
        "docling",
        "2 LaTeX",
        "% embedded",
        r"% embedded image not supported in LaTeX serializer",
        _IMAGE,
        "alone",
        source="latex.py",
    ),
    Artifact(
        "FinePDFs", "2025", "<docling_image>", r"<docling_image>\s{0,20}</docling_image>", _IMAGE, source="docling.py"
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "<docling_picture",
        r"<docling_picture_annotation(?P<kind>_non_text)?>(?P<text>[^<]{0,4000})</docling_picture_annotation(?P=kind)?>"
        r"|<docling_picture_annotation>(?:[^<]{0,4000})</docling_picture_annotation>",
        _IMAGE,
        source="text_doc_serializer.py",
    ),
    Artifact(
        "marker",
        "1",
        "![",
        rf"!\[\]\(_page_\d+_[A-Z][A-Za-z]{{2,30}}_\d+\.\w{{3,4}}{_END}",
        _IMAGE,
        source="schema/blocks/base.py",
    ),
    Artifact(
        "marker",
        "1 with a language model",
        "Image /page/",
        r"Image /page/\d+/(?:Picture|Figure)/\d+ description: (?P<text>[^\n]{1,4000})",
        _IMAGE,
        "alone",
        source="picture.py",
    ),
    Artifact(
        "marker", "0", "![", rf"!\[(?P<name>\d+_image_\d+\.\w{{3,4}})\]\((?P=name){_END}", _IMAGE, source="save.py"
    ),
    Artifact(
        "marker, hosted",
        "*",
        "![",
        rf"!\[(?P<text>[^\[\]\n]{{0,2000}})\]\([0-9a-f]{{24,64}}_img\.\w{{3,4}}{_END}",
        _IMAGE,
    ),
    Artifact(
        "MinerU",
        "1, 2",
        "![",
        rf"!\[\]\((?:[\w./-]{{1,200}}/)?[0-9a-f]{{64}}\.\w{{3,4}}{_END}",
        _IMAGE,
        source="pdf_image_tools.py",
    ),
    Artifact("Pix2Text", "1", "![", rf"!\[\]\((?:[\w./-]{{1,200}}/)?\d+-\d+-[A-Z]{{4,20}}\.jpg{_END}", _IMAGE),
    Artifact(
        "pymupdf4llm",
        "with picture files",
        "![",
        rf"!\[\]\([^()\s]{{1,200}}\.pdf-\d{{1,5}}-\d{{1,5}}\.\w{{3,4}}{_END}",
        _IMAGE,
        source="pymupdf_rag.py, write_images",
    ),
    Artifact("MinerU", "4", "![", r"!\[(?:Image|Chart) block\]\(\)", _IMAGE, source="doclib/server.py"),
    Artifact("Mistral OCR", "*", "![", rf"!\[(?P<name>img-\d+\.\w{{3,4}})\]\((?P=name){_END}", _IMAGE, "alone"),
    Artifact(
        "Mathpix",
        "*",
        "![",
        rf"!\[(?P<text>[^\[\]\n]{{0,2000}})\]\(https://cdn\.mathpix\.com/(?:cropped|snip)/[^)\s]{{1,500}}{_END}",
        _IMAGE,
    ),
    Artifact("GLM-OCR", "*", "![", rf"!\[Image \d+-\d+\]\((?:imgs/)?cropped_page\d+_idx\d+\.\w{{3,4}}{_END}", _IMAGE),
    Artifact(
        "olmOCR",
        "*",
        "![",
        rf"!\[(?P<text>[^\[\]\n]{{0,2000}})\]\((?:page_\d+_\d+_\d+_\d+\.png|image){_END}",
        _IMAGE,
        source="prompts/prompts.py",
    ),
    Artifact("olmOCR", "*", "[Image ", r"\[Image \d+x\d+ to \d+x\d+\]", _IMAGE, "alone", source="anchor.py"),
    Artifact(
        "PaddleOCR-VL",
        "*",
        "<div",
        r"<div style=\"text-align: ?center;?\">[ \t]*<img src=\"imgs/img_in_[^<>\n]{1,300}>[ \t]*</div>",
        _IMAGE,
    ),
    Artifact("PaddleOCR-VL", "*", "<img", r"<img src=\"imgs/img_in_[^<>\n]{1,300}>", _IMAGE),
    Artifact(
        "layout parsers",
        "*",
        "<image>",
        r"<image>(?:<(?P<field>[a-z]{1,8})>[\d.]{1,8}</(?P=field)>){1,8}</image>",
        _IMAGE,
    ),
    Artifact(
        "pymupdf4llm",
        "0.2",
        "**==>",
        r"\*\*==> picture \[\d+ x \d+\] intentionally omitted <==\*\*(?:<br>)?",
        _IMAGE,
        source="document_layout.py",
    ),
    Artifact("pymupdf4llm", "0.2 text", "==>", r"==> picture \[\d+ x \d+\] intentionally omitted <==", _IMAGE, "alone"),
    Artifact(
        "pymupdf4llm", "0.2", "<br>**-----", r"<br>\*\*----- End of picture text -----\*\*(?:<br>)?", _PICTURE_TEXT
    ),
    Artifact("pymupdf4llm", "1", "<br><!-- End", r"<br><!-- End of picture text -->(?:<br>)?", _PICTURE_TEXT),
    Artifact(
        "pymupdf4llm",
        "0.2",
        "**-----",
        r"\*\*----- (?:Start|End) of picture text -----\*\*(?:<br>)?",
        _PICTURE_TEXT,
        source="document_layout.py",
    ),
    Artifact(
        "pymupdf4llm",
        "1",
        "<!--",
        r"<!-- (?:Start|End) of picture text -->(?:<br>)?",
        _PICTURE_TEXT,
        source="document_layout.py",
    ),
    Artifact(
        "pymupdf4llm",
        "1 text",
        "-----",
        r"----- (?:Start|End) of picture text -----(?:<br>)?",
        _PICTURE_TEXT,
        "alone",
        source="document_layout.py",
    ),
    Artifact(
        "DeepSeek-OCR",
        "*",
        "<|ref|>",
        r"<\|ref\|>(?:image|text|title|sub_title|table|table_caption|table_footnote|image_caption|image_footnote|"
        r"figure|figure_caption|equation|formula|header|footer|page_number|list|code|reference)<\|/ref\|>"
        r"<\|det\|>[\[\]\d,.\s]{0,400}<\|/det\|>",
        "artifact.layout-tag",
    ),
    Artifact(
        "DeepSeek-OCR",
        "*",
        "<|ref|>",
        r"<\|ref\|>(?P<text>[^<|\n]{1,400})<\|/ref\|><\|det\|>[\[\]\d,.\s]{0,400}<\|/det\|>",
        "artifact.layout-tag",
    ),
    Artifact("Nanonets-OCR", "*", "<img>", r"<img>(?P<text>[^<\n]{0,2000})</img>", _IMAGE),
    Artifact("Nanonets-OCR", "*", "<watermark>", r"<watermark>[^<\n]{0,400}</watermark>", "artifact.watermark"),
    Artifact("Azure Document Intelligence", "*", "![", rf"!\[\]\(figures/\d+(?:\.\d+)?{_END}", _IMAGE),
    Artifact(
        "Azure Document Intelligence", "*", "<figure>", r"<figure>", "artifact.layout-tag", "alone", needs="](figures/"
    ),
    Artifact(
        "Azure Document Intelligence",
        "*",
        "</figure>",
        r"</figure>",
        "artifact.layout-tag",
        "alone",
        needs="](figures/",
    ),
    Artifact(
        "Azure Document Intelligence",
        "*",
        "<!--",
        r"<!-- FigureContent=\"(?P<text>[^\"]{0,4000})\" -->",
        _IMAGE,
    ),
    Artifact("LlamaParse", "*", "!Figure ", r"!(?P<text>Figure \d[\d.]{0,8}[^\n]{0,400})", _IMAGE, "alone"),
    Artifact(
        "markitdown",
        "pptx",
        "![",
        rf"!\[(?P<text>[^\[\]\n]{{0,2000}})\]\(Picture\s?\d+\.\w{{3,4}}{_END}",
        _IMAGE,
        source="_pptx_converter.py",
    ),
    Artifact("Google Docs", "*", "![][image", r"!\[\]\[image\d+\]", _IMAGE, needs="]: <data:image/"),
    Artifact("Google Docs", "*", "[image", r"\[image\d+\]:[ \t]*<data:image/[^<>]*>", _IMAGE, "alone"),
    Artifact("Gmail", "text", "[image: ", rf"\[image: {_FILE_NAME}\]", _IMAGE),
    Artifact(
        "pandoc",
        "docx",
        "![",
        rf"!\[\]\((?:[\w./-]{{0,100}}/)?media/image\d+\.\w{{3,4}}{_END}",
        _IMAGE,
        spares_authors=True,
    ),
    Artifact(
        "various",
        "*",
        "![",
        rf"!\[\]\((?:[\w./-]{{1,200}}/)?(?:[0-9a-f]{{32,40}}|(?:(?:image|img|picture|figure|page)s?[_-]?\d{{1,6}}[_-]?){{1,3}})"
        rf"{_ENDING}{_END}",
        _IMAGE,
        spares_authors=True,
        source="a name no person gives, and no alternative text",
    ),
    Artifact("Word", "*", "![", rf"!\[[^\[\]\n]{{0,400}}\]\(file:///[^)\n]{{1,400}}{_END}", _IMAGE),
    Artifact("Word, Apple", "*", "\ufffc", "\ufffc+", _IMAGE, "alone", source="in a sentence it stands for a sign"),
)
"""In order: where two rows could match, the narrower stands first."""
