"""Initial conferences, what is sent before and after a conference, and children who bring a plan with them."""

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import STANDS, Event, Protection
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models.enquiries import Section47Enquiry
from sightline.practice.child_protection.models.keeping import OF_PERSON
from sightline.practice.front_door.models import Referral


class TransferInNotice(Event):
    """Another authority told us that a child with a protection plan of theirs has moved here for good.

    Identity: one notice about a child on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened")

    from_authority = CodeField("la-codes", blank=True)
    details = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="transfer_in_notices_of_child")]


class InitialConference(Event):
    """Family and agencies met for the first time to decide whether a child needs a protection plan.

    Identity: one initial conference about a child on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened")

    enquiry = models.ForeignKey(Section47Enquiry, models.PROTECT, null=True, blank=True, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, null=True, blank=True, related_name="+")
    transfer_in = models.BooleanField(default=False)
    plan_made = models.BooleanField(null=True)
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "happened"], condition=STANDS, name="one_initial_conference_about_a_child_on_a_day"
            )
        ]


class ConferencePaper(Event):
    """A report was shared before a conference, or its decision or its minutes were sent afterwards.

    The conference is named by its day, which is known before it is held. Identity: one paper of a kind for a
    conference about a child.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "conference_on", "kind")

    conference_on = models.DateField()
    kind = models.CharField(max_length=20, choices=rules.Paper.choices)
    sent_to = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "conference_on", "kind"], condition=STANDS, name="a_paper_of_a_conference_is_sent_once"
            )
        ]
