"""The pages of the workforce area."""
