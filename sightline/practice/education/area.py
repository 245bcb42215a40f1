"""What the education of children in care declares to the rest."""

from sightline.foundation.area import Area, Lasting, Reads, Told
from sightline.practice.care.queries import READS
from sightline.practice.education import models, presenters
from sightline.practice.education.queries import clocks
from sightline.practice.education.rules import timescales
from sightline.ui.vocabulary import said

AREA = Area(
    name="Education",
    clocks=[
        Reads(
            clocks.plan_clocks,
            [*READS, models.PersonalEducationPlan, models.SchoolPlace],
            timescales=(timescales.PLAN_FIRST, timescales.PLAN_TERMLY, timescales.PLAN_NEW_SCHOOL),
            stopped_by=[models.PersonalEducationPlan],
        ),
        Reads(
            clocks.school_place_clocks,
            [*READS, models.SchoolPlace],
            timescales=(timescales.SCHOOL_PLACE,),
            stopped_by=[models.SchoolPlace],
        ),
    ],
    lasting=[
        Lasting(models.SchoolPlace, label=lambda: "Schools", code="school"),
    ],
    chronology=[
        Told(
            models.PersonalEducationPlan,
            major=True,
            title=presenters.plan_title,
            label=lambda: said("{personal_education_plan:plural,capital}"),
        ),
        Told(models.SchoolPlace, major=False, title=presenters.place_title),
    ],
)
