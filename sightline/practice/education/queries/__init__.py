"""Named questions about education."""

from uuid import UUID

from sightline.practice.education.models import SchoolPlace


def open_places(child: UUID) -> list[SchoolPlace]:
    """Where a child is taught now, the newest first."""
    return list(SchoolPlace.objects.current().filter(child=child, ended=None).order_by("-began", "-id"))


def open_place(child: UUID, place: UUID) -> SchoolPlace | None:
    """One place of a child that goes on, or None."""
    return SchoolPlace.objects.current().filter(child=child, pk=place, ended=None).first()
