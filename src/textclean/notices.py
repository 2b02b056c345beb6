"""The codes of notices and of an article's warnings, each with a sentence for people."""

from __future__ import annotations

NOTICES = {
    "ambiguous-date": "Day and month of a date may be exchanged, and nothing on the page decides.",
    "assumed-encoding": "The document is not UTF-8 and was read as Windows-1252.",
    "damaged-url": "An address is cut or lost characters; none is given.",
    "date-in-future": "A date lies after the day that counts as today.",
    "date-of-update": "Only the date of the last change stands on the page, and was taken.",
    "date-without-year": "No year stands beside a date, and none was invented.",
    "decoded-glyphs": "Glyph numbers were read as text or as a sign; that reading is a guess.",
    "doubtful-furniture": "A line may be a running head, but might be a heading; it stayed.",
    "doubtful-hyphen": "A line-end hyphen may or may not belong to its word; the likelier reading was taken.",
    "doubtful-join": "Two lines may belong together; they were left apart.",
    "doubtful-placeholder": "A placeholder of a converter, or words about it; it stayed.",
    "heavy-loss": "Cleaning took more of the letters than it should; the text stayed as it was cleaned.",
    "interleaved-columns": "Lines may be those of two columns printed side by side; they stayed as they are.",
    "letter-spacing": "A run of single letters may be a word set with spaced letters; it stayed.",
    "lost-form": "A form's fields were not converted and are missing.",
    "lost-formula": "A formula was not converted and is missing.",
    "lost-glyph": "A glyph without a character was removed; often it is an icon.",
    "lost-page": "A page was not converted and is missing.",
    "lost-sign": "A sign or a picture that is no character stood in a sentence; its mark stayed.",
    "lost-table": "A table was not converted and is missing.",
    "lost-text": "Text was not converted and is missing.",
    "note-in-sentence": "A note of a page's foot stands in the middle of a sentence; it stayed.",
    "two-columns": "Two columns stand side by side; the article was read from one after the other.",
    "unbalanced-quote": "A quotation opens that never closes.",
    "undecoded-glyphs": "Glyph numbers stand for letters or signs that are lost; they stayed.",
    "weekday-contradicts-date": "The weekday printed beside a date is not that of the date.",
}
"""Every code, in the order of the alphabet. Cleaners and fields of other packages use their own."""
