"""What leaving care declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation, Reads, RecordSomething, Told
from sightline.foundation.children.models import Address
from sightline.foundation.correctable import Correctable
from sightline.foundation.visits.models import Seen
from sightline.foundation.workforce.models import Involvement
from sightline.practice.care.queries import READS
from sightline.practice.leaving_care import models
from sightline.practice.leaving_care.presenters import titles
from sightline.practice.leaving_care.queries import clocks, homes, is_entitled
from sightline.practice.leaving_care.rules import timescales
from sightline.ui.vocabulary import said

AREA = Area(
    name="Leaving care",
    clocks=[
        Reads(
            homes.detained_clocks,
            [*READS, Seen],
            timescales=(timescales.DETAINED,),
            stopped_by=[Seen],
        ),
        Reads(
            homes.accommodation_clocks,
            [*READS, Address, models.CareLeaverStatus],
            timescales=(timescales.ACCOMMODATION,),
            stopped_by=[models.CareLeaverStatus],
            goes_on=True,
        ),
        Reads(
            clocks.pathway_clocks,
            [*READS, models.PathwayPlan, Involvement],
            timescales=(timescales.ASSESSMENT, timescales.PLAN, timescales.REVIEW, timescales.ADVISER_NAMED),
            stopped_by=[models.PathwayPlan, Involvement],
            goes_on=True,
        ),
        Reads(
            clocks.contact_clocks,
            [*READS, models.CareLeaverContact, models.CareLeaverStatus],
            timescales=(timescales.CONTACT, timescales.LOST_TOUCH),
            stopped_by=[models.CareLeaverContact],
            goes_on=True,
        ),
        Reads(
            clocks.return_clocks,
            [*READS, models.CareLeaverStatus],
            timescales=(timescales.RETURN,),
            stopped_by=[models.CareLeaverStatus],
            goes_on=True,
        ),
        Reads(
            clocks.activity_clocks,
            [*READS, models.CareLeaverStatus],
            timescales=(timescales.ACTIVITY,),
            stopped_by=[models.CareLeaverStatus],
            goes_on=True,
        ),
    ],
    chronology=[
        Told(
            models.LeavingCareEligibility,
            major=True,
            title=titles.eligibility_title,
            detail=titles.eligibility_detail,
        ),
        Told(
            models.CareLeaverStatus,
            major=True,
            title=titles.status_title,
            detail=titles.status_detail,
            label=lambda: said("How {care_experienced_young_person:plural} are doing"),
        ),
        Told(
            models.CareLeaverContact,
            major=False,
            title=titles.contact_title,
            label=lambda: said("Contacts with {care_experienced_young_person:plural}"),
        ),
        Told(
            models.PathwayPlan,
            major=True,
            title=titles.pathway_title,
            label=lambda: said("{pathway_plan:plural,capital}"),
        ),
    ],
    correctable=[
        Correctable(
            [
                models.LeavingCareEligibility,
                models.CareLeaverStatus,
                models.CareLeaverContact,
                models.PathwayPlan,
            ],
            Permission.RECORD_PRACTICE,
            questions={
                "in_touch": "Are we in touch?",
                "suitability": "Is the accommodation suitable?",
                "replied": "Did the young person answer?",
            },
        )
    ],
    navigation=[
        Navigation(lambda: "Leaving care", "leaving_care:overview", Permission.OPEN_RECORD, order=60, from_age=15)
    ],
    records=[
        RecordSomething(
            lambda: "Record how the young person is doing",
            "leaving_care:status",
            Permission.RECORD_PRACTICE,
            is_entitled,
        ),
        RecordSomething(
            lambda: "Record that we reached out", "leaving_care:contact", Permission.RECORD_PRACTICE, is_entitled
        ),
    ],
    urls="sightline.practice.leaving_care.urls",
    prefix="leaving-care/",
)
