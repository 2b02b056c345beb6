"""Lines of JSON, a document each, on their way into files: one file a format, all with one protocol."""
