"""Pages about case notes."""
