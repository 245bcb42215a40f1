"""Rules of the education of children in care: choices and timescales."""

from django.db.models import TextChoices


class PlanKind(TextChoices):
    """Which meeting about a personal education plan it was; an old file does not always say."""

    FIRST = "first", "First plan"
    REVIEW = "review", "Review"


class PlaceKind(TextChoices):
    """Where a child is taught."""

    SCHOOL = "school", "On the roll of a school"
    NURSERY = "nursery", "Nursery"
    COLLEGE = "college", "College"
    ALTERNATIVE = "alternative", "Alternative provision"
    HOME = "home", "Taught at home by the family"
    OTHER = "other", "Taught otherwise"


HAS_A_NAME = (PlaceKind.SCHOOL, PlaceKind.NURSERY, PlaceKind.COLLEGE)
URN_DIGITS = 6
