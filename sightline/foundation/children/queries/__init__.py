"""Named questions about people."""

from uuid import UUID


def people_in_record(child_id: UUID) -> list[UUID]:
    """The adults whose details are part of a child's record."""
    return []
