"""Named questions about young people who leave care."""

from uuid import UUID

from sightline.practice.leaving_care.models import CareLeaverStatus, LeavingCareEligibility


def open_eligibility(child: UUID) -> LeavingCareEligibility | None:
    """What a young person is entitled to now, or None."""
    entitled = LeavingCareEligibility.objects.current().filter(child=child, ended=None)
    return entitled.order_by("-began", "-id").first()


def newest_status(child: UUID) -> CareLeaverStatus | None:
    """How a young person was doing when it was last recorded, or None."""
    return CareLeaverStatus.objects.current().filter(child=child).order_by("-happened", "-id").first()


def is_entitled(child: UUID) -> bool:
    """Whether an entitlement is recorded that goes on."""
    return open_eligibility(child) is not None
