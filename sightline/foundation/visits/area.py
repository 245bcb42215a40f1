"""What visits declare to the rest."""

from django.db.models import Q

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Counted, Mark, Navigation, Reads, RecordSomething, Told
from sightline.foundation.oversight.in_sight import longer_ago
from sightline.foundation.visits import queries, rules
from sightline.foundation.visits.models import Seen
from sightline.foundation.visits.presenters import titles
from sightline.foundation.workforce.models import Involvement, Transfer

AREA = Area(
    name="Visits",
    chronology=[
        Told(
            Seen,
            major=False,
            title=titles.visit_title,
            detail=titles.visit_detail,
            related=("visit",),
            page="visits:visit",
            label=lambda: "Visits",
        )
    ],
    clocks=[
        Reads(
            queries.new_worker_clocks,
            [Transfer, Involvement, Seen],
            timescales=(rules.NEW_WORKER,),
            stopped_by=[Seen],
        )
    ],
    marks=[Mark("seen", Seen, Q(seen=True), shown=lambda: "Last seen")],
    counted=[
        Counted(
            "not_seen",
            label=lambda: f"Not seen for {rules.NOT_SEEN_DAYS // 7} weeks or more",
            short=lambda: f"Not seen for {rules.NOT_SEEN_DAYS // 7} weeks",
            which=lambda today: longer_ago("seen", today, rules.NOT_SEEN_DAYS),
            mark="seen",
            page="visits:list",
        )
    ],
    navigation=[Navigation(lambda: "Visits", "visits:list", Permission.OPEN_RECORD, order=26)],
    records=[
        RecordSomething(lambda: "Record a visit", "visits:record", Permission.RECORD_VISIT, everyday=True),
        RecordSomething(lambda: "Record an attempted visit", "visits:attempted", Permission.RECORD_VISIT),
    ],
    urls="sightline.foundation.visits.urls",
    prefix="visits/",
)
