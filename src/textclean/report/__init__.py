"""The report of a run: a page with its figures and its documents, each before beside after."""
