"""Who somebody is: the row that stands behind every record."""

from collections.abc import Sequence
from uuid import UUID

from django.db import models
from django.db.models import Func, Q, Value

from sightline.foundation.children import rules
from sightline.foundation.facts import Aggregate, Keeping, PersonEvent, Protection, Retention

OF_PERSON = Keeping(Retention.RECORD_OF_PERSON)
NAME_LENGTH = 120  # characters


class Person(Aggregate):
    """Somebody who is helped, or who matters to a child who is; the row carries who they are and nothing more."""

    subject_field = "self"
    protection = Protection.WALLS
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("sex", "died_on"))
    written_when = "true"

    reference = models.BigIntegerField(
        unique=True, editable=False, db_default=Func(Value("person_reference"), function="nextval")
    )
    given_names = models.CharField(max_length=NAME_LENGTH, blank=True)
    family_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    known_as = models.CharField(max_length=NAME_LENGTH, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_date_estimated = models.BooleanField(default=False)
    expected_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=rules.Sex.choices, blank=True)
    number_in_returns = models.CharField(max_length=40, blank=True)  # of a child who came from a return without names
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["birth_date"], name="person_birth_date")]
        constraints = [
            models.CheckConstraint(
                condition=Q(died_on=None) | Q(birth_date=None) | Q(died_on__gte=models.F("birth_date")),
                name="nobody_dies_before_their_birth",
            )
        ]

    def __str__(self) -> str:
        return rules.display_name(
            self.known_as,
            self.given_names,
            self.family_name,
            unborn=self.is_unborn,
            number=self.number_in_returns,
        )

    @property
    def is_unborn(self) -> bool:
        """Whether this is a baby who is expected."""
        return self.birth_date is None and self.expected_on is not None


class Child(models.Model):
    """A person with a child's record: children, unborn babies, and young people who were in care."""

    subject_field = "person"
    protection = Protection.WALLS
    keeping = OF_PERSON
    written_when = "true"

    person = models.OneToOneField(Person, models.PROTECT, primary_key=True, related_name="child")

    adults: Sequence[UUID] = ()  # those whose details are part of this record; known once the record is opened
    restricted: bool = False  # whether only named people open this record; known once it is opened

    def __str__(self) -> str:
        return str(self.person)


class LifeEvent(PersonEvent):
    """A birth, a death, or a pregnancy that ended: the one step that stops everything that must then stop."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "kind"))

    kind = models.CharField(max_length=20, choices=rules.LifeEventKind.choices)
    details = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(superseded_at=None, contested=False),
                name="one_birth_and_one_death",
            )
        ]
