"""Who has a part in the work with children besides their worker, so that every role has records to open."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sightline.demo.families import Builder, Family
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.rules import InvolvementKind
from sightline.practice.care.models import PeriodOfCare

OF_THE_FAMILY = (  # told one by one: enquiries are under way, and a conference is due
    ("assistant", InvolvementKind.CO_WORKER, "Takes the younger children to school."),
    ("chair", InvolvementKind.CHAIR, "Chairs the conference."),
    ("legal", InvolvementKind.LEGAL, "Advises on the order of no contact."),
    ("business.support", InvolvementKind.BUSINESS_SUPPORT, "Invites to the conference and keeps its papers."),
    ("auditor", InvolvementKind.AUDIT_SAMPLE, "Drawn for this month's audit."),
    ("inspector", InvolvementKind.INSPECTION_SAMPLE, "Asked for by the inspectors."),
)
IN_CARE = (  # those who work with a few of the children who are in care today
    ("virtual.school", InvolvementKind.VIRTUAL_SCHOOL, "Follows school and the education plan."),
    ("fostering", InvolvementKind.FOSTERING, "Supports the people the child lives with."),
    ("personal.adviser", InvolvementKind.PERSONAL_ADVISER, "Will stay after the 18th birthday."),
)
FEW = 4  # children in care with whom each of them works
OF_CARE = "manager.6"  # says who works with children in care


def build_parts(build: Builder, family: Family) -> None:
    """The parts of a family, said by the manager of its team, and those of a few children in care."""
    give(build, OF_THE_FAMILY, family.children, build.workforce.manager_of(family.team))
    in_care = PeriodOfCare.objects.current().filter(ended=None).order_by("began", "pk")
    give(build, IN_CARE, [period.child_id for period in in_care[:FEW]], OF_CARE)


def give(build: Builder, parts: Iterable[tuple[str, str, str]], children: Iterable[UUID], manager: str) -> None:
    """Give everybody their part with each of these children, unless their career gave it to them."""
    began = build.today - timedelta(days=10)
    for child in children:
        for sign_in, kind, reason in parts:
            person = build.workforce.people[sign_in].pk
            if not queries.has_part(child, person, kind):
                actions.involve(
                    child_id=child, practitioner_id=person, kind=kind, reason=reason, on=began,
                    by=build.workforce.acting(manager),
                )  # fmt: skip
