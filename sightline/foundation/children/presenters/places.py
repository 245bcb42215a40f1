"""Where each kind of detail is shown, so that a page leads back to where it came from."""

from uuid import UUID

from django.urls import reverse

from sightline.foundation.children.presenters.details import AROUND, HOW_TO_REACH

FAMILY = (*AROUND, "relationship")


def home_of(kind: str, child_id: UUID, person_id: UUID) -> str:
    """The page that lists details of a kind."""
    if person_id != child_id:
        return reverse("children:person", args=[child_id, person_id])
    if kind == "warning":
        return reverse("children:child", args=[child_id])
    page = "family" if kind in FAMILY else "reaching" if kind in HOW_TO_REACH else "details"
    return reverse(f"children:{page}", args=[child_id])
