"""Pages: separators, which become form feeds, and what converters label as head, foot or number of a page."""

from __future__ import annotations

from textclean.artifacts.artifact import Artifact

_PAGE = "artifact.page"
_ANCHOR = "artifact.anchor"
_FURNITURE = "artifact.furniture"
_BREAK = "\f"

PAGES = (
    Artifact(
        "marker",
        "1 paginated",
        "{",
        r"\{\d{1,5}\}-{48}(?!-)",
        _PAGE,
        "alone",
        leaves=_BREAK,
        needs="}" + 48 * "-",
        source="renderers/markdown.py",
    ),
    Artifact(
        "pymupdf4llm",
        "1",
        "--- end of",
        r"--- end of page\.page_number=\d{1,5} ---",
        _PAGE,
        "alone",
        leaves=_BREAK,
        source="document_layout.py",
    ),
    Artifact(
        "pymupdf4llm",
        "0.0.27 and later",
        "--- end of",
        r"--- end of page=\d{1,5} ---",
        _PAGE,
        "alone",
        leaves=_BREAK,
        source="pymupdf_rag.py",
    ),
    Artifact(
        "pymupdf4llm",
        "0.0.17",
        "-----",
        r"-----(?!-)",
        _PAGE,
        "alone",
        action="keep",
        source="pymupdf_rag.py; every thematic break may look the same",
    ),
    Artifact(
        "docling", "2", "<!--", r"<!-- page[ _-]?break -->", _PAGE, leaves=_BREAK, source="serializer/markdown.py"
    ),
    Artifact("FinePDFs", "2025", "<---", r"<--- page break --->", _PAGE, leaves=_BREAK, source="postprocessing"),
    Artifact("Azure Document Intelligence", "*", "<!--", r"<!-- PageBreak -->", _PAGE, leaves=_BREAK),
    Artifact(
        "Azure Document Intelligence",
        "*",
        "<!--",
        r"<!-- Page(?:Header|Footer|Number)=\"[^\"\n]{0,1000}\" -->",
        _FURNITURE,
        source="markitdown _doc_intel_converter.py drops all its comments",
    ),
    Artifact(
        "markitdown",
        "pptx",
        "<!--",
        r"<!-- Slide number: \d{1,5} -->",
        _PAGE,
        leaves=_BREAK,
        source="_pptx_converter.py",
    ),
    Artifact("MinerU", "4", "<!--", r"<!-- page \d{1,5} of \d{1,5} -->", _PAGE, leaves=_BREAK, source="server.py"),
    Artifact("MinerU", "4", "<!--", r"<!-- Next: mineru read [^\n]{0,400}?-->", "artifact.comment", source="parse.py"),
    Artifact("layout parsers", "*", "<pagebreak", r"<pagebreak(?: page=\"\d{1,5}\")?[ ]?/?>", _PAGE, leaves=_BREAK),
    Artifact(
        "FinePDFs",
        "2025",
        "<docling_boilerplate",
        r"<docling_boilerplate_(?P<side>top|bottom)>[^<]{0,2000}</docling_boilerplate_(?P=side)>",
        _FURNITURE,
        source="text_doc_serializer.py",
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "<docling_page_number>",
        r"<docling_page_number>[^<]{0,100}</docling_page_number>",
        _FURNITURE,
        source="text_doc_serializer.py",
    ),
    Artifact("Nanonets-OCR", "*", "<page_number>", r"<page_number>[^<\n]{0,100}</page_number>", _FURNITURE),
    Artifact("LlamaParse", "*", "NO_CONTENT_HERE", r"NO_CONTENT_HERE", _PAGE, "alone"),
    Artifact(
        "marker",
        "1",
        "<span id=",
        r"<span id=\"page-\d{1,5}-\d{1,5}\"></span>",
        _ANCHOR,
        source="renderers/markdown.py",
    ),
)
