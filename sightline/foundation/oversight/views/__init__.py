"""Pages about what managers decide, direct and note."""
