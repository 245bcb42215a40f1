"""Named questions about contacts."""

from __future__ import annotations

from uuid import UUID

from sightline.practice.front_door.models import Contact, ContactOutcome


def contacts_of(child: UUID) -> list[Contact]:
    """The contacts about a child that stand, newest first."""
    return list(Contact.objects.current().about([child]).order_by("-happened", "-recorded_at"))


def undecided_contacts(child: UUID) -> list[Contact]:
    """The contacts about a child of which nothing was decided yet, newest first."""
    decided = ContactOutcome.objects.current().about([child]).values("contact_id")
    return list(Contact.objects.current().about([child]).exclude(pk__in=decided).order_by("-happened", "-recorded_at"))
