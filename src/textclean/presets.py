"""The pipelines everybody uses, each cleaner in the order it runs.

The order matters: characters first, since all other rules read them; then what a converter put in; then
lines, which need pages and furniture known; marks and spaces last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textclean.cleaners import (
    close_letter_spacing,
    expand_ligatures,
    fold_width,
    join_split_paragraphs,
    join_wrapped_lines,
    normalize_line_breaks,
    normalize_unicode,
    recover_glyph_codes,
    rejoin_hyphenated_words,
    rejoin_split_words,
    remove_control_characters,
    remove_image_placeholders,
    remove_invisible_characters,
    remove_page_furniture,
    repair_encoding,
    split_columns,
    straighten_quotes,
    tidy_markup,
    tidy_whitespace,
    unwrap_latex,
)
from textclean.errors import UnknownNameError
from textclean.pipeline import Pipeline
from textclean.registry import check_reasons

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD = Pipeline(
    repair_encoding,
    normalize_line_breaks,
    remove_control_characters,
    remove_invisible_characters,
    rejoin_split_words,
    expand_ligatures,
    recover_glyph_codes,
    unwrap_latex,
    remove_image_placeholders,
    remove_page_furniture,
    split_columns,
    close_letter_spacing,
    rejoin_hyphenated_words,
    join_wrapped_lines,
    join_split_paragraphs,
    tidy_markup,
    tidy_whitespace,
    name="standard",
)
"""Repairs damage; leaves typography and everything doubtful."""

CAREFUL = Pipeline(
    repair_encoding,
    normalize_line_breaks,
    remove_control_characters,
    remove_invisible_characters,
    expand_ligatures,
    unwrap_latex,
    remove_image_placeholders,
    tidy_whitespace,
    name="careful",
)
"""Only what needs no guess: no line is joined, no furniture removed, no markup touched."""

TYPOGRAPHY = Pipeline(
    straighten_quotes,
    fold_width,
    normalize_unicode,
    name="typography",
)
"""Not damage, but wanted uniform by some: plain quotes, ordinary width, NFC."""

PRESETS = {pipeline.name: pipeline for pipeline in (STANDARD, CAREFUL, TYPOGRAPHY)}


def find_pipeline(pipeline: str | Pipeline, without: Iterable[str] = ()) -> Pipeline:
    """Return a preset by name, or the pipeline given, less the edits whose reason is in `without`.

    Raises `UnknownNameError` for a name that is no preset, and for a reason that no cleaner gives.
    """
    if isinstance(pipeline, str):
        if pipeline not in PRESETS:
            msg = "pipeline"
            raise UnknownNameError(msg, pipeline, PRESETS)
        pipeline = PRESETS[pipeline]
    without = tuple(without)
    if not without:
        return pipeline
    check_reasons(without, pipeline.steps)
    return Pipeline(*pipeline.steps, name=pipeline.name, without=(*pipeline.without, *without))
