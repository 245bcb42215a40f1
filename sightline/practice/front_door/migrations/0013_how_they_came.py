from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("front_door", "0012_issue_of_decided_contacts")]

    operations = [migrations.RemoveField(model_name="opencontact", name="came_by")]
