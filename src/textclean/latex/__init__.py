"""LaTeX as text converters leave it behind: read a span, tell what it says, write it as plain text.

`reading` parses a span into a flat list of atoms, `classify` names what they are, `plain_text` writes them.
"""
