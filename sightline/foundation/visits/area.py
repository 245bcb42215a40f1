"""What visits declare to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation, RecordSomething, Told
from sightline.foundation.visits.models import Seen
from sightline.foundation.visits.presenters import titles

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
    navigation=[Navigation(lambda: "Visits", "visits:list", Permission.OPEN_RECORD, order=26)],
    records=[
        RecordSomething(lambda: "Record a visit", "visits:record", Permission.RECORD_VISIT),
        RecordSomething(lambda: "Record an attempted visit", "visits:attempted", Permission.RECORD_VISIT),
    ],
    urls="sightline.foundation.visits.urls",
    prefix="visits/",
)
