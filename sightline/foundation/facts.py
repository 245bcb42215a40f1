"""The shapes of everything that is recorded: what happened, what lasted, what was said, and who recorded it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar, Self
from uuid import UUID

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Least

from sightline.foundation.identifiers import new_id
from sightline.foundation.many_rows import Keys


class Precision(models.TextChoices):
    """How exactly a date is known."""

    INSTANT = "instant", "Date and time"
    DAY = "day", "Date"
    MONTH = "month", "Month"
    YEAR = "year", "Year"


class Source(models.TextChoices):
    """Where a fact came from."""

    PERSON = "person", "Recorded by a person"
    IMPORT = "import", "Imported from a return"
    DEMO = "demo", "Made up for the demonstration"


class Protection(Enum):
    """Which rows of a table the web role may see; `access/protection.py` turns each into policies."""

    WALLS = "people behind a wall are left out: exclusions, restrictions, seals"
    CONTENT = "only people whose record was opened and logged in this transaction"
    OCCASION = "only occasions that concern somebody whose record was opened in this transaction"
    PASSAGE = "only passages about somebody opened, and about nobody behind a wall"
    OWN = "only rows of the signed-in practitioner"
    REFERENCE = "everybody: holds nothing about a person who is helped"
    INTAKE = "jobs only, which write it once: what other systems sent, before it is matched to a record"
    RECORDER = "nobody directly: read and written through functions of the recorder role"


class Retention(Enum):
    """How long a row is kept; periods for records of people are the schedule's (access-and-records, section 7)."""

    RECORD_OF_PERSON = "as long as the record of the person it is about"
    AUDIT = "as long as the record it speaks of, and six years after"
    WORKFORCE = "six years after the practitioner leaves"  # our default: the schedule has no row for it
    UNTIL_FINISHED = "until the work it serves is finished"
    REFERENCE = "as long as it is in use"
    DERIVED = "made again from facts whenever needed"


@dataclass(frozen=True)
class Keeping:
    """How long rows are kept, and which columns a scrubbed copy may keep as they are."""

    retention: Retention
    scrubbed_keeps: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Acting:
    """Who does something, as what, and why they may: always taken from the session, never from a form."""

    practitioner_id: UUID | None = None
    name: str = ""
    role: str = ""
    team_id: UUID | None = None
    basis: str = ""
    session: str = ""
    request_key: UUID | None = None
    system: str = ""
    source: Source = Source.PERSON
    recorded_at: datetime | None = None  # only an import or the demonstration says when; audit keeps the real time

    @property
    def tells_history(self) -> bool:
        """Whether this is an import or the demonstration, which alone say when something was recorded."""
        return bool(self.system) and self.source in (Source.DEMO, Source.IMPORT)

    def at(self, moment: datetime) -> Acting:
        """The same, as recorded at a moment in the past: for imports and the demonstration."""
        return replace(self, recorded_at=moment)

    def keyed(self, request_key: UUID) -> Acting:
        """The same person, acting under the key that makes a repeated request one effect."""
        return replace(self, request_key=request_key)

    def because(self, basis: str) -> Acting:
        """The same person, acting on this basis."""
        return replace(self, basis=basis)


def system(name: str, source: Source = Source.PERSON, request_key: UUID | None = None) -> Acting:
    """A program acting by itself: a job, an import, the demonstration builder."""
    return Acting(system=name, role="system", basis=name, source=source, request_key=request_key)


class FactQuerySet(models.QuerySet[Any]):
    """Questions that every kind of fact answers."""

    def current(self) -> Self:
        """Facts that stand: not corrected since, and not contested by another row of an import."""
        return self.filter(superseded_at=None, contested=False)

    def as_known_on(self, moment: datetime) -> Self:
        """Facts that had been recorded, and not yet corrected, at a moment."""
        return self.filter(recorded_at__lte=moment, contested=False).filter(
            Q(superseded_at=None) | Q(superseded_at__gt=moment)
        )

    def standing(self, moment: datetime | None) -> Self:
        """Facts that stand now, or stood at a moment."""
        return self.as_known_on(moment) if moment else self.current()

    def about(self, people: Iterable[UUID]) -> Self:
        """Facts about these people."""
        return self.filter(**{f"{self.model.subject_field}__among": Keys(people)})


STANDS = Q(superseded_at=None, contested=False)


class Recorded(models.Model):
    """A row that the door wrote: when, by whom, under which audit entry."""

    recorded_at = models.DateTimeField(editable=False)
    recorded_by = models.ForeignKey(
        "workforce.Practitioner", models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    entry_id = models.BigIntegerField(editable=False)
    source = models.CharField(max_length=6, choices=Source.choices, default=Source.PERSON, editable=False)

    class Meta:
        abstract = True


class Aggregate(Recorded):
    """A thing with an identity that is kept up to date in place, one version after another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Fact(Recorded):
    """A final row: after it is written only its end and its supersession can be set, each once."""

    subject_field: ClassVar[str] = ""
    set_at_end: ClassVar[tuple[str, ...]] = ()
    identity: ClassVar[tuple[str, ...]] = ()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, editable=False, related_name="superseded_by")
    superseded_at = models.DateTimeField(null=True, editable=False)
    correction_reason = models.CharField(max_length=500, blank=True, editable=False)
    contested = models.BooleanField(default=False, editable=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True


class Happened(models.Model):
    """The part of a fact that says when it happened."""

    happened = models.DateField()
    happened_at = models.DateTimeField(null=True, blank=True)
    happened_precision = models.CharField(max_length=7, choices=Precision.choices, default=Precision.DAY)

    class Meta:
        abstract = True


class Lasted(models.Model):
    """The part of a fact that says from when to when it lasted; the end is set once."""

    began = models.DateField()
    began_at = models.DateTimeField(null=True, blank=True)
    began_precision = models.CharField(max_length=7, choices=Precision.choices, default=Precision.DAY)
    ended = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_recorded_at = models.DateTimeField(null=True, editable=False)
    end_recorded_by = models.ForeignKey(
        "workforce.Practitioner", models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    end_entry_id = models.BigIntegerField(null=True, editable=False)

    class Meta:
        abstract = True


class AboutChild(models.Model):
    """The part of a fact that says which child it is about."""

    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    recorded_against = models.UUIDField(editable=False)

    class Meta:
        abstract = True


class AboutPerson(models.Model):
    """The part of a fact that says which person, child or adult, it is about."""

    person = models.ForeignKey("children.Person", models.PROTECT, related_name="+")
    recorded_against = models.UUIDField(editable=False)

    class Meta:
        abstract = True


class Event(AboutChild, Happened, Fact):
    """Something that happened to, or was decided for, one child."""

    subject_field = "child"

    class Meta:
        abstract = True


class Spell(AboutChild, Lasted, Fact):
    """Something that lasted for one child: it began, and later ended."""

    subject_field = "child"

    class Meta:
        abstract = True


class PersonEvent(AboutPerson, Happened, Fact):
    """Something that happened to one person, child or adult."""

    subject_field = "person"

    class Meta:
        abstract = True


class PersonSpell(AboutPerson, Lasted, Fact):
    """Something that lasted for one person, child or adult."""

    subject_field = "person"

    class Meta:
        abstract = True


class Occasion(Happened, Fact):
    """Something that happened once and concerned several children; what it meant for each is a fact of its own."""

    subject_field = "children"

    children = ArrayField(models.UUIDField())

    class Meta:
        abstract = True


DAYS = Func(Least("began", "ended"), "ended", Value("[)"), function="daterange", output_field=DateRangeField())


def one_open_spell_per_child(name: str) -> models.UniqueConstraint:
    """The database refuses a second open spell of the same kind for a child."""
    return models.UniqueConstraint(fields=["child"], condition=STANDS & Q(ended=None), name=name)


def no_overlap(name: str) -> ExclusionConstraint:
    """The database refuses a spell that shares a day with another of the same kind for a child.

    The day of an end is the first day after it, so that one may begin on the day the other ends; a spell that ends on
    the day it began, or before, shares no day. Needs the extension btree_gist, which a migration of children makes.
    """
    return ExclusionConstraint(
        name=name, expressions=[("child", RangeOperators.EQUAL), (DAYS, RangeOperators.OVERLAPS)], condition=STANDS
    )


def ends_no_earlier(name: str) -> models.CheckConstraint:
    """The database refuses a spell that ends before it began."""
    return models.CheckConstraint(condition=~STANDS | Q(ended=None) | Q(ended__gte=F("began")), name=name)
