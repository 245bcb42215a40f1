"""Facts of assessments."""

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import (
    STANDS,
    Event,
    Protection,
    Spell,
    ends_no_earlier,
    one_open_spell_per_child,
)
from sightline.practice.assessment import rules
from sightline.practice.assessment.models.keeping import OF_PERSON
from sightline.practice.front_door.models import Referral


class Assessment(Spell):
    """Finding out with a family what a child needs.

    Began is the actual start, ended the day a manager authorised it. Identity: one assessment of a child from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "began")
    set_at_end = ("child_seen", "requires_support", "outcome", "why")

    referral = models.ForeignKey(Referral, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=30, choices=rules.Kind.choices, default=rules.Kind.CHILD_AND_FAMILY)
    internal_review_on = models.DateField(null=True, blank=True)
    child_seen = models.BooleanField(null=True)
    requires_support = models.BooleanField(null=True)
    outcome = CodeField("ssd-assessment-outcome", blank=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            one_open_spell_per_child("one_open_assessment_per_child"),
            ends_no_earlier("an_assessment_ends_no_earlier_than_it_began"),
        ]
        indexes = [models.Index(fields=["child", "began"], name="assessments_of_child")]


class AssessmentFactor(Event):
    """A factor that an assessment found, as the census asks for it.

    Identity: one row for each factor of an assessment.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("assessment", "code")

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="factors")
    code = CodeField("cin-assessment-factors")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "code"], condition=STANDS, name="an_assessment_finds_a_factor_once"
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="assessment_factors_of_child")]
