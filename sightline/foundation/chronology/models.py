"""The index of facts: one narrow row for each fact that is told, whichever area's table holds it."""

from django.db import models

from sightline.foundation.facts import Keeping, PersonEvent, Protection, Retention


class FactIndex(models.Model):
    """Where a fact is, whom it is about, when it happened, when it was recorded, and until when it stood."""

    subject_field = "person"
    protection = Protection.WALLS
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("kind", "happened"))
    set_once = ("superseded_at",)

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=80)
    fact_id = models.UUIDField()
    person = models.ForeignKey("children.Person", models.PROTECT, related_name="+", db_index=False)
    happened = models.DateField()
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "fact_id", "person"], name="indexed_once")]
        indexes = [models.Index(fields=["person", "-happened"], name="chronology_of_person")]


class RecordedByMistake(PersonEvent):
    """A fact that should never have been recorded, with nothing in its place; it stays readable, and this says why."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("kind", "happened"))

    kind = models.CharField(max_length=80)
    fact_id = models.UUIDField()
    reason = models.CharField(max_length=500)

    class Meta:
        indexes = [models.Index(fields=["fact_id"], name="mistake_of_fact")]
