"""Losses: what converters print where they gave up. The string goes, a notice tells what went with it."""

from __future__ import annotations

from textclean.artifacts.artifact import Artifact

_LOST = "artifact.lost"
_COMMENT = "artifact.comment"
_SERIALIZER = "docling-core serializer/markdown.py"

METADATA = "artifact.metadata"

LOSSES = (
    Artifact(
        "olmOCR",
        "0.1 and later",
        "---\nprimary_language:",
        r"---\nprimary_language:[^\n]{0,40}\n(?:[a-z_]{2,30}:[^\n]{0,40}\n){1,8}---(?:\n|\Z)",
        METADATA,
        source="pipeline.py",
    ),
    Artifact("docling", "2", "<!--", r"<!-- formula-not-decoded -->", _LOST, lost="lost-formula", source=_SERIALIZER),
    Artifact("docling", "2", "<!--", r"<!-- missing-text -->", _LOST, lost="lost-text", source=_SERIALIZER),
    Artifact("docling", "2", "<!--", r"<!-- missing-key-value-item -->", _LOST, lost="lost-form", source=_SERIALIZER),
    Artifact("docling", "2", "<!--", r"<!-- missing-form-item -->", _LOST, lost="lost-form", source=_SERIALIZER),
    Artifact(
        "docling",
        "2 HTML",
        "<!--",
        r"<!-- Unhandled item type: [^\n]{0,200}?-->",
        _LOST,
        lost="lost-text",
        source="serializer/html.py",
    ),
    Artifact("docling", "2", "<!--", r"<!-- rich cell -->", _COMMENT, source=_SERIALIZER),
    Artifact("docling", "2", "<!--", r"<!--<annotation kind=\"[^\"\n]{0,100}\">-->", _COMMENT, source=_SERIALIZER),
    Artifact("docling", "2", "<!--", r"<!--</?annotation/?>-->", _COMMENT, source=_SERIALIZER),
    Artifact(
        "FinePDFs",
        "2025",
        "<docling_formula>",
        r"<docling_formula>\s{0,20}</docling_formula>",
        _LOST,
        lost="lost-formula",
        source="text_doc_serializer.py",
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "<docling_formula>",
        r"<docling_formula>(?P<text>[^<]{1,4000})</docling_formula>",
        "artifact.layout-tag",
        source="text_doc_serializer.py",
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "<docling_table>",
        r"<docling_table>\s{0,20}</docling_table>",
        _LOST,
        lost="lost-table",
        source="text_doc_serializer.py",
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "<docling_table>",
        r"<docling_table>",
        "artifact.layout-tag",
        source="text_doc_serializer.py",
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "</docling_table>",
        r"</docling_table>",
        "artifact.layout-tag",
        source="text_doc_serializer.py",
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "<failed_page>",
        r"<failed_page>\s{0,20}</failed_page>",
        _LOST,
        lost="lost-page",
        source="pipeline_utils",
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "<corrupted_page>",
        r"<corrupted_page>\s{0,20}</corrupted_page>",
        _LOST,
        lost="lost-page",
        source="pipeline_utils",
    ),
    Artifact(
        "FinePDFs",
        "2025",
        "<---",
        r"<--- failed_to_process_page --->",
        _LOST,
        lost="lost-page",
        source="pipeline_utils",
    ),
    Artifact(
        "FinePDFs", "2025", "<---", r"<--- stop_reason_\w{1,40} --->", _LOST, lost="lost-text", source="pipeline_utils"
    ),
    Artifact(
        "nougat",
        "0.1",
        "[MISSING_PAGE",
        r"\[MISSING_PAGE(?:_EMPTY|_FAIL|_POST)?(?::\d{1,5})?\]",
        _LOST,
        "alone",
        lost="lost-page",
        source="predict.py",
    ),
    Artifact(
        "nougat",
        "0.1 service",
        "+++ ==",
        r"\+{3} ==(?:WARNING: Truncated because of repetitions|ERROR: No output for this page)==(?:[ \n]\+{3})?",
        _LOST,
        "alone",
        lost="lost-text",
        source="app.py",
    ),
    Artifact(
        "nougat", "0.1", "* [left", r"\* \[leftmargin=\*\]", "artifact.layout-tag", "alone", source="postprocessing.py"
    ),
    Artifact(
        "nougat",
        "0.1",
        "[FOOTNOTE:",
        r"\[FOOTNOTE:(?P<text>[^\[\]\n]{0,2000})\](?=[^\[\n]{0,2000}\[ENDFOOTNOTE\])",
        "artifact.layout-tag",
        source="postprocessing.py",
    ),
    Artifact("nougat", "0.1", "[ENDFOOTNOTE]", r"\[ENDFOOTNOTE\]", "artifact.layout-tag", source="postprocessing.py"),
    Artifact(
        "OCRmyPDF",
        "sidecar",
        "[OCR skipped",
        r"\[OCR skipped on page\(s\) [\d, -]{1,200}\]",
        _LOST,
        "alone",
        lost="lost-page",
    ),
    Artifact(
        "Mistral OCR",
        "with table_format",
        "[tbl-",
        r"\[(?P<name>tbl-\d{1,5}\.(?:html|md))\]\((?P=name)\)",
        _LOST,
        "alone",
        lost="lost-table",
    ),
    Artifact("MinerU", "4", "![", r"!\[Table block\]\(\)", _LOST, lost="lost-table", source="doclib/server.py"),
    Artifact("MinerU", "4", "![", r"!\[Formula block\]\(\)", _LOST, lost="lost-formula", source="doclib/server.py"),
)

MESSAGES = {
    "lost-formula": "a formula was not converted and is missing here",
    "lost-page": "a page was not converted and is missing here",
    "lost-table": "a table was not converted and is missing here",
    "lost-text": "text was not converted and is missing here",
    "lost-form": "a form's fields were not converted and are missing here",
}
"""What the notices say."""
