from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_drafts_and_their_files")]

    operations = [
        migrations.AddField("storedfile", "title", models.CharField(max_length=200, default=""), preserve_default=False),
        migrations.AlterField("storedfile", "stored_as", models.CharField(max_length=64, db_index=True)),
    ]
