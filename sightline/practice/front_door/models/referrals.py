"""Referrals: the episodes of need that follow from them, what was decided, and who was told."""

from django.db import models
from django.db.models import Q

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import STANDS, Event, Protection, Spell, ends_no_earlier
from sightline.practice.front_door import rules
from sightline.practice.front_door.models.contacts import Contact
from sightline.practice.front_door.models.keeping import OF_PERSON


class Referral(Spell):
    """A child was referred, and the episode of need that lasts from then until it is closed.

    Began is the day the referral was received, ended the day of closure. Identity: one referral of a child on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "began")
    set_at_end = ("reason_for_closure", "no_further_action")

    contact = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="referrals")
    referral_source = CodeField("cin-referral-source", blank=True)
    source_description = models.CharField(max_length=250, blank=True)
    primary_need = CodeField("cin-primary-need", blank=True)
    no_further_action = models.BooleanField(null=True)
    reason_for_closure = CodeField("cin-reason-for-closure", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=STANDS & Q(ended=None) & (Q(no_further_action=None) | Q(no_further_action=False)),
                name="one_open_referral_per_child",
            ),
            ends_no_earlier("a_referral_ends_no_earlier_than_it_began"),
        ]
        indexes = [models.Index(fields=["child", "began"], name="referrals_of_child")]


class ReferralDecision(Event):
    """What a social worker and a manager decided about a referral, and why; there may be several outcomes.

    Identity: one row for each outcome of a referral.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("referral", "outcome")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    outcome = CodeField("ssd-referral-outcome")
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "outcome"], condition=STANDS, name="a_referral_has_an_outcome_once"
            )
        ]
        indexes = [models.Index(fields=["child", "happened"], name="referral_decisions_of_child")]


class ReferrerTold(Event):
    """Whoever referred a child was told what became of it, or was not told because that would raise the risk.

    Identity: one answer to a referral on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("referral", "happened")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    how = models.CharField(max_length=20, choices=rules.Feedback.choices)
    why_not = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="referrers_told_about_child")]
