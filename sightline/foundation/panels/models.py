"""What panels are asked about children, what they recommend, and what decision-makers decide."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.facts import STANDS, Event, Fact, Happened, Keeping, Protection, Retention
from sightline.foundation.oversight.models import Decision
from sightline.foundation.panels import rules

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=("happened", "panel", "urgent", "answer", "return_on", "enough_came", "funding_agreed"),
)


class Sitting(Happened, Fact):
    """A panel of one type sits on a day; names nobody who is helped. Identity key: the type and the day."""

    identity = ("panel", "happened")
    protection = Protection.REFERENCE
    keeping = Keeping(Retention.REFERENCE, scrubbed_keeps=("happened", "panel", "place", "chaired_by"))

    panel = models.CharField(max_length=30)
    place = models.CharField(max_length=200, blank=True)
    chaired_by = models.CharField(max_length=200, blank=True)


class PanelReferral(Event):
    """A child waits for a panel; what it is asked stands apart, so that an agenda opens no record.

    Identity key: the child, the panel and the day.
    """

    identity = ("child", "panel", "happened")
    protection = Protection.WALLS
    keeping = OF_PERSON

    panel = models.CharField(max_length=30)
    urgent = models.BooleanField(default=False)


class PanelCase(Event):
    """What a panel is asked about a child: the need, the funding apart, and what was done already.

    Identity key: the referral.
    """

    identity = ("referral",)
    protection = Protection.CONTENT
    keeping = OF_PERSON

    referral = models.OneToOneField(PanelReferral, models.PROTECT, related_name="case")
    asks = models.TextField()
    need = models.TextField()
    funding = models.TextField(blank=True)
    done_already = models.TextField(blank=True)
    files = ArrayField(models.UUIDField(), default=list)  # documents.StoredFile in the same record


class Booking(Event):
    """A referral is on the agenda of a sitting; the newest booking counts.

    Identity key: the referral and the sitting.
    """

    identity = ("referral", "sitting")
    protection = Protection.WALLS
    keeping = OF_PERSON

    referral = models.ForeignKey(PanelReferral, models.PROTECT, related_name="bookings")
    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="bookings")


class Recommendation(Event):
    """What a panel recommends about a child, who sat, and who had an interest; a decision-maker decides apart from it.

    Identity key: the referral and the day.
    """

    identity = ("referral", "happened")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    referral = models.ForeignKey(PanelReferral, models.PROTECT, related_name="recommendations")
    answer = models.CharField(max_length=20, choices=rules.Recommends.choices)
    text = models.TextField()
    reasons = models.TextField()
    conditions = models.TextField(blank=True)
    return_on = models.DateField(null=True, blank=True)
    members = models.JSONField(default=list)
    interests = models.TextField(blank=True)
    enough_came = models.BooleanField()
    went_on_because = models.CharField(max_length=500, blank=True)


class PanelDecision(Event):
    """What the decision-maker decided on a referral; its words are a decision of the ladder, its steps directions.

    Identity key: the referral and the day.
    """

    identity = ("referral", "happened")
    protection = Protection.CONTENT
    keeping = OF_PERSON

    referral = models.ForeignKey(PanelReferral, models.PROTECT, related_name="decisions")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, related_name="+")
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, choices=rules.Recommends.choices)
    conditions = models.TextField(blank=True)
    return_on = models.DateField(null=True, blank=True)
    funding_agreed = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "happened"], condition=STANDS, name="a_referral_is_decided_once_on_a_day"
            )
        ]
