"""What pages show of care, as plain data."""
