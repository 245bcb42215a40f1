"""Named questions about imports and what they left to settle."""
