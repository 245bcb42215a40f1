"""Contacts: who got in touch about a child, and what was decided."""

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import STANDS, Event, Protection
from sightline.practice.front_door.models.keeping import OF_PERSON
from sightline.practice.front_door.models.received import ReceivedContact


class Contact(Event):
    """Somebody got in touch about a child.

    Identity: one contact about a child from one source on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened", "contact_source")

    received = models.ForeignKey(ReceivedContact, models.PROTECT, null=True, blank=True, related_name="contacts")
    contact_source = CodeField("cin-referral-source", blank=True)
    source_description = models.CharField(max_length=250, blank=True)
    what_about = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="contacts_of_child")]


class ContactOutcome(Event):
    """What was decided about a contact, and why; one contact may have several outcomes.

    Identity: one row for each outcome of a contact.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "outcome")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="outcomes")
    decision = models.ForeignKey("front_door.ContactDecision", models.PROTECT, null=True, blank=True, related_name="+")
    outcome = CodeField("ssd-contact-outcome")
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "outcome"], condition=STANDS, name="a_contact_has_an_outcome_once"
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="contact_outcomes_of_child")]
