"""Police notifications that arrived as a file, until each is taken in or set aside."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.access.rules import Permission, roles_with
from sightline.foundation.facts import Aggregate, Keeping, Protection, Retention
from sightline.practice.front_door import rules

ROLES = ", ".join(f"'{role}'" for role in roles_with(Permission.ALLOCATE))
AT_THE_FRONT_DOOR = (
    "EXISTS (SELECT FROM workforce_post held WHERE held.practitioner_id = (SELECT current_actor())"
    f" AND held.role IN ({ROLES}) AND held.superseded_at IS NULL AND held.began <= current_date"
    " AND (held.ended IS NULL OR held.ended >= current_date))"
)


class PoliceFile(Aggregate):
    """A file of police notifications, known by its bytes; of its lines only what tells them from others."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.REFERENCE, scrubbed_keeps=("sha256", "lines"))

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    lines = models.PositiveSmallIntegerField()
    fingerprints = ArrayField(models.CharField(max_length=64))


class PoliceLine(Aggregate):
    """One child in one police notification, as the police wrote it: nobody has said yet who it is.

    Read by those who allocate at the front door. Once it is taken in its words stand in the child's record, and no
    longer here.
    """

    protection = Protection.OWN
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("number", "settled"))
    seen_when = written_when = changed_when = AT_THE_FRONT_DOOR

    file = models.ForeignKey(PoliceFile, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=60)
    fingerprint = models.CharField(max_length=64, unique=True)
    said = models.JSONField()
    settled = models.CharField(max_length=10, choices=rules.Settled.choices, blank=True)
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["reference"], condition=models.Q(settled=""), name="police_lines_that_wait")]
