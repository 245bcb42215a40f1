"""Named questions about young people who leave care."""
