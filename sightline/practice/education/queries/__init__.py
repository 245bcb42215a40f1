"""Named questions about education."""
