"""What leaving care declares to the rest."""

from sightline.foundation.area import Area, Reads, Told
from sightline.foundation.workforce.models import Involvement
from sightline.practice.care.queries import READS
from sightline.practice.leaving_care import models, presenters
from sightline.practice.leaving_care.queries import clocks
from sightline.practice.leaving_care.rules import timescales
from sightline.ui.vocabulary import said

AREA = Area(
    name="Leaving care",
    clocks=[
        Reads(
            clocks.pathway_clocks,
            [*READS, models.PathwayPlan, Involvement],
            timescales=(timescales.ASSESSMENT, timescales.PLAN, timescales.REVIEW, timescales.ADVISER_NAMED),
            stopped_by=[models.PathwayPlan, Involvement],
        ),
        Reads(
            clocks.contact_clocks,
            [*READS, models.CareLeaverContact, models.CareLeaverStatus],
            timescales=(timescales.CONTACT, timescales.LOST_TOUCH),
            stopped_by=[models.CareLeaverContact],
        ),
        Reads(
            clocks.return_clocks,
            [*READS, models.CareLeaverStatus],
            timescales=(timescales.RETURN,),
            stopped_by=[models.CareLeaverStatus],
        ),
        Reads(
            clocks.activity_clocks,
            [*READS, models.CareLeaverStatus],
            timescales=(timescales.ACTIVITY,),
            stopped_by=[models.CareLeaverStatus],
        ),
    ],
    chronology=[
        Told(
            models.LeavingCareEligibility,
            major=True,
            title=presenters.eligibility_title,
            detail=presenters.eligibility_detail,
        ),
        Told(
            models.CareLeaverStatus,
            major=True,
            title=presenters.status_title,
            detail=presenters.status_detail,
            label=lambda: said("How {care_experienced_young_person:plural} are doing"),
        ),
        Told(
            models.CareLeaverContact,
            major=False,
            title=presenters.contact_title,
            label=lambda: said("Contacts with {care_experienced_young_person:plural}"),
        ),
        Told(
            models.PathwayPlan,
            major=True,
            title=presenters.pathway_title,
            label=lambda: said("{pathway_plan:plural,capital}"),
        ),
    ],
)
