"""The cleaners, one file each; importing this package registers them all."""

from textclean.cleaners.close_letter_spacing import close_letter_spacing
from textclean.cleaners.expand_ligatures import expand_ligatures
from textclean.cleaners.fold_width import fold_width
from textclean.cleaners.join_split_paragraphs import join_split_paragraphs
from textclean.cleaners.join_wrapped_lines import join_wrapped_lines
from textclean.cleaners.normalize_line_breaks import normalize_line_breaks
from textclean.cleaners.normalize_unicode import normalize_unicode
from textclean.cleaners.recover_glyph_codes import recover_glyph_codes
from textclean.cleaners.rejoin_hyphenated_words import rejoin_hyphenated_words
from textclean.cleaners.rejoin_split_words import rejoin_split_words
from textclean.cleaners.remove_control_characters import remove_control_characters
from textclean.cleaners.remove_image_placeholders import remove_image_placeholders
from textclean.cleaners.remove_invisible_characters import remove_invisible_characters
from textclean.cleaners.remove_page_furniture import remove_page_furniture
from textclean.cleaners.repair_encoding import repair_encoding
from textclean.cleaners.split_columns import split_columns
from textclean.cleaners.straighten_quotes import straighten_quotes
from textclean.cleaners.tidy_markup import tidy_markup
from textclean.cleaners.tidy_whitespace import tidy_whitespace
from textclean.cleaners.unwrap_latex import unwrap_latex

__all__ = [
    "close_letter_spacing",
    "expand_ligatures",
    "fold_width",
    "join_split_paragraphs",
    "join_wrapped_lines",
    "normalize_line_breaks",
    "normalize_unicode",
    "recover_glyph_codes",
    "rejoin_hyphenated_words",
    "rejoin_split_words",
    "remove_control_characters",
    "remove_image_placeholders",
    "remove_invisible_characters",
    "remove_page_furniture",
    "repair_encoding",
    "split_columns",
    "straighten_quotes",
    "tidy_markup",
    "tidy_whitespace",
    "unwrap_latex",
]
