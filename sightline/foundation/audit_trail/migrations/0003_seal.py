import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

import sightline.foundation.audit_trail.models

TRANSACTION = models.Func(function="pg_current_xact_id")


def transaction_id(model):
    field = sightline.foundation.audit_trail.models.TransactionId(db_default=TRANSACTION, editable=False)
    return migrations.AddField(model, "xid", field)


class Migration(migrations.Migration):

    dependencies = [("audit_trail", "0002_initial")]

    operations = [
        transaction_id("auditentry"),
        transaction_id("refused"),
        transaction_id("rowchange"),
        migrations.AddIndex("auditentry", models.Index(fields=["xid"], name="entry_xid")),
        migrations.AddIndex(
            "auditentry", django.contrib.postgres.indexes.GinIndex(fields=["about"], name="entry_about")
        ),
        migrations.AddIndex("refused", models.Index(fields=["xid"], name="refused_xid")),
        migrations.AddIndex("rowchange", models.Index(fields=["xid"], name="change_xid")),
        migrations.CreateModel(
            name="RecordedShape",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("table", models.CharField(max_length=63)),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="SealedBatch",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("epoch", models.PositiveIntegerField()),
                ("cluster", models.CharField(max_length=40)),
                ("bound", sightline.foundation.audit_trail.models.TransactionId()),
                ("first", models.BigIntegerField()),
                ("last", models.BigIntegerField()),
                ("head", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="SealedRow",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("log", models.PositiveSmallIntegerField()),
                ("row", models.BigIntegerField()),
                ("digest", models.BinaryField(max_length=32)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("log", "row"), name="sealed_once")],
            },
        ),
    ]
