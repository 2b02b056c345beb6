"""What a document declares about itself: front matter, and the labels of wire archives."""
