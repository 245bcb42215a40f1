"""The cases of measures, made again from facts whenever one of them is written."""

from django.db import models

from sightline.foundation.facts import Keeping, Protection, Retention
from sightline.foundation.identifiers import new_id


class MeasuredCase(models.Model):
    """That something about a child counts in a measure on a day, and whether it is what the measure looks for."""

    subject_field = "child"
    protection = Protection.WALLS
    keeping = Keeping(Retention.DERIVED, scrubbed_keeps=("code", "on", "counted", "known_from"))

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=6)
    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    fact_id = models.UUIDField()
    on = models.DateField()
    counted = models.BooleanField()
    known_from = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "fact_id"], name="a_fact_is_a_case_of_a_measure_once")]
        indexes = [models.Index(fields=["code", "on"], name="cases_of_measures_by_day")]


class WordsOfMonth(models.Model):
    """In how many texts of a month words stand that young people asked us not to use: sums of the whole authority."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.DERIVED, scrubbed_keeps=("month", "texts"))

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    month = models.DateField(unique=True)
    texts = models.JSONField(default=dict)  # by word, in fives; no word that could give anybody away
