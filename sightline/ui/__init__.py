"""Page shell, components and form rendering; knows no domain."""
