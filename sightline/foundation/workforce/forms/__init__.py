"""What is asked about the workforce and at the door."""
