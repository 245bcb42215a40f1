"""What law and practice say about assessments."""

from __future__ import annotations

from django.db.models import TextChoices


class Kind(TextChoices):
    """What an assessment is for."""

    CHILD_AND_FAMILY = "child_and_family", "Child and family"
    PRE_BIRTH = "pre_birth", "Before birth"
    YOUNG_CARER = "young_carer", "Young carer (section 17ZA)"
    PARENT_CARER = "parent_carer", "Parent carer (section 17ZD)"
    DISABLED_CHILD = "disabled_child", "Disabled child and short breaks"
    PRIVATE_FOSTERING = "private_fostering", "Private fostering"
    NO_RECOURSE = "no_recourse", "No recourse to public funds"
    HOMELESS = "homeless", "Homeless at 16 or 17"
    SECTION_7 = "section_7", "Report for a court (section 7)"
    SECTION_37 = "section_37", "Report for a court (section 37)"
