"""Pages about walls and openings."""
