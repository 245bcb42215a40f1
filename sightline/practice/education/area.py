"""What the education of children in care declares to the rest."""

from sightline.foundation.area import Area, Told
from sightline.practice.education import models, presenters
from sightline.ui.vocabulary import said

AREA = Area(
    name="Education",
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
