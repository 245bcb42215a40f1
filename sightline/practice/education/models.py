"""Facts of the education of children in care."""

from typing import ClassVar

from django.db import models

from sightline.foundation.facts import Event, Keeping, Protection, Retention, Spell, ends_no_earlier
from sightline.practice.education import rules

URN_LENGTH = 6  # digits; the register of schools


class PersonalEducationPlan(Event):
    """The plan for a child's education was made or reviewed at a meeting.

    Identity: the child, the day and the kind.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "kind"))
    identity: ClassVar = ("child", "happened", "kind")

    kind = models.CharField(max_length=10, choices=rules.PlanKind.choices, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="education_plans_of_child")]


class SchoolPlace(Spell):
    """A child is on the roll of a school, or is taught otherwise.

    Identity: the child, the day it began and the school.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "kind"))
    identity: ClassVar = ("child", "began", "school")

    school = models.CharField(max_length=250, blank=True)
    urn = models.CharField(max_length=URN_LENGTH, blank=True)
    kind = models.CharField(max_length=20, choices=rules.PlaceKind.choices)

    class Meta:
        constraints = [ends_no_earlier("a_school_place_ends_after_it_began")]
