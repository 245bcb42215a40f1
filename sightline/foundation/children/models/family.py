"""The people around a child: family and network, who has responsibility, what a court said, and named professionals."""

from django.db import models
from django.db.models import Q

from sightline.foundation.children.rules import family
from sightline.foundation.facts import (
    STANDS,
    Aggregate,
    Keeping,
    PersonSpell,
    Protection,
    Retention,
)

BOTH_ENDS = (
    "({column} = ANY (ARRAY(SELECT opened_people())) OR {table}.other_id = ANY (ARRAY(SELECT opened_people())))"
    " AND {column} NOT IN (SELECT walled_people())"
    " AND ({table}.other_id IS NULL OR {table}.other_id NOT IN (SELECT walled_people()))"
)


class Tie(PersonSpell):
    """Something that joins a child to another person: a row shows only to those who may see both ends."""

    seen_when = BOTH_ENDS
    set_at_end = ("end_reason",)
    protection = Protection.CONTENT

    other = models.ForeignKey("children.Person", models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True


class Relationship(Tie):
    """Who another person is to this person: "other is the mother of person"."""

    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "kind"))

    kind = models.CharField(max_length=30, choices=family.RelationshipKind.choices)
    details = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "other", "kind"], condition=STANDS & Q(ended=None), name="each_relationship_once"
            ),
            models.CheckConstraint(condition=Q(other__isnull=False), name="a_relationship_names_somebody"),
            models.CheckConstraint(condition=~Q(other=models.F("person")), name="nobody_is_related_to_themselves"),
        ]


class LivesWith(Tie):
    """Another person lives in the same home as this person."""

    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended"))

    how_often = models.CharField(max_length=20, choices=family.HowOften.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "other"], condition=STANDS & Q(ended=None), name="lives_with_each_person_once"
            )
        ]


class ParentalResponsibility(Tie):
    """Who has parental responsibility for a child, since when, and how we know; or what was tried to find out."""

    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "how"))

    holder = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=30, choices=family.HowHeld.choices)
    evidence = models.CharField(max_length=20, choices=family.Evidence.choices)
    seen_on = models.DateField(null=True, blank=True)
    details = models.CharField(max_length=1000, blank=True)

    @property
    def held_by(self) -> str:
        """Who has it, as far as it is known."""
        return str(self.other or self.holder)


class CourtOrder(PersonSpell):
    """An order of a court about a child or an adult around them."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "kind", "until"))
    set_at_end = ("end_reason",)

    kind = models.CharField(max_length=30, choices=family.OrderKind.choices)
    court = models.CharField(max_length=200, blank=True)
    case_number = models.CharField(max_length=60, blank=True)
    terms = models.CharField(max_length=4000)
    until = models.DateField(null=True, blank=True)
    document_seen_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=500, blank=True)


class NoContact(Tie):
    """Somebody who must not have contact with this person, on what ground, and until when."""

    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "ground", "until"))

    who = models.CharField(max_length=200, blank=True)
    ground = models.CharField(max_length=30, choices=family.Ground.choices)
    terms = models.CharField(max_length=4000)
    until = models.DateField(null=True, blank=True)
    document_seen_on = models.DateField(null=True, blank=True)

    @property
    def is_of_somebody_hidden(self) -> bool:
        """Whether the order names somebody whom this practitioner may not know of."""
        return not (self.other_id or self.who)

    @property
    def whom(self) -> str:
        """Who must not have contact, as far as this practitioner may know."""
        return str(self.other or self.who or "Somebody whose record is restricted")


class Agency(Aggregate):
    """An organisation that works with children and families."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.REFERENCE, scrubbed_keeps=("name", "kind"))

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=family.AgencyKind.choices)
    telephone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("name", "kind", name="each_agency_once")]

    def __str__(self) -> str:
        return self.name


class Professional(PersonSpell):
    """A named professional from another agency who works with this person."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended"))
    set_at_end = ("end_reason",)

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200)
    telephone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    end_reason = models.CharField(max_length=500, blank=True)
