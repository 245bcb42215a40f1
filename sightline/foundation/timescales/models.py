"""The projection of clocks, the limits an authority sets, and what people say about a clock."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from sightline.foundation.facts import AboutChild, Event, Fact, Happened, Keeping, Protection, Retention
from sightline.foundation.identifiers import new_id
from sightline.foundation.timescales.rules import Allowance, State, Tier, Unit, allowance
from sightline.foundation.timescales.rules.clock import Key
from sightline.foundation.timescales.sql import SETTLED_FROM, ClockRowQuerySet


class KeptDates(models.Model):
    """The dates and moments of a clock, and what they were counted with; its state on a day is derived from them."""

    rule_version = models.CharField(max_length=120)
    holidays_version = models.CharField(max_length=60)
    unit = models.CharField(max_length=30, choices=[(unit.value, unit.value) for unit in Unit])
    allowed = models.CharField(max_length=80)
    local = models.BooleanField(default=False)
    tier = models.CharField(max_length=1, choices=[(tier.value, tier.label) for tier in Tier])
    alert = models.CharField(max_length=4)
    estimated = models.BooleanField(default=False)
    start = models.DateField(null=True)
    start_at = models.DateTimeField(null=True)
    amber_from = models.DateField(null=True)
    amber_at = models.DateTimeField(null=True)
    red_from = models.DateField(null=True)
    red_at = models.DateTimeField(null=True)
    due = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    plan_by = models.DateField(null=True)
    overdue_from = models.DateField(null=True)
    stopped = models.DateField(null=True)
    stopped_at = models.DateTimeField(null=True)
    ended = models.DateField(null=True)
    ended_as = models.CharField(max_length=20, blank=True, choices=[(state.value, state.label) for state in State])
    ended_reason = models.CharField(max_length=200, blank=True)
    missing = models.CharField(max_length=120, blank=True)
    held_until = models.DateField(null=True)

    class Meta:
        abstract = True


class ClockRow(KeptDates):
    """One clock of one child; made from facts by the function named in `read_by`, and never changed by hand."""

    subject_field: ClassVar[str] = "child"
    protection = Protection.WALLS
    keeping = Keeping(
        Retention.DERIVED, scrubbed_keeps=("timescale", "start", "due", "stopped", "ended", "tier", "alert")
    )

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    timescale = models.CharField(max_length=60)
    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+", db_index=False)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.UUIDField()
    anchor_kind = models.CharField(max_length=80)
    anchor_id = models.UUIDField()
    part = models.CharField(max_length=40, blank=True)
    owed_by = models.UUIDField(null=True)
    read_by = models.CharField(max_length=200)
    inputs = models.JSONField(default=dict)

    objects = ClockRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["timescale", "subject_id", "anchor_id", "part"], name="one_clock_for_a_subject_and_an_anchor"
            )
        ]
        indexes = [
            models.Index(fields=["child", "read_by"], name="clocks_of_child"),
            models.Index(
                fields=["due", "timescale"], condition=Q(stopped=None, ended_as=""), name="clocks_that_are_open"
            ),
            models.Index(fields=["timescale", "stopped"], name="clocks_of_timescale"),
            models.Index("child", SETTLED_FROM, name="unsettled_clocks_of_child"),
        ]

    def __str__(self) -> str:
        return f"{self.timescale} due {self.due}"

    @property
    def key(self) -> Key:
        """What tells it from every other clock."""
        subject = (self.subject_kind, self.subject_id)
        return (self.timescale, subject, (self.anchor_kind, self.anchor_id), self.part)

    @property
    def is_closed(self) -> bool:
        """Whether it was stopped, or has ended or will."""
        return self.stopped is not None or bool(self.ended_as)

    def was_closed_by(self, today: date) -> bool:
        """Whether it was stopped or had ended by a day: its dates then stand as they were counted (C16)."""
        return self.is_closed and (self.stopped is not None or self.ended is None or self.ended <= today)


class LocalLimit(Happened, Fact):
    """A limit that the authority set for itself: for clocks that start on its day or later; `happened` is that day."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.REFERENCE, scrubbed_keeps=("timescale", "unit", "number", "happened"))

    timescale = models.CharField(max_length=60)
    unit = models.CharField(max_length=30, choices=[(unit.value, unit.value) for unit in Unit])
    number = models.PositiveSmallIntegerField()
    opens = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=500, blank=True)
    agreed_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["timescale", "happened"],
                condition=Q(superseded_at=None, contested=False),
                name="one_local_limit_for_a_timescale_from_a_day_on",
            )
        ]

    @property
    def allows(self) -> Allowance:
        """The limit itself."""
        return allowance(self.unit, self.number, self.opens)


class Remark(models.TextChoices):
    """What can be said about a clock."""

    DELAY = "delay", "Reason for delay"
    WAIVER = "waiver", "Waived"


class ClockReason(Event):
    """What somebody said about a clock: why it is late, or that a local standard does not apply and who agreed."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("timescale", "remark", "happened"))

    timescale = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.UUIDField()
    anchor_kind = models.CharField(max_length=80)
    anchor_id = models.UUIDField()
    part = models.CharField(max_length=40, blank=True)
    remark = models.CharField(max_length=10, choices=Remark.choices)
    reason = models.CharField(max_length=500)
    agreed_by = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["child", "timescale"], name="reasons_for_clocks_of_child")]

    @property
    def key(self) -> Key:
        """The clock it speaks of."""
        subject = (self.subject_kind, self.subject_id)
        return (self.timescale, subject, (self.anchor_kind, self.anchor_id), self.part)


class Coverage(AboutChild, Fact):
    """What one imported file could know about a child: these kinds of fact, between these days, and nothing else.

    Identity: one for a child, a source and the last day it speaks for.
    """

    subject_field = "child"
    protection = Protection.WALLS
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("origin", "kinds", "held_from", "held_until"))
    identity = ("child", "origin", "held_until")
    written_when = "true"

    origin = models.CharField(max_length=40)
    kinds = ArrayField(models.CharField(max_length=80))
    held_from = models.DateField(null=True)
    held_until = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["child"], name="coverage_of_child")]
