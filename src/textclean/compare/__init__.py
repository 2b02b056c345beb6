"""Two runs compared: which documents differ, by which rules and in which fields, and pages to judge it by."""
