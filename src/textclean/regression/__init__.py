"""What the pytest plugin is made of: texts and documents as tests, expected files, and failures people can read."""
