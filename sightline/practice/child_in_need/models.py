"""Facts of children in need."""

from django.db import models

from sightline.foundation.facts import STANDS, Event, Keeping, Protection, Retention, Spell, ends_no_earlier, no_overlap
from sightline.practice.child_in_need import rules
from sightline.practice.front_door.models import Referral

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "began", "ended", "end_reason", "continues")
)


class ChildInNeedPlan(Spell):
    """A plan of support agreed with the family; never while a protection plan lasts.

    Identity: one plan of a child from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "began")
    set_at_end = ("end_reason",)

    referral = models.ForeignKey(Referral, models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=20, blank=True, choices=rules.EndReason.choices)

    class Meta:
        constraints = [
            no_overlap("child_in_need_plans_do_not_overlap"),
            ends_no_earlier("a_child_in_need_plan_ends_no_earlier_than_it_began"),
        ]


class ChildInNeedReview(Event):
    """The family and workers looked at what the plan has changed.

    Identity: one review of a plan on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("plan", "happened")

    plan = models.ForeignKey(ChildInNeedPlan, models.PROTECT, related_name="reviews")
    continues = models.BooleanField(null=True)
    what_changed = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "happened"],
                condition=STANDS,
                name="one_review_of_a_child_in_need_plan_on_a_day",
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="child_in_need_reviews_of_child")]
