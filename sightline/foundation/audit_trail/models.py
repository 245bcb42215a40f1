"""The audit: what was done, what was read, what was refused, and what changed. Tables of the recorder role."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Func, Q

from sightline.foundation.facts import Keeping, Protection, Retention


class TransactionId(models.Field):
    """The full 64-bit number of a PostgreSQL transaction (xid8); the seal takes rows in its order."""

    def db_type(self, connection: Any) -> str:
        return "xid8"

    def from_db_value(self, value: Any, *_: Any) -> int | None:
        return None if value is None else int(value)


WRITING_TRANSACTION = Func(function="pg_current_xact_id")


class AuditEntry(models.Model):
    """One action that was done; also the record that makes a repeated request one effect. Holds no narrative."""

    protection = Protection.RECORDER
    keeping = Keeping(Retention.AUDIT, scrubbed_keeps=("at", "name", "says", "role", "basis"))

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    practitioner = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    system = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=40)
    team_id = models.UUIDField(null=True)
    basis = models.CharField(max_length=120)
    session = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=120)
    says = models.CharField(max_length=200)
    about = ArrayField(models.UUIDField())
    facts = models.JSONField()
    request_key = models.UUIDField(null=True)
    result = models.UUIDField(null=True)
    digest = models.CharField(max_length=64)
    xid = TransactionId(db_default=WRITING_TRANSACTION, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["xid"], name="entry_xid"),
            GinIndex(fields=["about"], name="entry_about"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner", "request_key"],
                condition=Q(request_key__isnull=False),
                nulls_distinct=False,
                name="one_effect_per_request",
            ),
        ]


class ReadEvent(models.Model):
    """One record that was opened, or one list that was shown; partitioned by month."""

    protection = Protection.RECORDER
    keeping = Keeping(Retention.AUDIT, scrubbed_keeps=("at", "route", "basis"))

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    practitioner = models.ForeignKey(
        "workforce.Practitioner", models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    session = models.CharField(max_length=64)
    request = models.UUIDField(null=True)
    route = models.CharField(max_length=300)
    basis = models.CharField(max_length=120)
    reason = models.CharField(max_length=500)
    opened = models.UUIDField(null=True)
    via = models.UUIDField(null=True)
    shown = ArrayField(models.UUIDField())

    class Meta:
        managed = False  # made in SQL: a partitioned table
        db_table = "audit_trail_readevent"


class Refused(models.Model):
    """Somebody asked for what they may not have, or for what does not exist."""

    protection = Protection.RECORDER
    keeping = Keeping(Retention.AUDIT, scrubbed_keeps=("at", "route", "why"))

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    practitioner = models.ForeignKey("workforce.Practitioner", models.PROTECT, null=True, related_name="+")
    session = models.CharField(max_length=64, blank=True)
    route = models.CharField(max_length=300)
    asked_for = models.UUIDField(null=True)
    why = models.CharField(max_length=200)
    xid = TransactionId(db_default=WRITING_TRANSACTION, editable=False)

    class Meta:
        indexes = [models.Index(fields=["xid"], name="refused_xid")]


class RowChange(models.Model):
    """One row that was inserted, updated or deleted, by whatever means; written by triggers."""

    protection = Protection.RECORDER
    keeping = Keeping(Retention.AUDIT)

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    entry_id = models.BigIntegerField(null=True)
    table = models.CharField(max_length=63)
    key = models.CharField(max_length=64)
    subject = models.UUIDField(null=True)
    operation = models.CharField(max_length=6)
    old = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    by_role = models.CharField(max_length=63)
    xid = TransactionId(db_default=WRITING_TRANSACTION, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["table", "key"], name="change_of_row"),
            models.Index(fields=["xid"], name="change_xid"),
        ]


class RecordedShape(models.Model):
    """The columns a table had when the digests of its rows were last written; a migration changes them."""

    protection = Protection.RECORDER
    keeping = Keeping(Retention.AUDIT, scrubbed_keeps=("table", "columns", "at"))

    id = models.BigAutoField(primary_key=True)
    table = models.CharField(max_length=63)
    columns = ArrayField(models.TextField())
    at = models.DateTimeField()


class SealedBatch(models.Model):
    """A run of audit rows that were sealed together; its head depends on every batch before it and on a secret key."""

    protection = Protection.RECORDER
    keeping = Keeping(Retention.AUDIT, scrubbed_keeps=("at", "epoch", "first", "last"))

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    epoch = models.PositiveIntegerField()
    cluster = models.CharField(max_length=40)
    bound = TransactionId()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    head = models.BinaryField(max_length=32)


class SealedRow(models.Model):
    """The digest of one audit row in its place in the chain; it says nothing, so it can outlive the row."""

    protection = Protection.RECORDER
    keeping = Keeping(Retention.AUDIT)

    id = models.BigIntegerField(primary_key=True)
    log = models.PositiveSmallIntegerField()
    row = models.BigIntegerField()
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "row"], name="sealed_once")]
