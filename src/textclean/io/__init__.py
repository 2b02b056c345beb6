"""Files in, files out: what is read, how bytes become text and text bytes again, and where results go."""
