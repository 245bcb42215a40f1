"""What the board of the front door knows of contacts that nobody has decided yet."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.facts import Keeping, Protection, Retention


class OpenContact(models.Model):
    """A contact about one child of which nothing is decided yet: when it came and of what kind, and none of its words.

    Made again from facts whenever one of them is written. What a return told is not here: open in an old file is not
    open today.
    """

    subject_field = "child"
    protection = Protection.WALLS
    keeping = Keeping(
        Retention.DERIVED, scrubbed_keeps=("received_on", "contact_source", "kind", "answer_due_at", "held_until")
    )

    contact_id = models.UUIDField(primary_key=True, editable=False)
    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    recorded_together = models.BigIntegerField()  # the audit entry: brothers and sisters of one contact
    received_on = models.DateField()
    received_at = models.DateTimeField(null=True)
    contact_source = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=30, blank=True)
    safe_now = models.CharField(max_length=10, blank=True)
    waits_for = ArrayField(models.CharField(max_length=30), default=list)  # what has to come before it can be decided
    answer_due_at = models.DateTimeField(null=True)  # by when the first agency that has not answered should
    held_until = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["received_on"], name="open_contacts_by_day")]
