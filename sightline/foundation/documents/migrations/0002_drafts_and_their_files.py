import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sightline.foundation.identifiers

KINDS = [
    ("pdf", "PDF document"),
    ("docx", "Word document"),
    ("xlsx", "Excel workbook"),
    ("jpeg", "JPEG picture"),
    ("png", "PNG picture"),
    ("text", "Plain text"),
    ("eml", "E-mail message"),
    ("msg", "Outlook message"),
]


def author():
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
    )


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField("draft", "left_over", models.JSONField(default=dict)),
        migrations.AddField("draft", "page", models.CharField(max_length=32, blank=True, default="")),
        migrations.AddField("draft", "copy_of", models.UUIDField(null=True)),
        migrations.AlterField("draft", "started_at", models.DateTimeField()),
        migrations.CreateModel(
            name="FinishedDraft",
            fields=[
                ("id", models.UUIDField(primary_key=True, editable=False, serialize=False)),
                ("digest", models.CharField(max_length=64)),
                ("went_to", models.CharField(blank=True, max_length=500)),
                ("finished_at", models.DateTimeField(db_index=True)),
                ("author", author()),
            ],
        ),
        migrations.CreateModel(
            name="DraftFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        default=sightline.foundation.identifiers.new_id,
                        editable=False,
                        serialize=False,
                    ),
                ),
                ("draft_id", models.UUIDField(db_index=True)),
                ("question", models.CharField(max_length=80)),
                ("name", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=10, choices=KINDS)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("stored_as", models.CharField(max_length=64)),
                ("sent_at", models.DateTimeField()),
                ("author", author()),
            ],
        ),
    ]
