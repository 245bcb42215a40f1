"""Steps up from early help to social care, and down again: a hand-over that the receiver accepts or sends back."""

from django.db import models
from django.db.models import Q

from sightline.foundation.facts import (
    Event,
    Keeping,
    Protection,
    Retention,
    Spell,
    ends_no_earlier,
    one_open_spell_per_child,
)
from sightline.foundation.workforce.models import HandedOver, Team
from sightline.practice.early_help import rules

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=("happened", "began", "ended", "direction", "outcome", "step", "risk_is_immediate", "family_told"),
)


class StepHandover(Spell):
    """Somebody asked a team, or another organisation, to take a child's work up or down a step.

    Lasts from the day it was decided to the day it was settled. Identity: one step of a child from a day on.
    """

    protection = Protection.WALLS
    keeping = OF_PERSON
    identity = ("child", "began", "direction")
    set_at_end = ("outcome",)

    direction = models.CharField(max_length=4, choices=rules.Direction.choices)
    from_team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    to_team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    to_organisation = models.CharField(max_length=200, blank=True)
    risk_is_immediate = models.BooleanField(default=False)
    outcome = models.CharField(max_length=10, choices=rules.StepOutcome.choices, blank=True)

    class Meta:
        constraints = [
            one_open_spell_per_child("one_open_step_per_child"),
            ends_no_earlier("a_step_ends_no_earlier_than_it_began"),
            models.CheckConstraint(
                condition=Q(to_team__isnull=False) ^ ~Q(to_organisation=""), name="a_step_is_to_a_team_or_organisation"
            ),
            models.CheckConstraint(
                condition=Q(direction=rules.Direction.UP) | Q(risk_is_immediate=False),
                name="immediate_risk_never_steps_down",
            ),
        ]
        indexes = [models.Index(fields=["to_team"], condition=Q(ended=None), name="open_steps_to_team")]

    @property
    def receiver(self) -> str:
        """Who is asked."""
        return self.to_team.name if self.to_team else self.to_organisation


class StepSummary(HandedOver):
    """What the receiver of a step must know.

    Identity: one for a step.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "handover")

    handover = models.OneToOneField(StepHandover, models.PROTECT, related_name="summary")


class StepAnswer(Event):
    """The receiver accepted a step or sent it back, or whoever asked asked again or withdrew it; with reasons.

    Identity: one answer of a kind to a step on a day.
    """

    protection = Protection.WALLS
    keeping = OF_PERSON
    identity = ("handover", "step", "happened")

    handover = models.ForeignKey(StepHandover, models.PROTECT, related_name="answers")
    step = models.CharField(max_length=10, choices=rules.StepAnswer.choices)
    reasons = models.CharField(max_length=2000)
    answered_by = models.CharField(max_length=200, blank=True)  # of another organisation, who answers by telephone

    class Meta:
        indexes = [models.Index(fields=["handover", "recorded_at"], name="answers_to_step")]


class FirstContact(Event):
    """The receiver of a step met or reached the family for the first time, and named who leads.

    Identity: one for a step.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "handover")

    handover = models.OneToOneField(StepHandover, models.PROTECT, related_name="first_contact")
    with_whom = models.CharField(max_length=250)
    who_leads = models.CharField(max_length=200)
    account = models.TextField()
