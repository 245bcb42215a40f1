"""What leaving care declares to the rest."""

from sightline.foundation.area import Area, Told
from sightline.practice.leaving_care import models, presenters
from sightline.ui.vocabulary import said

AREA = Area(
    name="Leaving care",
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
