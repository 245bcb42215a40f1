"""Where people live and how they can safely be reached."""

from typing import ClassVar

from django.db import models

from sightline.foundation.children.rules import contact
from sightline.foundation.facts import FactQuerySet, Keeping, PersonEvent, PersonSpell, Protection, Retention

OF_ADDRESS = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "kind"))


class Place(PersonSpell):
    """An address of a person, from one day to another."""

    lines = models.CharField(max_length=500)
    postcode = models.CharField(max_length=8, blank=True)
    uprn = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=20, choices=contact.AddressKind.choices)
    end_reason = models.CharField(max_length=500, blank=True)

    set_at_end = ("end_reason",)

    class Meta:
        abstract = True

    @property
    def in_one_line(self) -> str:
        """The address as said in a sentence."""
        return in_one_line(self.lines, self.postcode)


def in_one_line(lines: str, postcode: str) -> str:
    """An address as said in a sentence."""
    return ", ".join(part for part in [*lines.splitlines(), postcode] if part.strip())


class Address(Place):
    """Where a person lives or can be written to."""

    protection = Protection.CONTENT
    keeping = OF_ADDRESS

    class Meta:
        indexes = [models.Index(fields=["postcode"], name="address_postcode")]


class WithoutWhere(models.Manager.from_queryset(FactQuerySet)):  # type: ignore[misc]
    """Protected addresses without where they are, which the web role reads through a function of the database only."""

    def get_queryset(self) -> FactQuerySet:
        """All of them, with the columns left out that are kept apart."""
        found: FactQuerySet = super().get_queryset().defer(*ProtectedAddress.kept_apart)
        return found


class ProtectedAddress(Place):
    """An address that some people must not learn: it is shown only for a purpose that is recorded."""

    protection = Protection.CONTENT
    keeping = OF_ADDRESS
    kept_apart = ("lines", "postcode", "uprn")  # not for the web role to read: see sql/addresses.sql

    objects: ClassVar[WithoutWhere] = WithoutWhere()

    kept_from = models.CharField(max_length=500)
    why = models.CharField(max_length=1000)


class AddressDisclosure(PersonEvent):
    """A protected address was shown to a practitioner, and what for."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "purpose"))

    purpose = models.CharField(max_length=20, choices=contact.AddressPurpose.choices)
    details = models.CharField(max_length=500)


class ContactPoint(PersonSpell):
    """A number or an address by which a person can be reached, and how it is safe to use."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "kind"))
    set_at_end = ("end_reason",)

    kind = models.CharField(max_length=20, choices=contact.ContactKind.choices)
    value = models.CharField(max_length=250)
    ring = models.CharField(max_length=10, choices=contact.Safe.choices)
    text = models.CharField(max_length=10, choices=contact.Safe.choices)
    voicemail = models.CharField(max_length=10, choices=contact.Safe.choices)
    post = models.CharField(max_length=10, choices=contact.Safe.choices)
    when_safe = models.CharField(max_length=250, blank=True)
    who_else_reads = models.CharField(max_length=250, blank=True)
    end_reason = models.CharField(max_length=500, blank=True)
