"""Which team holds a child, and who works with whom."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import STANDS, Keeping, Protection, Retention, Spell
from sightline.foundation.workforce import rules
from sightline.foundation.workforce.models.practitioners import Practitioner, Team

INVOLVEMENT_NEEDS_SOMEBODY = Q(team__isnull=False) | Q(practitioner__isnull=False) | ~Q(worker_number="")


class Involvement(Spell):
    """A recorded, current reason to work with a child: the team that holds them, the worker, a chair, an auditor.

    A worker whom a return names by their registration number, without an account here, gives nobody a reason to open
    a record and never stands in the way of who is allocated today. Identity of such a row: the child, the number and
    the day it began.
    """

    protection = Protection.WALLS
    keeping = Keeping(
        Retention.RECORD_OF_PERSON, scrubbed_keeps=("kind", "began", "ended", "end_reason", "change_reason")
    )
    identity: ClassVar = ("child", "worker_number", "began")
    set_at_end = ("end_reason",)

    kind = models.CharField(max_length=20, choices=rules.InvolvementKind.choices)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    practitioner = models.ForeignKey(Practitioner, models.PROTECT, null=True, blank=True, related_name="+")
    priority = models.CharField(max_length=10, choices=rules.Priority.choices, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    end_reason = models.CharField(max_length=500, blank=True)
    worker_number = models.CharField(max_length=12, blank=True)  # of a social worker's registration (SSDA903, SW_ID)
    change_reason = CodeField("ssda903-sw-reason", blank=True)  # why this worker took over

    class Meta:
        indexes = [
            models.Index(fields=["practitioner", "child"], name="involvement_of_practitioner"),
            models.Index(fields=["team", "child"], name="involvement_of_team"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=INVOLVEMENT_NEEDS_SOMEBODY, name="an_involvement_names_a_team_or_a_practitioner"
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=STANDS & Q(ended=None, kind=rules.InvolvementKind.HOLDING_TEAM),
                name="one_team_holds_a_child",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=STANDS & Q(ended=None, kind=rules.InvolvementKind.ALLOCATED_WORKER),
                name="one_allocated_worker_per_child",
            ),
        ]
