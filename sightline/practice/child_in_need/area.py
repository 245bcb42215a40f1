"""What the area of children in need declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Bars, Counted, Lasting, Mark, Navigation, Reads, RecordSomething, Told
from sightline.foundation.correctable import Correctable
from sightline.foundation.oversight.queries import ENTRIES
from sightline.foundation.telling import TellsFamily
from sightline.foundation.visits.models import Seen
from sightline.practice.child_in_need import queries, rules
from sightline.practice.child_in_need.models import ChildInNeedPlan, ChildInNeedReview
from sightline.practice.child_in_need.presenters import titles
from sightline.practice.front_door.models import Referral
from sightline.ui.vocabulary import said

AREA = Area(
    name="Child in need",
    marks=[Mark("plan", ChildInNeedPlan)],
    counted=[
        Counted(
            "without_plan",
            label=lambda: "In need, with no plan",
            short=lambda: "In need, no plan",
            which=queries.without_plan,
            mark="in_need",
            page="plans:plans",
        )
    ],
    clocks=[
        Reads(
            queries.plan_clocks,
            [ChildInNeedPlan, ChildInNeedReview, Seen, *ENTRIES],
            timescales=(rules.REVIEW, rules.VISIT, rules.DURATION),
            stopped_by=[ChildInNeedReview, Seen, *ENTRIES],
        ),
    ],
    lasting=[
        Lasting(
            ChildInNeedPlan,
            label=lambda: said("{child_in_need_plan:plural,capital}"),
            now=lambda words: said("Has {child_in_need_plan:article}"),
            holds_open=True,
        ),
    ],
    chronology=[
        Told(
            ChildInNeedPlan,
            major=True,
            title=titles.plan_title,
            detail=titles.why_ended,
            label=lambda: said("{child_in_need_plan:plural,capital}"),
        ),
        Told(
            ChildInNeedReview,
            major=False,
            title=titles.review_title,
            detail=titles.what_changed,
            label=lambda: said("Reviews of {child_in_need_plan:plural}"),
        ),
    ],
    bars=[Bars(queries.why_plan_bars, ending=[Referral])],
    tells_family=[TellsFamily(ChildInNeedPlan)],
    correctable=[
        Correctable(
            [ChildInNeedPlan, ChildInNeedReview],
            Permission.RECORD_PRACTICE,
            questions={"continues": "Does the plan go on?", "end_reason": "Why did it end?"},
        )
    ],
    navigation=[Navigation(lambda: "Child in need", "child_in_need:overview", Permission.OPEN_RECORD, order=43)],
    records=[
        RecordSomething(
            lambda: said("Record {child_in_need_plan:article}"),
            "child_in_need:begin",
            Permission.RECORD_PRACTICE,
            withheld=queries.has_plan,
        ),
        RecordSomething(
            lambda: said("Record a review of the {child_in_need_plan}"),
            "child_in_need:review",
            Permission.RECORD_PRACTICE,
            queries.has_plan,
        ),
    ],
    urls="sightline.practice.child_in_need.urls",
    prefix="child-in-need/",
)
