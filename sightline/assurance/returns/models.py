"""What was imported: files, their lines, and what became of each."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.assurance.returns.reading.lines import NAMES, Kind
from sightline.foundation.facts import Aggregate, Event, Keeping, Protection, Retention

REFERENCE_LENGTH = 60  # characters of the number that a return gives a child
SENTENCE_LENGTH = 400
NEITHER_BEHIND_A_WALL = (
    "(SELECT current_actor()) IS NOT NULL AND {table}.one_id NOT IN (SELECT walled_people())"
    " AND {table}.other_id NOT IN (SELECT walled_people())"
)


class Stage(models.TextChoices):
    """How far an import is."""

    WAITING = "waiting", "Waiting to begin"
    READING = "reading", "Reading the files"
    WRITING = "writing", "Comparing and writing"
    FINISHED = "finished", "Finished"
    FAILED = "failed", "Not imported"


class SourceFile(Aggregate):
    """One file of a return, known by its bytes: the same file is never kept twice."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.REFERENCE, scrubbed_keeps=("sha256", "size", "kind", "rows"))

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=250)
    size = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=[(each.value, NAMES[each]) for each in Kind])
    tables = ArrayField(models.CharField(max_length=40))
    rows = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.name


class SourceRow(models.Model):
    """One line of a file, as it was given; it is written once and shown on no page."""

    protection = Protection.INTAKE
    keeping = Keeping(Retention.RECORD_OF_PERSON)

    id = models.BigAutoField(primary_key=True)
    file = models.ForeignKey(SourceFile, models.PROTECT, related_name="+", db_index=False)
    table = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=REFERENCE_LENGTH)
    values = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "table", "number"], name="each_line_of_a_file_is_kept_once")
        ]
        indexes = [models.Index(fields=["reference", "file"], name="lines_about_a_child")]


class Batch(Aggregate):
    """One import of one return: which files, for which period, and in the end its report."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.REFERENCE, scrubbed_keeps=("kind", "held_from", "held_until", "dry_run"))

    kind = models.CharField(max_length=10, choices=[(each.value, NAMES[each]) for each in Kind])
    name = models.CharField(max_length=250)
    year = models.PositiveSmallIntegerField(null=True)
    dry_run = models.BooleanField(default=False)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.WAITING)
    held_from = models.DateField(null=True)
    held_until = models.DateField(null=True)
    files = ArrayField(models.UUIDField(), default=list)
    uploads = models.JSONField(default=list)  # files sent to the page: name, where stored, fingerprint
    read = models.JSONField(default=dict)  # what was read: notes, and files left out
    report = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["recorded_at"], name="imports_by_time")]

    def __str__(self) -> str:
        return f"{Kind(self.kind).label} ({self.name})"


class Progress(models.Model):
    """How far an import has come: written together with what it counts, so that it can go on from there."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.UNTIL_FINISHED)

    batch = models.OneToOneField(Batch, models.PROTECT, primary_key=True, related_name="progress")
    position = models.CharField(max_length=REFERENCE_LENGTH, null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    tally = models.JSONField(default=dict)


class Origin(models.Model):
    """Which line of which import a fact came from."""

    protection = Protection.INTAKE
    keeping = Keeping(Retention.RECORD_OF_PERSON)

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="+", db_index=False)
    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=80)
    fact_id = models.UUIDField()
    file = models.ForeignKey(SourceFile, models.PROTECT, related_name="+", db_index=False)
    table = models.CharField(max_length=40)
    number = models.PositiveIntegerField()


class Contest(Event):
    """A fact that an import could not believe as it stands: what contradicts it, until a person settles it.

    Identity: one for each contested fact.
    """

    protection = Protection.WALLS
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "kind"))
    identity = ("fact_id",)

    kind = models.CharField(max_length=80)
    fact_id = models.UUIDField(unique=True)
    why = models.CharField(max_length=SENTENCE_LENGTH)
    line = models.CharField(max_length=SENTENCE_LENGTH)

    class Meta:
        indexes = [models.Index(fields=["child"], name="contested_of_child")]


class Pair(Aggregate):
    """Two children of whom a return leaves open whether they are one: one person says so and another confirms it.

    That they are two one person says: nothing moves then. A pair shows to those alone from whom no wall keeps either.
    """

    subject_field = "one_id"
    protection = Protection.WALLS
    seen_when = changed_when = NEITHER_BEHIND_A_WALL
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("same",))

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="pairs")
    one_id = models.UUIDField()
    other_id = models.UUIDField()
    reasons = models.JSONField(default=list)
    same = models.BooleanField(null=True)
    asked_by = models.ForeignKey(
        "workforce.Practitioner", models.PROTECT, null=True, related_name="+", db_index=False
    )  # who said that both are one child
    agreed_by = models.ForeignKey(
        "workforce.Practitioner", models.PROTECT, null=True, related_name="+", db_index=False
    )  # who confirmed it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one_id", "other_id"], name="each_pair_once"),
            models.CheckConstraint(
                condition=~models.Q(same=True)
                | models.Q(asked_by__isnull=False, agreed_by__isnull=False) & ~models.Q(asked_by=models.F("agreed_by")),
                name="two_people_join_records",
            ),
        ]
