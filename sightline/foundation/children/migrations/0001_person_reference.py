"""The numbers people are known by on paper, in the order in which they were added, and what keeps spells apart."""

from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = []
    operations = [
        BtreeGistExtension(),
        migrations.RunSQL("CREATE SEQUENCE person_reference START 100001", "DROP SEQUENCE person_reference"),
    ]
