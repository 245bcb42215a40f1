"""What the pages of child protection show, as plain data."""
