"""What stands between one line and the next, weighed by a fitted table of evidence."""
