"""Asking other agencies: on what basis, whom and what, by which link, and what they answered."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sightline.foundation.children.models import Agency
from sightline.foundation.facts import Aggregate, Event, Keeping, Protection, Retention
from sightline.practice.front_door import rules
from sightline.practice.front_door.models.contacts import Contact
from sightline.practice.front_door.models.keeping import OF_PERSON


class BasisForChecks(Event):
    """Why other agencies may be asked about a child and their family, and who decided so.

    Identity: one for a contact and a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "basis", "happened")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    basis = models.CharField(max_length=20, choices=rules.Basis.choices)
    decided_by = models.CharField(max_length=200)
    who_agreed = models.CharField(max_length=200, blank=True)
    reasons = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="bases_for_checks_about_child")]


class AgencyCheck(Event):
    """An agency was asked what it knows, on a recorded basis, and by when it should answer.

    Identity: one question to an agency about a contact on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("contact", "agency", "happened")

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    basis = models.ForeignKey(BasisForChecks, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    whom = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=10, choices=rules.AskedHow.choices)
    items = ArrayField(models.CharField(max_length=2 * rules.LONGEST_KEY + 1), default=list)  # "concern:item"
    question = models.TextField(blank=True)
    due_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="agency_checks_about_child")]


class CheckAnswer(Event):
    """What an agency answered, who said it, and how; it may answer more than once.

    Identity: one answer of somebody to a check at a moment.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("asked", "happened", "given_by")

    asked = models.ForeignKey(AgencyCheck, models.PROTECT, related_name="answers")
    how = models.CharField(max_length=10, choices=rules.AnsweredHow.choices)
    outcome = models.CharField(max_length=10, choices=rules.AnswerOutcome.choices)
    given_by = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    received_by_form = models.UUIDField(null=True, editable=False)  # what stood in the waiting room

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="answers_to_checks_about_child")]


class VerifiedAddress(Aggregate):
    """The email address to which links for an agency may go, and how somebody made sure that it is theirs."""

    protection = Protection.REFERENCE
    keeping = Keeping(Retention.REFERENCE, scrubbed_keeps=("verified_on",))

    agency = models.OneToOneField(Agency, models.PROTECT, related_name="+")
    email = models.EmailField()
    how_verified = models.CharField(max_length=250)
    verified_on = models.DateField()


class ReplyLink(Aggregate):
    """A link with which an agency answers a check: live until it was answered, is revoked or expires.

    Holds no link and no code: both are made from its key with the server's own, and only a digest can be looked up.
    """

    subject_field = "child"
    protection = Protection.WALLS
    keeping = OF_PERSON

    child = models.ForeignKey("children.Child", models.PROTECT, related_name="+")
    asked = models.ForeignKey(AgencyCheck, models.PROTECT, related_name="+")
    email = models.EmailField()
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, editable=False)
