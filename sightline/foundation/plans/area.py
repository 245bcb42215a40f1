"""What plans declare to the rest."""

from django.db.models import Q

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Glimpse, Mark, Navigation, RecordSomething, ToDo, Told
from sightline.foundation.documents.making.kinds import MadeKind
from sightline.foundation.plans import presenters, queries, rules
from sightline.foundation.plans.models import Goal, Plan, Progress, Step

AREA = Area(
    name="Plans",
    marks=[
        Mark("plan", Plan, Q(kind__in=rules.OF_NEED), shown=lambda: "Plan since"),
    ],
    chronology=[
        Told(
            Plan,
            major=True,
            title=presenters.plan_title,
            detail=lambda plan: plan.purpose,
            page="plans:plan",
            label=lambda: "Plans",
        ),
        Told(
            Goal,
            major=False,
            title=lambda goal: "Goal agreed",
            detail=lambda goal: goal.text,
            label=lambda: "Goals of plans",
        ),
        Told(
            Progress,
            major=False,
            title=presenters.progress_title,
            detail=lambda said: f"{said.step.text}\n{said.note}".strip(),
            related=("step",),
            label=lambda: "Progress of plans",
        ),
    ],
    to_do=[
        ToDo(
            Step,
            answers=Progress,
            asked="step",
            settles=lambda said: rules.is_settled(said.state),
            title=presenters.step_title,
            page="plans:step_progress",
        )
    ],
    glimpses=[
        Glimpse(lambda: "Plans", "plans:plans", lambda: "All plans, goals and steps", presenters.open_plans, order=20)
    ],
    navigation=[Navigation(lambda: "Plans", "plans:plans", Permission.OPEN_RECORD, order=25)],
    records=[RecordSomething(lambda: "Begin a plan", "plans:begin", Permission.RECORD_PLAN)],
    made=[
        MadeKind(
            "plan",
            lambda: "A copy of a plan",
            Permission.RECORD_FILE,
            presenters.made,
            queries.is_plan_of,
            page="plans:plan",
        ),
    ],
    urls="sightline.foundation.plans.urls",
    prefix="plans/",
)
