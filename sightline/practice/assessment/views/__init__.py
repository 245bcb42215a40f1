"""The pages of assessments at a child's record."""
