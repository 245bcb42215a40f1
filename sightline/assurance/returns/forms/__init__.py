"""What is asked about returns."""
