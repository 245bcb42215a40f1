"""Strategy discussions: when they were held, and what they decided for each child."""

from django.db import models

from sightline.foundation.facts import STANDS, Event, Occasion, Protection
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models.keeping import OF_PERSON


class StrategyDiscussion(Occasion):
    """Agencies met because a child may be suffering significant harm.

    Whatever belongs to a discussion points at the row that was recorded first, so that correcting when it was held
    leaves what was decided in place. Identity: one discussion about the same children on a day.
    """

    protection = Protection.OCCASION
    keeping = OF_PERSON
    identity = ("children", "happened", "happened_at")

    first = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    held_by = models.CharField(max_length=10, choices=rules.HeldBy.choices)
    agencies = models.JSONField(default=list)
    agreed_beforehand = models.CharField(max_length=250, blank=True)

    @property
    def occasion(self) -> "StrategyDiscussion":
        """The row that everything recorded at the discussion points at."""
        return self.first or self


class StrategyOutcome(Event):
    """What the discussion decided for one child, and why.

    Identity: one decision for a child at a discussion.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "discussion")

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
    """Where one agency placed one child between 0, in danger now, and 10, safe enough to close; never averaged.

    Identity: one scale for a child from an agency at a discussion.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "discussion", "agency")

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
