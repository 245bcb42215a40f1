"""What stands about one child in care on a day, for whoever records what comes next."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sightline.foundation.children.models import Person
from sightline.practice.care.models import Home, HomeArrangement, LegalStatus, PeriodOfCare


def of_child(model: type[Any], child: UUID) -> QuerySet[Any]:
    """The facts of a kind that stand about a child."""
    found: QuerySet[Any] = model.objects.current().filter(child=child)
    return found


def open_spell(model: type[Any], child: UUID) -> Any:
    """The open spell of a kind, or None."""
    return of_child(model, child).filter(ended=None).order_by("-began", "-id").first()


def open_period(child: UUID) -> PeriodOfCare | None:
    """The period of care that goes on."""
    found: PeriodOfCare | None = open_spell(PeriodOfCare, child)
    return found


def open_home(child: UUID) -> Home | None:
    """Where a child in care lives now."""
    found: Home | None = open_spell(Home, child)
    return found


def is_in_care(child: UUID) -> bool:
    """Whether a child is in care now."""
    return open_period(child) is not None


def open_status(child: UUID) -> LegalStatus | None:
    """The legal status that goes on."""
    found: LegalStatus | None = open_spell(LegalStatus, child)
    return found


def period_on(child: UUID, day: date) -> PeriodOfCare | None:
    """The period of care that a day belongs to; its last day counts."""
    began = of_child(PeriodOfCare, child).filter(began__lte=day).order_by("-began").first()
    return began if began is not None and (began.ended is None or day <= began.ended) else None


def home_on(child: UUID, day: date) -> Home | None:
    """The home a day belongs to; the day of a move belongs to the new one."""
    began = of_child(Home, child).filter(began__lte=day).order_by("-began", "-id").first()
    return began if began is not None and (began.ended is None or day <= began.ended) else None


def newest(model: type[Any], child: UUID) -> Any:
    """The spell of a kind that began last, or None."""
    return of_child(model, child).order_by("-began", "-id").first()


def arrangements_of(home: Home) -> set[str]:
    """What was settled about a home."""
    return set(HomeArrangement.objects.current().filter(home=home).values_list("arrangement", flat=True))


def birth_of(child: UUID) -> date | None:
    """The date of birth, where it is known."""
    return Person.objects.filter(pk=child).values_list("birth_date", flat=True).first()
