"""What became of a decision about a contact, as far as it can be counted."""

from __future__ import annotations

from django.db import models

from sightline.foundation.facts import Keeping, Protection, Retention


class DecidedContact(models.Model):
    """A decision about a contact in dates, without its words: how soon it came, and what happened soon after.

    Made again from facts whenever one of them is written.
    """

    subject_field = "child"
    protection = Protection.WALLS
    keeping = Keeping(
        Retention.DERIVED, scrubbed_keeps=("received_at", "decided_at", "way", "limited", "contact_source", "issue")
    )

    decision_id = models.UUIDField(primary_key=True, editable=False)
    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    contact_id = models.UUIDField(null=True, editable=False)
    received_at = models.DateTimeField(null=True)  # none where only the day is known
    decided_on = models.DateField()
    decided_at = models.DateTimeField(null=True)
    way = models.CharField(max_length=20)
    contact_source = models.CharField(max_length=20, blank=True, default="")
    issue = models.CharField(max_length=40, blank=True, default="")  # the concern named, or else the kind of contact
    closes = models.BooleanField()
    limited = models.BooleanField()  # decided on limited information
    decided_by = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    rung_at = models.DateTimeField(null=True)  # when somebody was last rung about it
    has_it = models.BooleanField(default=False)  # whether somebody who was rung has it
    changed_on = models.DateField(null=True)  # work began after all
    repeated_on = models.DateField(null=True)  # somebody got in touch again

    class Meta:
        indexes = [models.Index(fields=["decided_on"], name="decided_contacts_by_day")]
