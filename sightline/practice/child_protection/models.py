"""Facts of child protection."""

from django.db import models

from sightline.foundation.facts import (
    STANDS,
    Event,
    Keeping,
    Occasion,
    Protection,
    Retention,
    Spell,
    one_open_spell_per_child,
)
from sightline.practice.child_protection import rules

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=("happened", "began", "ended", "decision", "outcome", "agency", "number", "held_by"),
)


class StrategyDiscussion(Occasion):
    """Agencies met because a child may be suffering significant harm.

    Whatever belongs to a discussion points at the row that was recorded first, so that correcting when it was held
    leaves what was decided in place.
    """

    protection = Protection.OCCASION
    keeping = OF_PERSON

    first = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    held_by = models.CharField(max_length=10, choices=rules.HeldBy.choices)
    agencies = models.JSONField(default=list)
    agreed_beforehand = models.CharField(max_length=250, blank=True)

    @property
    def occasion(self) -> "StrategyDiscussion":
        """The row that everything recorded at the discussion points at."""
        return self.first or self


class StrategyOutcome(Event):
    """What the discussion decided for one child, and why."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    discussion = models.ForeignKey(StrategyDiscussion, models.PROTECT, related_name="outcomes")
    decision = models.CharField(max_length=20, choices=rules.Decision.choices)
    reasons = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "discussion"], condition=STANDS, name="one_decision_for_a_child_at_a_discussion"
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="strategy_outcomes_of_child")]


class AgencyScale(Event):
    """Where one agency placed one child between 0, in danger now, and 10, safe enough to close; never averaged."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    discussion = models.ForeignKey(StrategyDiscussion, models.PROTECT, related_name="scales")
    agency = models.CharField(max_length=20, choices=rules.Agency.choices)
    number = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(number__lte=rules.SCALE[-1]), name="a_scale_runs_from_0_to_10"),
            models.UniqueConstraint(
                fields=["child", "discussion", "agency"],
                condition=STANDS,
                name="one_scale_for_a_child_from_an_agency_at_a_discussion",
            ),
        ]


class Section47Enquiry(Spell):
    """Finding out whether action is needed to keep a child safe; follows from discussions and from what was found."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    discussion = models.ForeignKey(StrategyDiscussion, models.PROTECT, related_name="+")

    class Meta:
        constraints = [one_open_spell_per_child("one_open_enquiry_per_child")]


class EnquiryOutcome(Event):
    """What section 47 enquiries found about one child, and why; the day it was decided is the day they ended."""

    protection = Protection.CONTENT
    keeping = OF_PERSON

    outcome = models.CharField(max_length=20, choices=rules.Outcome.choices)
    reasons = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "happened"], condition=STANDS, name="enquiries_about_a_child_end_once_on_a_day"
            )
        ]
