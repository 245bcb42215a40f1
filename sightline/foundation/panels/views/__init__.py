"""Pages about panels."""
