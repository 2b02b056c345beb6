"""Texts that Hypothesis makes: any code point, lone surrogates included, and texts dense with damage."""

from __future__ import annotations

from hypothesis import strategies as st

any_text = st.text(st.characters(codec=None), max_size=200)

FRAGMENTS = [
    "word", "Word", "pre- and", "com-\nmunication", "Anne-\nMarie", "A sentence ends here.", "and so on the", "\n", "\n\n",
    "\n\n\n", " ", "  ", "\f", "\t", "-", "--", "\u2014", "\u00ad", "\u00ac", "\x02", "1", "12", "- 3 -", "Page 4 of 9",
    "$\\frac{https://example.org/a-b}$", "$x^2$", "$5 and $10", "$\\mathrm{GPT}$", "\\(Smith\\)", "\\[12\\]", "$$", "$",
    "\\", "{", "}", "Image not found or type unknown", "*Image not found or type unknown*", "![](images/abc.jpg)",
    "<!-- image -->", "{3}" + "-" * 48, "<span id=\"page-3-1\"></span>", "(cid:36)(cid:81)", "# Title", "## **Title**",
    "---", "***", "* item", "1. item", "| a | b |", "|---|---|", "```", "`", "`code  span`", "    x = f(y);", "http://a.b/c-\nd",
    "https://example.org/?utm_source=x", "caf\u00c3\u00a9", "&amp;", "&lt;b&gt;", "\u201cquoted\u201d", "\ufb01", "\u200b",
    "\u200d", "\ufeff", "\u0000", "\x1b[31m", "\x85", "\r\n", "\r", "\u2028", "\ud800", "\udc00", "La Paz, January 5 (RHC)--",
    "By Jane Doe", "C O N S E I L", "\uff21", "\u4e2d\u6587", "\u00e9", "e\u0301", "<b>", "**bold**", "_x_", "\\_", "a" * 70,
    "lower case line that goes on for quite a while without an end\n",
]  # fmt: skip

damaged_text = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)

texts = any_text | damaged_text
