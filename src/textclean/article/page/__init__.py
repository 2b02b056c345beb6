"""What a printed page shows: its lines, their kinds, marks of printing, columns, and where title and body stand."""
