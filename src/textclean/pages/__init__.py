"""What all pages for people share: the sealed HTML shell, and the viewer of one text beside another."""
