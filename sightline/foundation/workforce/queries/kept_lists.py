"""Lists that a practitioner keeps."""

from uuid import UUID

from sightline.foundation.workforce.models import KeptList


def lists_kept_by(practitioner: UUID | None) -> list[KeptList]:
    """The lists that somebody keeps, by name."""
    found = KeptList.objects.current().filter(practitioner=practitioner, ended=None)
    return list(found.order_by("name", "id"))


def list_kept(practitioner: UUID, key: UUID) -> KeptList | None:
    """One of the lists that somebody keeps."""
    return KeptList.objects.current().filter(practitioner=practitioner, ended=None, pk=key).first()
