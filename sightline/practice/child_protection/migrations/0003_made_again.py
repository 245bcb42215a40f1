from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("child_protection", "0002_initial")]
    operations = [
        migrations.DeleteModel("StrategyOutcome"),
        migrations.DeleteModel("Section47Enquiry"),
        migrations.DeleteModel("StrategyDiscussion"),
    ]
