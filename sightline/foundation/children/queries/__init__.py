"""Named questions about people."""

from sightline.foundation.children.queries.network import people_in_record

__all__ = ["people_in_record"]
