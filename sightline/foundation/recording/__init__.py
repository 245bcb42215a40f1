"""The pages that every area of a child's journey has: what stands and is due in it, and recording one thing."""
