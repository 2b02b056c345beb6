"""Whether somebody wrote a text's Markdown by hand: then its marks, rules and blank lines are meant as they stand."""

from __future__ import annotations

from textclean.lazy_pattern import lazy_pattern
from textclean.structure.front_matter import find_front_matter

_PAGE_ANCHOR = lazy_pattern(r"\]\(#page-\d")

_FENCE = lazy_pattern(r"(?m)^[ \t]{0,12}(?:`{3,}|~{3,})[ \t]*\{?(?P<language>[A-Za-z][\w+#.-]*)")
_NOT_OF_AUTHORS = frozenset({"markdown", "md", "text", "txt", "plaintext", "html", "mermaid", "latex", "tex", "table"})
"""What OCR models wrap their answers and drawings in."""

_CODE_SPAN = lazy_pattern(r"(?<!`)`[^`\n]{1,200}`(?!`)")
_FEWEST_CODE_SPANS = 3
"""OCR models and marker set a word of code now and then; documents about code have dozens."""

_RELATIVE_LINK = lazy_pattern(r"\]\((?:\.{0,2}/)?[\w./-]{1,200}\.(?:md|rst|mdx|ipynb|adoc|html?)(?:#[\w-]{1,100})?\)")
_DEFINITION = lazy_pattern(
    r"(?m)^ {0,3}\[(?:\^[^\]\n]{1,60}\]:[ \t]+\S|[^\]\n]{1,100}\]:[ \t]*<?(?:https?://|\.{0,2}/|#)\S)"
)
_TASK = lazy_pattern(r"(?m)^[ \t]*[-*+] \[[ xX]\] ")


def is_authored_markdown(text: str) -> bool:
    """Tell whether `text` holds what authors write and converters do not.

    That is front matter, code fences that name a language, code spans, badges, links to neighbouring files, link and
    footnote definitions, task lists. A text with pages is a converter's whatever else it holds.
    """
    brackets = "]" in text
    if "\f" in text or (brackets and _PAGE_ANCHOR.search(text)):  # no author writes pages and links to them
        return False
    if "primary_language:" not in text[:400] and next(find_front_matter(text), None):  # olmOCR writes that key, always
        return True
    if "`" in text and (_names_language(text) or _has_code_spans(text)):
        return True
    if not brackets:
        return False
    if "](" in text and ("[![" in text or _RELATIVE_LINK.search(text)):
        return True
    return ("]:" in text and _DEFINITION.search(text) is not None) or ("] " in text and _TASK.search(text) is not None)


def _names_language(text: str) -> bool:
    return any(match["language"].lower() not in _NOT_OF_AUTHORS for match in _FENCE.finditer(text))


def _has_code_spans(text: str) -> bool:
    spans = _CODE_SPAN.finditer(text)
    return all(next(spans, None) for _ in range(_FEWEST_CODE_SPANS))
