"""Named questions about health."""
