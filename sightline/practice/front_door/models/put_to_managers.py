"""What somebody would decide about a contact before the essential is known: it waits for a manager."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from sightline.foundation.facts import STANDS, Protection, Spell, ends_no_earlier
from sightline.practice.front_door import rules
from sightline.practice.front_door.models.contacts import Contact
from sightline.practice.front_door.models.keeping import OF_PERSON


class DecisionPutToManager(Spell):
    """What somebody would decide about a contact although essential things are not known; nothing follows from it.

    It lasts until a manager signs it, or something else is decided or put. Identity: one about a contact at a time.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "began")
    set_at_end = ("overtaken",)

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    way = models.CharField(max_length=20, choices=rules.Way.choices)
    reasons = models.TextField(blank=True)
    meaning = models.TextField(blank=True)  # what the history means for it
    what_we_checked = models.TextField(blank=True)
    what_we_found = models.TextField(blank=True)
    why_we_stop = models.TextField(blank=True)
    not_known = ArrayField(models.TextField(), default=list)  # the essential that was missing, as it was asked
    known_at = models.DateTimeField()
    rested_on = ArrayField(models.UUIDField(), default=list)
    overtaken = models.BooleanField(null=True)  # at the end: whether it ended without being signed

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact"],
                condition=STANDS & Q(ended=None),
                name="one_decision_about_a_contact_waits_for_a_manager",
            ),
            ends_no_earlier("what_waits_for_a_manager_ends_no_earlier_than_it_began"),
        ]
        indexes = [models.Index(fields=["child", "began"], name="put_to_managers_about_child")]

    @property
    def happened(self) -> date:
        """The day on which it was put to a manager."""
        return self.began
