"""Dates as printed: forms, labels, names of months and days."""
