"""The read log: a partitioned table, which models cannot make."""

from pathlib import Path

from django.db import migrations

TABLES = Path(__file__).resolve().parents[1] / "sql/tables.sql"


class Migration(migrations.Migration):
    dependencies = []
    operations = [migrations.RunSQL(TABLES.read_text(), migrations.RunSQL.noop)]
