"""Tables as streams of documents: one file a format, each yielding rows one by one, in the order of the file."""
