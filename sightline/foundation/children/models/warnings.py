"""What everybody who opens a record must know first."""

from django.db import models
from django.db.models import F, Q

from sightline.foundation.children.rules import warnings
from sightline.foundation.facts import Keeping, PersonEvent, PersonSpell, Protection, Retention


class WarningNote(PersonSpell):
    """A danger that workers must know before they meet a family: reviewed within a year, then renewed or ended."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("began", "ended", "kind", "review_by"))
    set_at_end = ("end_reason",)

    kind = models.CharField(max_length=30, choices=warnings.WarningKind.choices)
    why = models.CharField(max_length=2000)
    what_to_do = models.CharField(max_length=1000, blank=True)
    review_by = models.DateField()
    agreed_with = models.CharField(max_length=120, blank=True)
    end_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(review_by__gte=F("began")), name="a_warning_is_reviewed_after_it_began")
        ]


class WarningReview(PersonEvent):
    """Somebody looked at a warning again and renewed it, and why."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("happened", "review_by"))

    warning = models.ForeignKey(WarningNote, models.PROTECT, related_name="reviews")
    reason = models.CharField(max_length=1000)
    review_by = models.DateField()
