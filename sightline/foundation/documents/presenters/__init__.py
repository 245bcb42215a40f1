"""What pages about drafts and files show."""
