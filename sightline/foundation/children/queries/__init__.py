"""Named questions about people."""

from sightline.foundation.children.queries.network import child_with_adults, people_in_record, people_in_records

__all__ = ["child_with_adults", "people_in_record", "people_in_records"]
