"""Cleaned text read into validated articles: one file for each field, and a reader that asks them in order."""
