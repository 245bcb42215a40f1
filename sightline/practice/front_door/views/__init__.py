"""The pages of the front door at a child's record."""
