"""What the education of children in care declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Lasting, Navigation, Reads, RecordSomething, Told
from sightline.foundation.correctable import Correctable
from sightline.practice.care.queries import READS, is_in_care
from sightline.practice.education import models
from sightline.practice.education.presenters import titles
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
            title=titles.plan_title,
            label=lambda: said("{personal_education_plan:plural,capital}"),
        ),
        Told(models.SchoolPlace, major=False, title=titles.place_title),
    ],
    correctable=[
        Correctable(
            [models.PersonalEducationPlan, models.SchoolPlace],
            Permission.RECORD_EDUCATION,
            questions={"school": "Which school or place?", "urn": "Its number"},
        )
    ],
    navigation=[Navigation(lambda: "Education", "education:overview", Permission.OPEN_RECORD, order=54)],
    records=[
        RecordSomething(
            lambda: said("Record {personal_education_plan:article}"),
            "education:plan",
            Permission.RECORD_EDUCATION,
            is_in_care,
        ),
        RecordSomething(lambda: "Record a new school or place", "education:place", Permission.RECORD_EDUCATION),
    ],
    urls="sightline.practice.education.urls",
    prefix="education/",
)
