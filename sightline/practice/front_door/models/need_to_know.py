"""What we need to know about a contact: its concerns, how far each item is known, and until when it is held open."""

from django.db import models

from sightline.foundation.facts import Event, Protection
from sightline.practice.front_door import rules
from sightline.practice.front_door.models.contacts import Contact
from sightline.practice.front_door.models.keeping import OF_PERSON


class ConcernOfContact(Event):
    """A kind of concern that a contact is about; there may be several.

    Identity: one kind of concern of a contact.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "concern")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    concern = models.CharField(max_length=rules.LONGEST_KEY)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="concerns_of_contacts_of_child")]


class NeedToKnow(Event):
    """How far one item of a concern is known; the newest word about an item stands.

    Identity: one word about an item of a contact on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "concern", "item", "happened")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    concern = models.CharField(max_length=rules.LONGEST_KEY)
    item = models.CharField(max_length=rules.LONGEST_KEY)
    state = models.CharField(max_length=10, choices=rules.KnownState.choices)
    what = models.TextField(blank=True)  # what is known, or why it is not needed
    known_from = models.CharField(max_length=250, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="needs_to_know_about_child")]


class ContactHold(Event):
    """A contact is kept open to find something out, until a working day; no clock stops for it.

    Identity: one for a contact and the day until which it is held.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "until")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    until = models.DateField()
    safe_now = models.CharField(max_length=10, choices=rules.SafeNow.choices, blank=True)  # asked each time; never no
    reasons = models.TextField()
    agreed_with = models.CharField(max_length=200, blank=True)  # the manager who said so, where another recorded it

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="holds_of_contacts_of_child")]
