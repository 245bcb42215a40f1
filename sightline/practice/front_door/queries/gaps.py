"""What is not known yet about a contact although the kind of concern makes it essential."""

from __future__ import annotations

from uuid import UUID


def gaps_of(contact: UUID) -> list[str]:
    """The essential items that nobody knows yet, in words; nothing where no list of what we need to know is kept."""
    return []
