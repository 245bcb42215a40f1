"""People: who they are, and everything that is recorded about a person rather than about a piece of work."""

from sightline.foundation.children.models.person import Child, Person

__all__ = ["Child", "Person"]
