"""Facts of the health of children in care."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import STANDS, Event, Keeping, Protection, Retention
from sightline.practice.health import rules


class HealthAssessment(Event):
    """A health assessment of a child in care was done, or was planned, refused or cancelled.

    Identity: the child, the day and the kind; a file that does not say the kind knows it by child and day.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "kind", "by", "result"))
    identity: ClassVar = ("child", "happened", "kind")

    kind = models.CharField(max_length=10, choices=rules.AssessmentKind.choices, blank=True)
    by = models.CharField(max_length=10, choices=rules.Clinician.choices, blank=True)
    result = CodeField("ssd-health-check-status")

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="health_assessments_of_child")]


class DentalCheck(Event):
    """A child in care saw a dentist, or this was planned, refused or cancelled.

    Identity: the child and the day.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "result"))
    identity: ClassVar = ("child", "happened")

    result = CodeField("ssd-health-check-status")


class ImmunisationStatus(Event):
    """Whether a child's immunisations were up to date on a day.

    Identity: the child and the day.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "up_to_date"))
    identity: ClassVar = ("child", "happened")

    up_to_date = models.BooleanField()

    class Meta:
        verbose_name_plural = "immunisation statuses"


class DevelopmentCheck(Event):
    """Whether the development checks of a child under five were up to date on a day.

    Identity: the child and the day.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "up_to_date"))
    identity: ClassVar = ("child", "happened")

    up_to_date = models.BooleanField()


class StrengthsAndDifficulties(Event):
    """The carer's strengths and difficulties questionnaire: its score, or why there is none.

    Identity: the child and the day.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "score", "reason"))
    identity: ClassVar = ("child", "happened")

    score = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = CodeField("ssda903-sdq-reason", blank=True)

    class Meta:
        verbose_name = "strengths and difficulties questionnaire"
        constraints = [
            models.CheckConstraint(
                condition=~STANDS | Q(score=None) | Q(score__lte=rules.HIGHEST_SCORE),
                name="a_questionnaire_scores_from_0_to_40",
            )
        ]


class SubstanceUse(Event):
    """A child in care was found to have a problem with a substance, and what help was offered and taken.

    Identity: the child and the day.
    """

    protection = Protection.CONTENT
    keeping = Keeping(
        Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "intervention_received", "intervention_offered")
    )
    identity: ClassVar = ("child", "happened")

    substance = models.CharField(max_length=100, blank=True)
    intervention_received = models.BooleanField(null=True, blank=True)
    intervention_offered = models.BooleanField(null=True, blank=True)

    class Meta:
        verbose_name = "problem with a substance"
        verbose_name_plural = "problems with a substance"


class YearlyHealthStatus(Event):
    """What the yearly return said about a child's health in the year to 31 March, without a day of its own.

    Identity: the child, the 31 March and the item.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "item", "value"))
    identity: ClassVar = ("child", "happened", "item")

    item = models.CharField(max_length=30, choices=rules.YearlyItem.choices)
    value = models.BooleanField()

    class Meta:
        verbose_name_plural = "yearly health statuses"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "happened", "item"], condition=STANDS, name="one_answer_to_each_yearly_health_item"
            )
        ]
