"""Articles in the formats of others: one file a format, each a function from an `Article` to what is written."""
