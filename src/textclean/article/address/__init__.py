"""Addresses as printed: found, mended, freed of tracking, and what their words say of site and title."""
