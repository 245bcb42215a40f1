"""Moves of a child's work: from one team to another, and its closure."""

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import (
    STANDS,
    Event,
    Keeping,
    Protection,
    Retention,
    Spell,
    ends_no_earlier,
    one_open_spell_per_child,
)
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.models.practitioners import Team

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=("happened", "began", "ended", "outcome", "step", "joint_visit_on", "family_told", "reason"),
)


class Transfer(Spell):
    """One team asked another to take a child over; the one that asked holds the child until the other accepts.

    Lasts from the day it was asked to the day it was settled. Identity: one request about a child from a day on.
    """

    protection = Protection.WALLS
    keeping = OF_PERSON
    identity = ("child", "began")
    set_at_end = ("outcome",)

    from_team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    to_team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    joint_visit_on = models.DateField()
    together = models.UUIDField()  # the same for brothers and sisters who are asked for in one go
    outcome = models.CharField(max_length=10, choices=rules.TransferOutcome.choices, blank=True)

    class Meta:
        constraints = [
            one_open_spell_per_child("one_open_transfer_per_child"),
            ends_no_earlier("a_transfer_ends_no_earlier_than_it_began"),
            models.CheckConstraint(
                condition=~models.Q(from_team=models.F("to_team")), name="a_transfer_is_to_another_team"
            ),
        ]
        indexes = [models.Index(fields=["to_team"], condition=models.Q(ended=None), name="open_transfers_to_team")]


class HandedOver(Event):
    """What whoever asks others to go on with a child tells them: why, how things stand, what the family was told."""

    why = models.TextField()
    summary = models.TextField()
    family_told = models.BooleanField()
    family_words = models.TextField()

    class Meta:
        abstract = True


class Handover(HandedOver):
    """What the team that holds a child tells the team it asks, with what partners were told.

    Identity: one for a request.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "transfer")

    transfer = models.OneToOneField(Transfer, models.PROTECT, related_name="handover")
    partners = models.TextField()


class TransferStep(Event):
    """The other team refused a child, or a service manager decided after that; with reasons.

    Identity: one step of a kind in a request on a day.
    """

    protection = Protection.WALLS
    keeping = OF_PERSON
    identity = ("transfer", "step", "happened")

    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=10, choices=rules.TransferStep.choices)
    reasons = models.CharField(max_length=2000)

    class Meta:
        indexes = [models.Index(fields=["transfer", "recorded_at"], name="steps_of_transfer")]


class Closure(Event):
    """Work with a child ended: why, what changed, what remains, how goodbye was said, and whom the family can call.

    Identity: work with a child is closed once on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened")

    reason = CodeField("cin-reason-for-closure")
    what_changed = models.TextField()
    what_remains = models.TextField()
    goodbye = models.TextField()
    who_to_call = models.TextField()
    family_told = models.BooleanField()
    family_words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "happened"], condition=STANDS, name="work_with_a_child_is_closed_once_on_a_day"
            )
        ]
