"""Which facts are cases of which measure, and how these rows are kept equal to the facts."""

from sightline.assurance.measures.counting.keeping import READ, refresh

__all__ = ["READ", "refresh"]
