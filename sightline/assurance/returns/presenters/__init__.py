"""What pages about returns show."""
