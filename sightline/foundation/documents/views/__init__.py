"""Pages about drafts and files."""
