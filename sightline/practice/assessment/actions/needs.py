"""What children need, and what answers it: a service of the directory, a step of their plan, or nothing yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Work, Yielded, action
from sightline.foundation.facts import Acting
from sightline.foundation.plans.actions import joined
from sightline.foundation.plans.queries import plan_for_needs
from sightline.foundation.standing import NotNow, refuse
from sightline.practice.assessment import queries, rules
from sightline.practice.assessment.actions.findings import writable
from sightline.practice.assessment.models import ChildsView, NeedFound
from sightline.practice.assessment.rules import Answer
from sightline.practice.early_help.models import Service
from sightline.practice.early_help.queries import service_of


@action(permission=Permission.RECORD_PRACTICE, says="recorded a need that an assessment found")
def record_need(
    *,
    child_id: UUID,
    work_id: UUID,
    children: Sequence[UUID],
    on: date,
    need: str,
    may_know: str,
    answer: Answer,
    heard: UUID | None = None,
    by: Acting,
) -> Work:
    """Record what children need and what answers it from which day on, or why nothing does.

    A step becomes one of each child's open plan at once; where there is none, it waits for the plan.
    """
    work = writable(child_id, work_id, children)
    refuse(rules.wrong_with_need(answer, may_know))
    service, view = open_service(answer.service), view_of(children, heard)
    found = None
    for child in children:
        found = NeedFound(
            child_id=child,
            work=work,
            happened=on,
            need=need,
            may_know=may_know,
            heard=view if view and view.child_id == child else None,
            **columns(answer, service),
        )
        yield found
        yield from into_plan(found)
    return found


def columns(answer: Answer, service: Service | None) -> dict[str, object]:
    """What answers a need, as its columns hold it: of a service its name, of a step who and by when."""
    if service is not None:
        return {
            "service": service,
            "answered_by": f"{service.name}, {service.provider}",
            "starts_on": answer.starts_on,
        }
    if answer.step:
        asked = ("who", "starts_on", "by_when", "how_we_will_know")
        return {"answered_by": answer.step, **{name: getattr(answer, name) for name in asked}}
    return {"why_none": answer.why_none}


def into_plan(need: NeedFound) -> Iterator[Yielded]:
    """The step that answers a need, in the child's plan where there is one."""
    plan = plan_for_needs(need.child_id) if need.who else None
    if plan is not None:
        yield from joined(plan, queries.goal_of_need(need), need.happened)


def open_service(key: UUID | None) -> Service | None:
    """A service that families can be offered now; raises Refusal."""
    service = service_of(key) if key else None
    if key and (service is None or service.closed_on is not None):
        raise NotNow("This service is closed, or not in the directory any more. Choose another.")
    return service


def view_of(children: Sequence[UUID], heard: UUID | None) -> ChildsView | None:
    """The view of one of these children from which a need came; raises Refusal."""
    view = ChildsView.objects.current().filter(pk=heard, child__in=children).first() if heard else None
    if heard and view is None:
        raise NotNow("These words do not stand any more. Choose again.")
    return view
