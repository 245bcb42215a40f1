"""Pages about returns."""
