"""The plan for a child in care, and those who look whether it is right."""

from typing import ClassVar

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import STANDS, Event, Keeping, Protection, Retention, Spell, ends_no_earlier
from sightline.practice.care import rules


class CareReview(Event):
    """A review of the care plan was held, or was called off: how the child took part, and how often visits are to be.

    Identity: the child and the day of the review.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "due_on", "participation", "cancelled"))
    identity: ClassVar = ("child", "happened")

    participation = CodeField("ssda903-review-participation", blank=True)
    cancelled = models.BooleanField(default=False)
    due_on = models.DateField(null=True, blank=True)
    visit_every_weeks = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "happened"],
                condition=STANDS & models.Q(cancelled=False),
                name="one_care_review_of_a_child_on_a_day",
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="care_reviews_of_child")]


class ReviewingOfficerContact(Event):
    """The reviewing officer visited the child, spoke with them, or looked how the plan is going.

    Identity: the child, the day and the way.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "how"))
    identity: ClassVar = ("child", "happened", "how")

    how = models.CharField(max_length=10, choices=rules.OfficerContact.choices, blank=True)


class CarePlan(Spell):
    """What is planned for a child in care, as the ways to a lasting home that are being followed.

    Identity: the child and the day the plan was agreed.
    """

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "options"))
    identity: ClassVar = ("child", "began")

    options = models.JSONField(default=list)  # codes of ssd-permanence-plan-keys; several may be followed at once

    class Meta:
        constraints = [ends_no_earlier("a_care_plan_ends_after_it_began")]
