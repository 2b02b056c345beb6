"""Marks of Markdown that a converter's idea of a page left in a text; each file finds one kind."""
