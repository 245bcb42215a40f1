"""What people record of the education of children in care."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_date
from sightline.foundation.door import Refusal, Work, action, ends
from sightline.foundation.facts import Acting
from sightline.practice.education import rules
from sightline.practice.education.models import PersonalEducationPlan, SchoolPlace


class NotThis(Refusal):
    """What is said contradicts itself, or what stands about the child."""


@action(permission=Permission.RECORD_EDUCATION, says="recorded a personal education plan")
def record_personal_education_plan(*, child_id: UUID, on: date, kind: str, by: Acting) -> Work:
    """Record that the plan was made, or reviewed, at a meeting."""
    if kind not in rules.PlanKind.values:
        raise NotThis("Say whether it was the first plan or a review.")
    plan = PersonalEducationPlan(child_id=child_id, happened=on, kind=kind)
    yield plan
    return plan


@action(permission=Permission.RECORD_EDUCATION, says="recorded where a child is taught")
def begin_school_place(*, child_id: UUID, on: date, school: str, urn: str = "", kind: str, by: Acting) -> Work:
    """Record the first day at a school, or of being taught otherwise; the places before go on until they are ended."""
    if kind not in rules.PlaceKind.values:
        raise NotThis("Choose where the child is taught.")
    if kind in rules.HAS_A_NAME and not school.strip():
        raise NotThis("Say the name of the school.")
    if urn and not (urn.isdigit() and len(urn) == rules.URN_DIGITS):
        raise NotThis("The school’s number has six digits.")
    same = SchoolPlace.objects.current().filter(child=child_id, school=school.strip(), kind=kind, ended=None)
    if same.exists():
        raise NotThis("The child is recorded at this school already.")
    place = SchoolPlace(child_id=child_id, began=on, school=school.strip(), urn=urn, kind=kind)
    yield place
    return place


@action(permission=Permission.RECORD_EDUCATION, says="recorded that a child left a school")
def end_school_place(*, child_id: UUID, place_id: UUID, on: date, by: Acting) -> Work:
    """Record the last day at a school."""
    place = SchoolPlace.objects.current().filter(child=child_id, pk=place_id, ended=None).first()
    if place is None:
        raise NotThis("This place has ended already.")
    if on < place.began:
        raise NotThis(f"It began on {format_date(place.began)}: the last day cannot be before that.")
    yield ends(place, on=on)
    return place
