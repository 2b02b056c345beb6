"""What converters print in place of content, as tables: one row for each string, with its tool and version.

The tables are data. `find` finds the rows in a text; what is done about them is the cleaner's business.
"""
