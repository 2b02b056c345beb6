"""Names as printed: people, roles, agencies, places, and the lines that hold them."""
