"""The pages of early help, of steps up and down, and of the directory of services."""
