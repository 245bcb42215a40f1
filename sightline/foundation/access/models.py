"""Walls around records: exclusions, restrictions, seals, and openings with a reason."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual

from sightline.foundation.access import rules
from sightline.foundation.facts import STANDS, Keeping, PersonEvent, PersonSpell, Protection, Retention
from sightline.foundation.identifiers import new_id

OF_PERSON = Keeping(Retention.RECORD_OF_PERSON)


class Exclusion(PersonSpell):
    """One practitioner must never see one person's record; it beats everything."""

    protection = Protection.WALLS
    keeping = OF_PERSON
    set_at_end = ("end_reason",)

    practitioner = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    end_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "practitioner"], condition=STANDS & Q(ended=None), name="excluded_once"
            )
        ]


class Restriction(PersonSpell):
    """Only named people may open this record."""

    protection = Protection.WALLS
    keeping = OF_PERSON
    set_at_end = ("end_reason",)

    category = models.CharField(max_length=30, choices=rules.RestrictionCategory.choices)
    reason = models.CharField(max_length=1000)
    asked_by = models.CharField(max_length=120)
    review_by = models.DateField()
    end_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=STANDS & Q(ended=None), name="restricted_once")
        ]


class NamedReader(PersonSpell):
    """A practitioner who may open a restricted record."""

    protection = Protection.WALLS
    keeping = OF_PERSON

    practitioner = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "practitioner"], condition=STANDS & Q(ended=None), name="named_once"
            )
        ]


class Seal(PersonSpell):
    """The record before an adoption order: for everybody without the adoption-records role it does not exist."""

    protection = Protection.WALLS
    keeping = OF_PERSON
    set_at_end = ("end_reason",)

    reason = models.CharField(max_length=500)
    end_reason = models.CharField(max_length=500, blank=True)


class SealedLink(models.Model):
    """The one place that joins a sealed record to the record that followed it."""

    protection = Protection.RECORDER
    keeping = OF_PERSON

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    before = models.OneToOneField("children.Person", models.PROTECT, related_name="+")
    after = models.OneToOneField("children.Person", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()


class Opening(PersonEvent):
    """A record opened for a while with a reason: a look without a relationship, or an emergency opening."""

    protection = Protection.WALLS
    keeping = OF_PERSON
    written_when = "practitioner_id = (SELECT current_actor()) AND {column} NOT IN (SELECT hard_walled_people())"

    practitioner = models.ForeignKey("workforce.Practitioner", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=rules.OpeningKind.choices)
    reason_code = models.CharField(max_length=30, choices=rules.OpeningReason.choices)
    reason = models.CharField(max_length=1000)
    until = models.DateTimeField()
    review_by = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=GreaterThanOrEqual(Length(Trim("reason")), rules.REASON_LENGTH),
                name="an_opening_says_why",
            ),
            models.CheckConstraint(
                condition=Q(until__lte=F("happened_at") + timedelta(hours=rules.LOOK_LASTS_HOURS)),
                name="an_opening_lasts_hours_and_not_days",
            ),
            models.CheckConstraint(
                condition=~Q(kind=rules.OpeningKind.BREAK_GLASS) | Q(review_by__isnull=False),
                name="an_emergency_opening_has_a_day_for_its_review",
            ),
        ]


class OpeningReview(PersonEvent):
    """What a manager or the data protection officer thought of an opening; they need not see whose record it was."""

    protection = Protection.WALLS
    keeping = OF_PERSON
    written_when = "recorded_by_id = (SELECT current_actor()) AND {column} NOT IN (SELECT hard_walled_people())"

    opening = models.ForeignKey(Opening, models.PROTECT, related_name="reviews")
    justified = models.BooleanField()
    remarks = models.CharField(max_length=1000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opening"], condition=STANDS, name="an_opening_is_reviewed_once")
        ]
