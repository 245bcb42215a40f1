"""Protection plans: from when to when, for which harm, and the meetings that keep them going."""

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import STANDS, Event, Protection, Spell, ends_no_earlier, no_overlap
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models.conferences import InitialConference
from sightline.practice.child_protection.models.keeping import OF_PERSON
from sightline.practice.front_door.models import Referral


class ProtectionPlan(Spell):
    """A child has a protection plan: from the conference that made it to the day a conference ended it.

    Identity: one plan of a child from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "began")
    set_at_end = ("end_reason",)

    conference = models.ForeignKey(InitialConference, models.PROTECT, null=True, blank=True, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, null=True, blank=True, related_name="+")
    initial_category = CodeField("cin-category-of-abuse", blank=True)
    number_of_previous_plans = models.PositiveSmallIntegerField(null=True, blank=True)
    other_authority = models.BooleanField(default=False)  # the plan is another authority's and the child is here
    visit_every = models.PositiveSmallIntegerField(null=True, blank=True)  # working days, as the conference decided
    end_reason = models.CharField(max_length=20, blank=True, choices=rules.PlanEndReason.choices)

    class Meta:
        constraints = [
            no_overlap("protection_plans_do_not_overlap"),
            ends_no_earlier("a_protection_plan_ends_no_earlier_than_it_began"),
        ]


class ProtectionPlanCategory(Event):
    """The harm a plan is about, from this day on.

    Identity: one category of a plan from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("plan", "happened")

    plan = models.ForeignKey(ProtectionPlan, models.PROTECT, related_name="categories")
    category = CodeField("cin-category-of-abuse")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "happened"], condition=STANDS, name="one_category_of_a_plan_from_a_day_on"
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="plan_categories_of_child")]


class ReviewConference(Event):
    """A conference looked at whether a child still needs the plan.

    Identity: one review of a plan on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("plan", "happened")

    plan = models.ForeignKey(ProtectionPlan, models.PROTECT, related_name="reviews")
    due_on = models.DateField(null=True, blank=True)  # as a return gives it; ours is counted
    continues = models.BooleanField(null=True)
    quorate = models.BooleanField(null=True)
    participation = CodeField("ssda903-review-participation", blank=True)
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "happened"], condition=STANDS, name="one_review_of_a_protection_plan_on_a_day"
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="review_conferences_of_child")]


class CoreGroup(Event):
    """Family and workers who carry out a plan met.

    Identity: one core group about a plan on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("plan", "happened")

    plan = models.ForeignKey(ProtectionPlan, models.PROTECT, related_name="core_groups")
    what_changed = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "happened"], condition=STANDS, name="one_core_group_about_a_plan_on_a_day"
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="core_groups_of_child")]
