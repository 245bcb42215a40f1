"""What came to the front door: one contact about one child or several, and who got in touch."""

from django.db import models

from sightline.foundation.facts import STANDS, Event, Occasion, Protection
from sightline.practice.front_door import rules
from sightline.practice.front_door.models.keeping import OF_PERSON


class ReceivedContact(Occasion):
    """Somebody got in touch once, about one child or several; the key issues are passages of it.

    Whatever belongs to it points at the row that was recorded first. Identity: one contact by its reference.
    """

    protection = Protection.OCCASION
    keeping = OF_PERSON
    identity = ("reference",)

    first = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    kind = models.CharField(max_length=20, choices=rules.ContactKind.choices)
    came_by = models.CharField(max_length=20, choices=rules.CameBy.choices)
    safe_now = models.CharField(max_length=10, choices=rules.SafeNow.choices)
    done_now = models.CharField(max_length=500, blank=True)
    reference = models.CharField(max_length=10)  # given to whoever got in touch

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], condition=STANDS, name="a_contact_has_a_reference_of_its_own")
        ]

    @property
    def occasion(self) -> "ReceivedContact":
        """The row that everything recorded with the contact points at."""
        return self.first or self


class ContactReferrer(Event):
    """Who got in touch; where they are protected, they stand in nothing that is made for the family.

    Identity: one for a child in a contact.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "received")

    received = models.ForeignKey(ReceivedContact, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    public = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "received"], condition=STANDS, name="a_contact_has_one_referrer_for_a_child"
            )
        ]
