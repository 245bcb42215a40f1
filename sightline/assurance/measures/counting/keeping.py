"""How the cases of measures are kept equal to the facts."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sightline.assurance.measures.counting import assessments, contacts, referrals
from sightline.assurance.measures.models import MeasuredCase
from sightline.foundation.children.models import Child
from sightline.foundation.timescales.refresh import one_at_a_time

PARTS = (contacts, referrals, assessments)
READ = tuple(dict.fromkeys(kind for part in PARTS for kind in part.READ))
KEPT = ("child", "on", "counted", "known_from")


def refresh(children: Iterable[UUID]) -> None:
    """Count again what is measured about these children; as many questions for a thousand as for one."""
    people = list(Child.objects.filter(pk__in=list(children)).values_list("pk", flat=True))  # adults are no cases
    if not people:
        return
    one_at_a_time(people)
    found = {(case.code, case.fact): case for part in PARTS for case in part.cases(people)}
    before = MeasuredCase.objects.filter(child__in=people).values_list("pk", "code", "fact_id")
    gone = [key for key, code, fact in before if (code, fact) not in found]
    MeasuredCase.objects.filter(pk__in=gone).delete()
    rows = [
        MeasuredCase(
            code=case.code,
            child_id=case.child,
            fact_id=case.fact,
            on=case.on,
            counted=case.counted,
            known_from=case.known_from,
        )
        for case in found.values()
    ]
    MeasuredCase.objects.bulk_create(
        rows, batch_size=1000, update_conflicts=True, unique_fields=["code", "fact_id"], update_fields=KEPT
    )
