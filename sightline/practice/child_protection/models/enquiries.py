"""Section 47 enquiries: from when to when, what they found, and whether a conference is required."""

from django.db import models

from sightline.foundation.facts import STANDS, Event, Protection, Spell, ends_no_earlier, one_open_spell_per_child
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models.discussions import StrategyDiscussion
from sightline.practice.child_protection.models.keeping import OF_PERSON
from sightline.practice.front_door.models import Referral


class Section47Enquiry(Spell):
    """Finding out whether action is needed to keep a child safe; follows from discussions and from what was found.

    One that a return told of has no discussion, and its day is the day the return gives. Identity: one enquiry about a
    child from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "began")

    discussion = models.ForeignKey(StrategyDiscussion, models.PROTECT, null=True, blank=True, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, null=True, blank=True, related_name="+")
    conference_target = models.DateField(null=True, blank=True)  # as a return gives it; ours is counted

    class Meta:
        constraints = [
            one_open_spell_per_child("one_open_enquiry_per_child"),
            ends_no_earlier("an_enquiry_ends_no_earlier_than_it_began"),
        ]
        indexes = [models.Index(fields=["child", "began"], name="enquiries_of_child")]


class EnquiryOutcome(Event):
    """What section 47 enquiries found about one child, and why; the day it was decided is the day they ended.

    Identity: enquiries about a child end once on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened")

    outcome = models.CharField(max_length=20, choices=rules.Outcome.choices)
    reasons = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "happened"], condition=STANDS, name="enquiries_about_a_child_end_once_on_a_day"
            )
        ]


class ConferenceDecision(Event):
    """Whether enquiries lead to an initial conference, where a return says so or a manager decided it by itself.

    Identity: one decision about an enquiry on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("enquiry", "happened")

    enquiry = models.ForeignKey(Section47Enquiry, models.PROTECT, related_name="+")
    required = models.BooleanField()
    reasons = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="conference_decisions_of_child")]
